/** What must hold of a tree that was written and parsed again. */
import type {Nodes, Root} from 'mdast'
import {isParent, visitNodes} from '../../../src/ast/tree.js'
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
      // Which blocks are terms, wherever they stand.
      const lines = new Set(node.data.termLines)
      if (node.data.termLines)
        node.data.termLines = node.children.flatMap((child, index) =>
          lines.has(child.position?.start.line ?? 0) ? [index] : []
        )
    }
    if (node.type === 'html') node.value = node.value.trimStart().replace(/\n+$/, '')
    return undefined
  })
  return withoutPositions(copy)
}

/**
 * Whether a lazy line took the end of a formula out of its container, so that it is text and not a block. Markdown has
 * no other way to say that: a paragraph that a formula in double dollars begins with would be a block of it, and a
 * paragraph (or underlined heading) right under another one, the last of a list perhaps, would go on with it.
 */
export function isCutByLazyLine(tree: Root): boolean {
  let found = false
  visitNodes(tree, (node) => {
    const first = node.type === 'paragraph' ? node.children[0] : undefined
    if (first?.type === 'inlineMath' && 'display' in first && first.value.includes('\n')) found = true
    if (!isParent(node)) return undefined
    const children: readonly Nodes[] = node.children
    children.forEach((child, index) => {
      const before = children[index - 1]
      const {start, end} = child.position ?? {}
      const isText = child.type === 'paragraph' || (child.type === 'heading' && start?.line !== end?.line)
      const above = isText ? lastParagraph(before) : undefined
      if (above && start?.line === (above.position?.end.line ?? 0) + 1) found = true
    })
    return undefined
  })
  return found
}

/**
 * Whether an address stands as text: escaped, or in brackets that turned out to be no link, which a later pass links.
 * What is written does not escape it, since it does not know whether bare addresses are links where it will be read,
 * and by default they are not.
 */
export function hasAddressAsText(tree: Root): boolean {
  let found = false
  visitNodes(tree, (node) => {
    if (node.type === 'text' && /https?:|ftp:|www\./i.test(node.value)) found = true
    return undefined
  })
  return found
}

/** What text right below a block would go on with. */
function lastParagraph(node: Nodes | undefined): Nodes | undefined {
  if (node?.type === 'paragraph') return node
  return node && isParent(node) ? lastParagraph(node.children.at(-1)) : undefined
}
