/** Spans: nodes to Markdown. */
import type {Options} from 'mdast-util-to-markdown'
import type {Span} from '../../ast/nodes.js'

/** Writes the brackets; the attributes behind them are a node of their own. */
export const spanToMarkdown: Options = {
  handlers: {
    span(node: Span, _, state, info) {
      const exit = state.enter('label')
      const inner = state.containerPhrasing(node, {...info, before: '[', after: ']'})
      exit()
      return `[${inner}]`
    }
  }
}
