/** docutils' `class` without content: its names go to the block behind it. */
import type {Root} from 'mdast'
import {isParent, visitNodes} from '../ast/tree.js'

/** Give the names that wait in comments to the next block that is seen. */
export function giveNextClass(tree: Root): void {
  visitNodes(tree, (node) => {
    if (!isParent(node)) return undefined
    let waiting: string[] = []
    for (const child of node.children) {
      if (child.type === 'mystComment') {
        if (child.nextClass) waiting.push(child.nextClass)
      } else if (waiting.length > 0 && child.type !== 'mystTarget') {
        child.class = [child.class, ...waiting].filter(Boolean).join(' ')
        waiting = []
      }
    }
    return undefined
  })
}
