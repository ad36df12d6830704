/** Definition lists: nodes to Markdown. */
import type {Handle, Options} from 'mdast-util-to-markdown'
import type {DefinitionDescription, DefinitionList, DefinitionTerm} from '../../ast/nodes.js'

declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    definitionDescription: 'definitionDescription'
    definitionTerm: 'definitionTerm'
  }
}

const list: Handle = (node: DefinitionList, _, state, info) => {
  let out = ''
  for (const [index, child] of node.children.entries()) {
    const before = node.children[index - 1]
    // A line right after a description would go on with its text.
    const apart = child.type === 'definitionTerm' || (before?.type === 'definitionDescription' && node.spread)
    if (before) out += apart ? '\n\n' : '\n'
    out += state.handle(child, node, state, info)
  }
  return out
}

const term: Handle = (node: DefinitionTerm, _, state, info) => {
  const exit = state.enter('definitionTerm')
  const subexit = state.enter('phrasing')
  const value = state.containerPhrasing(node, {...info, before: '\n', after: '\n'})
  subexit()
  exit()
  return value.replace(/(?<!\s)\s*\n\s*/g, ' ')
}

const description: Handle = (node: DefinitionDescription, _, state, info) => {
  const exit = state.enter('definitionDescription')
  const value = state.indentLines(state.containerFlow(node, info), (line, index, blank) => {
    if (index === 0) return `: ${line}`
    return blank ? '' : `  ${line}`
  })
  exit()
  return value
}

/** Writes each term on its line, and descriptions behind `: `. */
export const definitionListToMarkdown: Options = {
  handlers: {definitionList: list, definitionTerm: term, definitionDescription: description}
}
