/** Roles: node to Markdown. */
import type {Options} from 'mdast-util-to-markdown'
import type {Attribute, MystRole} from '../../ast/nodes.js'

/** Writes `` {name}`value` `` with as many backticks as the value needs. */
export const roleToMarkdown: Options = {
  handlers: {
    mystRole(node: MystRole) {
      const runs = new Set([...node.value.matchAll(/`+/g)].map((match) => match[0].length))
      let size = 1
      while (runs.has(size)) size++
      const fence = '`'.repeat(size)
      const attributes = (node.data?.attributes ?? []).map(writeAttribute).join('')
      return `{${node.name}${attributes}}${fence}${node.value}${fence}`
    }
  },
  unsafe: [{character: '{', after: '[A-Za-z0-9_.+:-]', inConstruct: 'phrasing'}]
}

function writeAttribute({kind, key, value}: Attribute): string {
  if (kind === 'id' && /^[\w:-]+$/.test(value)) return ` #${value}`
  if (kind === 'class' && /^[\w:-]+$/.test(value)) return ` .${value}`
  return ` ${key}="${value.replace(/["\\]/g, '\\$&')}"`
}
