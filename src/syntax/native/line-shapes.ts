/** What lines look like, whatever stands around them. */
import type {FenceMarker} from '../directive/header.js'

/** What stands before a line's content: markers of quotes and items, and white space. */
const prefixes = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)))*[ \t]*/

/**
 * What stands before the content of a line.
 *
 * @example
 * prefixOf('> - a') // '> - '
 */
export function prefixOf(line: string): string {
  return prefixes.exec(line)?.[0] ?? ''
}

export function isHeading(text: string): boolean {
  return /^#{1,6}(?:[ \t]|$)/.test(text)
}

export function isDashes(line: string): boolean {
  return /^---[ \t]*$/.test(line)
}

export function isFence(marker: string): marker is FenceMarker {
  return marker === '`' || marker === '~'
}

/** Whether a text may be more than running text. */
export function mayOpenBlock(text: string): boolean {
  return /^(?:[-+*](?:[ \t]|$)|\d{1,9}[.)]|[>%|#=^]|<(?![A-Za-z][A-Za-z0-9+.-]+:)|[:~][ \t]|:::|```|~~~|\(.*\)=|\+\+\+|\{.*\}[ \t]*$|\$\$|\\begin|\[.*\]:| {4}|---|\*\*\*|___)/.test(
    text
  )
}

/** A quick look: a line in which a marker of a description comes first. */
export function mayFollowTerm(line: string | undefined): boolean {
  return line !== undefined && /^[\s>]*[:~][ \t]/.test(line)
}

/** Whether a line that looks like a new block may be a further line of the paragraph above. */
export function mayGoOn(prefix: string, line: string): boolean {
  return (
    / {4}|\t/.test(prefix) ||
    prefix.length === line.length ||
    line[prefix.length] === '|' ||
    /\d/.test(prefix.replace(/^[ >]*1[.)]/, ''))
  )
}

export function quoteDepth(prefix: string): number {
  return prefix.split('>').length - 1
}

/** What ends raw HTML of the kinds that blank lines do not end (CommonMark's kinds 1 to 5). */
export function htmlEnd(rest: string): RegExp | undefined {
  if (/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i.test(rest)) return /<\/(?:script|pre|style|textarea)>/i
  if (rest.startsWith('<!--')) return /-->/
  if (rest.startsWith('<?')) return /\?>/
  if (rest.startsWith('<![CDATA[')) return /\]\]>/
  return /^<![A-Za-z]/.test(rest) ? />/ : undefined
}
