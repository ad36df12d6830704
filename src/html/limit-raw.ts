/** Keeps raw HTML shallow enough for who reads it. */
import type {Nodes, Root} from 'hast'
import type {Report} from '../ast/report.js'

/** Elements in each other; a reader of HTML opens some of them again in every block, and then each counts. */
const maxRawDepth = 100

/** What has no end, or may be left without one. */
const flat = /^(?:[bh]r|area|col|img|input|source|wbr|p|li|d[td]|t[dhr])$/i

/** Make raw HTML text, in place, from where it would stand too deep in itself. */
export function limitRaw(tree: Root, report: Report): void {
  let depth = 0
  const visit = <T extends Nodes>(node: T): T | {type: 'text'; value: string} => {
    if ('children' in node) Object.assign(node, {children: node.children.map(visit)})
    if (node.type !== 'raw') return node
    for (const [, end, name = ''] of node.value.matchAll(/<(\/?)([a-z][^\s/>]*)/gi))
      if (depth <= maxRawDepth && !flat.test(name)) depth = end ? Math.max(depth - 1, 0) : depth + 1
    if (depth <= maxRawDepth) return node
    if (depth++ === maxRawDepth + 1)
      report({
        ruleId: 'too-deep',
        reason: `more than ${maxRawDepth} levels of nesting; what is deeper is shown as text`,
        position: node.position
      })
    return {type: 'text', value: node.value}
  }
  visit(tree)
}
