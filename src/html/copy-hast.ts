/** Copies of hast that somebody else made, to be changed in place. */
import type {ElementContent, Nodes, RootContent} from 'hast'
import type {Raw} from 'mdast-util-to-hast'
import type {Point} from 'unist'
import {isContent} from './hast-parts.js'

/**
 * Elements and texts that are nobody else's; a list in their properties may be.
 *
 * @param onRaw called for each node of raw HTML.
 */
export function copyOf(
  children: readonly RootContent[],
  onRaw: (node: Raw) => void = () => {}
): ElementContent[] {
  // Lists that are as long as they need to be: most are of one.
  const copies = children.map((node) => copyNode(node, onRaw))
  return copies.every(isContent) ? copies : copies.filter(isContent)
}

function copyNode(node: RootContent, onRaw: (node: Raw) => void): RootContent {
  if (node.type === 'text') return patch(node, {type: 'text', value: node.value})
  if (node.type === 'raw') onRaw(node)
  if (node.type !== 'element') return node
  const {tagName, properties} = node
  const children = copyOf(node.children, onRaw)
  return patch(node, {type: 'element', tagName, properties: {...properties}, children})
}

/** A copy stands where its original does, and says the same of itself. */
export function patch<T extends Nodes>(from: T, to: T): T {
  const {position, data} = from
  if (data) to.data = {...data}
  if (position && isPoint(position.start) && isPoint(position.end)) to.position = position
  return to
}

function isPoint(point: Point | undefined): boolean {
  return point !== undefined && point.line > 0 && point.column > 0
}
