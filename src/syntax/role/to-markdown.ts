/** Roles: node to Markdown. */
import type {Options} from 'mdast-util-to-markdown'
import type {MystRole} from '../../ast/nodes.js'

/** Writes `` {name}`value` `` with as many backticks as the value needs. */
export const roleToMarkdown: Options = {
  handlers: {
    mystRole(node: MystRole) {
      const runs = new Set([...node.value.matchAll(/`+/g)].map((match) => match[0].length))
      let size = 1
      while (runs.has(size)) size++
      const fence = '`'.repeat(size)
      return `{${node.name}}${fence}${node.value}${fence}`
    }
  },
  unsafe: [{character: '{', after: '[A-Za-z0-9_.+:-]', inConstruct: 'phrasing'}]
}
