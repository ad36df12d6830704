/** Targets with no block after them. */
import type {Root} from 'mdast'
import type {MystTarget} from '../ast/nodes.js'
import type {Report} from '../ast/report.js'
import {isParent, visitNodes} from '../ast/tree.js'

/** Report targets at the end of the page, a directive, a list item or a quote; each still is a place to link to. */
export function reportUnusedTargets(tree: Root, report: Report): void {
  visitNodes(tree, (parent) => {
    if (!isParent(parent)) return
    const found: MystTarget[] = []
    for (let index = parent.children.length - 1; index >= 0; index--) {
      const child = parent.children[index]
      if (child?.type === 'mystTarget') found.push(child)
      else if (
        child?.type !== 'mystComment' &&
        child?.type !== 'definition' &&
        child?.type !== 'footnoteDefinition'
      )
        break
    }
    for (const {label, position} of found.reverse())
      report({
        ruleId: 'unused-target',
        reason: `no block follows the target "${label}", so it names nothing but its place: put it right above what it names`,
        position
      })
    return
  })
}
