/** Spans: nodes to Markdown. */
import type {Handle, Options} from 'mdast-util-to-markdown'
import type {Span} from '../../ast/nodes.js'

const span: Handle = (node: Span, _, state, info) => {
  const exit = state.enter('label')
  const inner = state.containerPhrasing(node, {...info, before: '[', after: ']'})
  exit()
  return `[${inner}]`
}

/** Writes the brackets; the attributes behind them are a node of their own. */
export const spanToMarkdown: Options = {
  handlers: {span: Object.assign(span, {peek: () => '['})}
}
