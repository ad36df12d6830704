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
  const [name = '', body = ''] = node.children.map((child) => state.handle(child, node, state, info))
  const marker = `:${name}: `
  if (!body.includes('\n')) return `${marker}${body}`.trimEnd()
  // As far in as the first line, which the least indent of any line decides; behind a long name all stand below it.
  const isLong = marker.length > 8
  const indent = ' '.repeat(isLong ? 2 : marker.length)
  const lines = state.indentLines(body, (line, _, blank) => (blank ? line : indent + line))
  return isLong ? `:${name}:\n${lines}` : marker + lines.slice(indent.length)
}

const fieldName: Handle = (node: FieldName, _, state, info) => {
  const exit = state.enter('fieldName')
  const subexit = state.enter('phrasing')
  const value = state.containerPhrasing(node, {...info, before: ':', after: ':'})
  subexit()
  exit()
  return value
}

const fieldBody: Handle = (node: FieldBody, _, state, info) => {
  const exit = state.enter('fieldBody')
  const value = state.containerFlow(node, info)
  exit()
  return value
}

/** Writes `:name: body`, further lines of the body indented. */
export const fieldListToMarkdown: Options = {
  handlers: {fieldList: list, field, fieldName, fieldBody},
  unsafe: [{character: ':', inConstruct: 'fieldName'}]
}
