/** Addresses in raw HTML, which Sphinx leaves as they are, dead or not: resolved as those of directives are. */
import type {Html} from 'mdast'
import type {Point, Position} from 'unist'
import {along} from '../ast/place.js'
import {withAddresses} from '../names/html-tags.js'
import {imageAddress} from './link-pictures.js'
import type {LinkRun} from './link-run.js'

/** Raw HTML with the addresses that its page's place asks for. */
export function linkHtml(run: LinkRun, node: Html): Html {
  let place: ReturnType<typeof placesIn> | undefined
  const value = withAddresses(node.value, ({isLink, value: url, start, end}) => {
    place ??= placesIn(node, run.sourceOf(node.position))
    // What is of the host, or nobody's, stays.
    if (!url || (isLink && /^(?:[a-z][a-z\d+.-]*:|\/\/|#$)/i.test(url))) return url
    const position = place(start, end)
    if (!isLink) return imageAddress(run, url, position)
    const resolution = run.ask({role: 'html', target: url, explicit: true}, position)
    return resolution.status === 'missing' ? url : resolution.url
  })
  return value === node.value ? node : {...node, value}
}

/** Where parts of the HTML stand, asked for in their order. In a quote or list its lines do not touch: the whole is told. */
function placesIn(
  {value, position}: Html,
  source: string
): (from: number, to: number) => Position | undefined {
  const offset = position?.start.offset
  if (!position || offset === undefined || source.slice(offset, position.end.offset) !== value)
    return () => position
  const ends = value.matchAll(/\r\n|\r|\n/g)
  let next = ends.next()
  let line = position.start
  let lineAt = 0
  const point = (index: number): Point => {
    for (; !next.done && next.value.index < index; next = ends.next()) {
      lineAt = next.value.index + next.value[0].length
      line = {line: line.line + 1, column: 1, offset: offset + lineAt}
    }
    return along(line, index - lineAt)
  }
  return (from, to) => ({...position, start: point(from), end: point(to)})
}
