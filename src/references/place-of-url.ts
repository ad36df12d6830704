/** Where in a link or image its address is written; mdast keeps only the whole. */
import type {Image, Link} from 'mdast'
import type {Position} from 'unist'
import {along, besides} from '../ast/place.js'

/**
 * The range of the address, if it is written in the node itself and on the line where that begins or ends.
 *
 * @param source the page's text.
 */
export function placeOfUrl(source: string, node: Link | Image): Position | undefined {
  const {start, end} = node.position ?? {}
  const url = node.writtenUrl ?? node.url
  if (!node.position || start?.offset === undefined || end?.offset === undefined || !url) return
  // Only in the link itself: an address that is written otherwise must not be looked for through the whole page.
  const written = source.slice(start.offset, end.offset)
  // Behind the text, which may say the same; the text of `<address>` is the address.
  const text = node.type === 'link' && !written.startsWith('<') ? node.children.at(-1) : undefined
  // A title or attributes may stand behind the address and say the same once more.
  const opening = /^<|\]\([ \t\r\n]*<?|\bsrc\s*=\s*["']?/gi
  opening.lastIndex = (text?.position?.end.offset ?? start.offset) - start.offset
  while (opening.exec(written)) {
    const at = opening.lastIndex
    if (!written.startsWith(url, at)) continue
    const begin = !/[\r\n]/.test(written.slice(0, at))
      ? along(start, at)
      : !/[\r\n]/.test(written.slice(at)) && along(end, at - written.length)
    return begin ? besides(node.position, {start: begin, end: along(begin, url.length)}) : undefined
  }
  return
}
