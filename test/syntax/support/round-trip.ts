/** What must hold of a tree that was written and parsed again. */
import type {Root} from 'mdast'
import {visitNodes} from '../../../src/ast/tree.js'
import {withoutPositions} from './positions.js'

/** A tree as JSON, without what writing may change: how long a fence is, that it is closed, dashes, where HTML is indented. */
export function comparable(tree: Root): string {
  const copy = structuredClone(tree)
  visitNodes(copy, (node) => {
    if (node.type === 'mystDirective' && node.data) {
      node.data.fence = node.data.fence.slice(0, 1)
      node.data.closed = true
      delete node.data.dashes
      // Where the lines of a raw body stand; its text is its value.
      delete node.data.bodyLines
    }
    if (node.type === 'html') node.value = node.value.trimStart().replace(/\n+$/, '')
    return undefined
  })
  return withoutPositions(copy)
}
