/** Writes numbers into a page's tree: before captions and headings, and on the node itself. */
import type {Heading, Nodes, PhrasingContent} from 'mdast'
import type {CaptionNumber} from '../ast/nodes.js'
import {isParent} from '../ast/tree.js'
import type {Inventory} from './inventory.js'
import {fillNumber} from './number-config.js'
import type {GivenNumber} from './numbers.js'

/** A copy of a node with its number, or the node where it has none. */
export function withNumber<T extends Nodes>(node: T, {numbers}: Inventory, page: string): T {
  // Most nodes are none of those that may bear one.
  const given = node.ordinal === undefined ? undefined : numbers.block(page, node.ordinal)
  if (!given) return node
  const numbered = Object.assign({}, node, {enumerator: given.number})
  if (!isParent(numbered) || node.type !== 'container') return numbered
  const label = given.kind === 'subfigure' ? `(${given.number.replace(/^[\d.]*/, '')})` : undefined
  const children = numbered.children.map((child) =>
    child.type === 'caption' ? {...child, children: [numberBefore(given, label), ...child.children]} : child
  )
  return Object.assign(numbered, {children})
}

/** A heading with the number of its section: `2.1. Title`. */
export function withSectionNumber(node: Heading, {numbers}: Inventory, page: string): Heading {
  const given = node.ids && numbers.section(page, node.ids[0])
  if (!given) return node
  return {
    ...node,
    enumerator: given.number,
    children: [numberBefore(given, `${given.number}.`), ...node.children]
  }
}

function numberBefore(given: GivenNumber, words?: string | undefined): CaptionNumber {
  const value = `${words ?? fillNumber(given.template, given.number)} `
  const text: PhrasingContent = {type: 'text', value}
  return {type: 'captionNumber', kind: given.kind, enumerator: given.number, children: [text]}
}
