/** Roles: node to Markdown. */

import type {Handle, Options, State} from 'mdast-util-to-markdown'
import type {Attribute, MystRole} from '../../ast/nodes.js'
import {inCell} from '../cell-source.js'

const role: Handle & {peek: () => string} = Object.assign(
  (node: MystRole, _: unknown, state: State): string => {
    const value = inCell(node.value, state.stack)
    const runs = new Set([...value.matchAll(/`+/g)].map((match) => match[0].length))
    let size = 1
    while (runs.has(size)) size++
    const fence = '`'.repeat(size)
    const attributes = (node.data?.attributes ?? []).map(writeAttribute).join('')
    const head = `{${node.name}${attributes}}`
    return `${inCell(head, state.stack)}${fence}${value}${fence}`
  },
  {peek: () => '{'}
)

/** Writes `` {name}`value` `` with as many backticks as the value needs. */
export const roleToMarkdown: Options = {
  handlers: {mystRole: role},
  unsafe: [{character: '{', after: '[A-Za-z0-9_.+:-][^{`\\r\\n]*\\}`', inConstruct: 'phrasing'}]
}

function writeAttribute({kind, key, value}: Attribute): string {
  if (kind === 'id' && /^[\w:-]+$/.test(value)) return ` #${value}`
  if (kind === 'class' && /^[\w:-]+$/.test(value)) return ` .${value}`
  return ` ${key}="${value.replace(/["\\]/g, '\\$&')}"`
}
