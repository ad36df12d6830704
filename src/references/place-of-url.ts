/** Where in a link or image its address is written; mdast keeps only the whole. */
import type {Image, Link} from 'mdast'
import type {Position} from 'unist'
import {along} from '../ast/place.js'

/**
 * The range of the address, if it is written in the node itself and on the line where it ends.
 *
 * @param source the page's text.
 */
export function placeOfUrl(source: string, node: Link | Image): Position | undefined {
  const start = node.position?.start.offset
  const end = node.position?.end
  if (start === undefined || end?.offset === undefined || !node.url) return
  const inner = node.type === 'link' ? (node.children.at(-1)?.position?.end.offset ?? start) : start
  const at = source.lastIndexOf(node.url, end.offset - 1)
  if (at < inner || source.slice(at, end.offset).includes('\n')) return
  const begin = along(end, at - end.offset)
  return {start: begin, end: along(begin, node.url.length)}
}
