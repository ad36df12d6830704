/** Field lists: nodes to Markdown. */
import type {Handle, Options} from 'mdast-util-to-markdown'
import type {Field, FieldBody, FieldList, FieldName} from '../../ast/nodes.js'

declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    fieldName: 'fieldName'
    fieldBody: 'fieldBody'
  }
}

const list: Handle = (node: FieldList, _, state, info) =>
  node.children.map((child) => state.handle(child, node, state, info)).join('\n')

const field: Handle = (node: Field, _, state, info) => {
  const [name, body] = node.children.map((child) => state.handle(child, node, state, info))
  return `:${name}:${body ? ` ${body}` : ''}`
}

const fieldName: Handle = (node: FieldName, _, state, info) => {
  const exit = state.enter('fieldName')
  const value = state.containerPhrasing(node, {...info, before: ':', after: ':'})
  exit()
  return value
}

const fieldBody: Handle = (node: FieldBody, _, state, info) => {
  const exit = state.enter('fieldBody')
  const value = state.indentLines(state.containerFlow(node, info), (line, index, blank) =>
    index === 0 || blank ? line : `  ${line}`
  )
  exit()
  return value
}

/** Writes `:name: body`, further lines of the body indented. */
export const fieldListToMarkdown: Options = {
  handlers: {fieldList: list, field, fieldName, fieldBody},
  unsafe: [
    {atBreak: true, character: ':', after: '[^\\s:]', inConstruct: 'phrasing'},
    {character: ':', inConstruct: 'fieldName'}
  ]
}
