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
  opening.lastIndex = (text?.position?.end.offset ?? start.offset) - start.offset
  while (opening.test(written)) {
    const at = opening.lastIndex
    if (!written.startsWith(url, at)) continue
    const begin = isOneLine(written, 0, at)
      ? along(start, at)
      : isOneLine(written, at, written.length) && along(end, at - written.length)
    return begin ? besides(node.position, {start: begin, end: along(begin, url.length)}) : undefined
  }
  return
}

/** What stands before an address: of `<address>`, of a link or image, and of an `<img>`. */
const opening = /^<|\]\([ \t\r\n]*<?|\bsrc\s*=\s*["']?/gi

function isOneLine(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const letter = text.charCodeAt(at)
    if (letter === 10 || letter === 13) return false
  }
  return true
}
