/** The last step from tokens to nodes: what micromark's own constructs leave inexact. */
import type {Nodes, Root} from 'mdast'
import type {Extension} from 'mdast-util-from-markdown'
import type {Point} from 'unist'
import type {DefinitionList, MystRole} from '../ast/nodes.js'
import {isParent, visitNodes} from '../ast/tree.js'
import {lastBlocks, unmarkedContainers} from './last-blocks.js'

/** Runs when the tree of a page is built. */
export const settleFromMarkdown: Extension = {transforms: [(tree) => settle(tree)]}

/**
 * Four things are put right:
 *
 * - A line ending in a value, a label, a title or an alternative text is `\n`, as in HTML and YAML, so that a page's
 *   tree does not depend on its line endings. In code spans and roles it is a space, as CommonMark has it. Positions go on counting the source as it is.
 * - Siblings never overlap. A list item that ends in a fence which nothing closes would end behind the next item's
 *   marker, and a heading underlined right after a definition would begin at the definition.
 * - What ends with its line ends there. Where micromark looked ahead over the line, it counts the next line's indent.
 * - A list is loose for a blank line between its items or their blocks, not for one inside a directive or a footnote.
 *
 * @param hasReturns whether a carriage return may stand in the tree.
 */
export function settle(tree: Root, hasReturns = true): undefined {
  visitNodes(tree, hasReturns ? settleAll : settleNode)
}

function settleAll(node: Nodes): undefined {
  if ('label' in node && node.label) node.label = withLineFeeds(node.label)
  if ('title' in node && node.title) node.title = withLineFeeds(node.title)
  if ('alt' in node && node.alt) node.alt = withLineFeeds(node.alt)
  if ('value' in node && typeof node.value === 'string') node.value = withLineFeeds(node.value)
  settleNode(node)
}

function settleNode(node: Nodes): undefined {
  switch (node.type) {
    case 'text':
      if (node.value.endsWith('\n')) endWithLine(node.position?.end)
      return
    case 'inlineCode':
      node.value = node.value.replaceAll('\n', ' ')
      return
    case 'break':
      endWithLine(node.position?.end)
      return
    case 'list':
    case 'listItem':
    case 'definitionDescription':
      node.spread = hasBlankLine(node.children)
      break
    case 'definitionList':
      node.spread = isLoose(node)
      break
    case 'mystRole':
      joinLines(node)
  }
  if (isParent(node)) separate(node.children)
}

function endWithLine(end: Point | undefined): void {
  if (!end) return
  end.offset = (end.offset ?? 0) - end.column + 1
  end.column = 1
}

function withLineFeeds(value: string): string {
  return value.includes('\r') ? value.replace(/\r\n?/g, '\n') : value
}

function joinLines(role: MystRole): void {
  visitNodes(role, (node) => {
    if (node.type === 'text') node.value = node.value.replace(/\r\n?|\n/g, ' ')
    return undefined
  })
}

/** A blank line behind a term does not count. */
function isLoose({children}: DefinitionList): boolean {
  return children.some((part, index) => {
    const before = children[index - 1]
    return (
      part.type === 'definitionDescription' &&
      (hasBlankLine(part.children) ||
        (before?.type === 'definitionDescription' && hasBlankLine([before, part])))
    )
  })
}

/** Whether a blank line parts the blocks of an item or the items of a list. */
function hasBlankLine(children: readonly Nodes[]): boolean {
  for (let index = 1; index < children.length; index++) {
    const end = contentEnd(children[index - 1])
    const start = children[index]?.position?.start
    // What ends at the start of a line ended with the line before.
    if (end && start && start.line - end.line + (end.column === 1 ? 1 : 0) > 1) return true
  }
  return false
}

/** Lists and their like may take the blank line after them as their own, that of a quote above all. */
function contentEnd(node: Nodes | undefined): Point | undefined {
  return lastBlocks(node, unmarkedContainers).at(-1)?.position?.end
}

function separate(children: readonly Nodes[]): void {
  for (let index = 1; index < children.length; index++) {
    const before = children[index - 1]
    const node = children[index]
    if (!before?.position || !node?.position || !isAfter(before.position.end, node.position.start)) continue
    const inner = node.type === 'heading' ? node.children[0]?.position?.start : undefined
    if (inner && !isAfter(before.position.end, inner)) node.position.start = {...inner}
    else endBefore(before, node.position.start)
  }
}

/** Let a node, and the last nodes in it, end where its content does and not behind `limit`. */
function endBefore(node: Nodes, limit: Point): void {
  for (let at: Nodes | undefined = node; at?.position && isAfter(at.position.end, limit); ) {
    const last: Nodes | undefined = isParent(at) ? at.children.at(-1) : undefined
    const end: Point = last?.position && !isAfter(last.position.end, limit) ? last.position.end : limit
    at.position.end = {...end}
    at = last
  }
}

function isAfter(a: Point, b: Point): boolean {
  return (a.offset ?? 0) > (b.offset ?? 0)
}
