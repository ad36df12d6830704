/** Where in a link or image its address is written; mdast keeps only the whole. */
import type {Image, Link} from 'mdast'
import type {Position} from 'unist'
import {along, besides} from '../ast/place.js'

/**
 * The range of the address, if it is written in the node itself and on the line where it ends.
 *
 * @param source the page's text.
 */
export function placeOfUrl(source: string, node: Link | Image): Position | undefined {
  const {position} = node
  const start = position?.start.offset
  const end = position?.end
  const url = node.writtenUrl ?? node.url
  if (!position || start === undefined || end?.offset === undefined || !url) return
  // Behind the text, which may say the same; the text of `<address>` is the address.
  const text = node.type === 'link' && source[start] !== '<' ? node.children.at(-1) : undefined
  const inner = text?.position?.end.offset ?? start
  // Only in the link itself: an address that is written otherwise must not be looked for through the whole page.
  const at = start + source.slice(start, end.offset).lastIndexOf(url)
  if (at < inner || at < start || source.slice(at, end.offset).includes('\n')) return
  const begin = along(end, at - end.offset)
  return besides(position, {start: begin, end: along(begin, url.length)})
}
