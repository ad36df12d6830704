/** What lines look like, whatever stands around them. */
import type {FenceMarker} from '../directive/header.js'
import {indentOf} from '../tokenize/quoted.js'

/**
 * What stands before the content of a line: markers of quotes and items, and white space.
 *
 * @example
 * prefixOf('> - a') // '> - '
 */
export function prefixOf(line: string): string {
  let end = 0
  for (;;) {
    const start = whiteFrom(line, end)
    end = markerEnd(line, start)
    if (end === start) return line.slice(0, start)
  }
}

/** Whether the marker of an item stands there. */
export function isItemAt(line: string, index: number): boolean {
  return line.charCodeAt(index) !== 0x3e && markerEnd(line, index) > index
}

/** Where the marker of a quote or an item ends that begins there; where it would begin, if none does. */
function markerEnd(line: string, start: number): number {
  const code = line.charCodeAt(start)
  if (code === 0x3e) return start + 1
  let end = start
  if (code === 0x2a || code === 0x2b || code === 0x2d) end++
  else {
    while (end < start + 9 && isDigit(line.charCodeAt(end))) end++
    const closing = line.charCodeAt(end)
    if (end === start || (closing !== 0x2e && closing !== 0x29)) return start
    end++
  }
  return end === line.length || isWhite(line.charCodeAt(end)) ? end : start
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function isWhite(code: number): boolean {
  return code === 0x20 || code === 0x09
}

/** Where white space ends that begins there: spaces and tabs, as no other is any in Markdown. */
function whiteFrom(line: string, start: number): number {
  let end = start
  while (isWhite(line.charCodeAt(end))) end++
  return end
}

/** Columns of white space before the text of a line. */
export function whiteBefore(line: string): number {
  return whiteFrom(line, 0)
}

/** Columns of white space and markers; a tab goes on to the next column of four. */
export function columnsOf(prefix: string): number {
  return indentOf(prefix, prefix.length, 0)
}

export function isBlank(line: string): boolean {
  return whiteBefore(line) === line.length
}

/** A line without white space at its end. */
export function trimEnd(line: string): string {
  let end = line.length
  while (line[end - 1] === ' ' || line[end - 1] === '\t') end--
  return line.slice(0, end)
}

export function isHeading(text: string): boolean {
  return /^#{1,6}(?:[ \t]|$)/.test(text)
}

/** Whether a line may be that of a heading above it, or a break. */
export function mayBeRule(rest: string): boolean {
  return /^(?:=+|([-_*])(?:[ \t]*\1)*)[ \t]*$/.test(rest)
}

/** Whether a line is a thematic break, if it is no line of a heading. */
export function isBreak(rest: string): boolean {
  return /^([-_*])(?:[ \t]*\1){2,}[ \t]*$/.test(rest)
}

export function isDashes(line: string): boolean {
  return /^---[ \t]*$/.test(line)
}

export function isFence(marker: string): marker is FenceMarker {
  return marker === '`' || marker === '~'
}

/** Whether a text may be more than running text. */
export function mayOpenBlock(text: string): boolean {
  return /^(?:[-+*](?:[ \t]|$)|\d{1,9}[.)]|[>%|#=^]|<(?![A-Za-z][A-Za-z0-9+.-]+:)|[:~][ \t]|:::|```|~~~|\(.*\)=|\+\+\+|\{.*\}[ \t]*$|\$\$|\\begin|\[.*\]:| {4}|---|\*\*\*|___)/s.test(
    text
  )
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
  let depth = 0
  for (let index = 0; index < prefix.length; index++) if (prefix.charCodeAt(index) === 0x3e) depth++
  return depth
}

/** What ends raw HTML of the kinds that blank lines do not end (CommonMark's kinds 1 to 5). */
export function htmlEnd(rest: string): RegExp | undefined {
  if (/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i.test(rest)) return /<\/(?:script|pre|style|textarea)>/i
  if (rest.startsWith('<!--')) return /-->/
  if (rest.startsWith('<?')) return /\?>/
  if (rest.startsWith('<![CDATA[')) return /\]\]>/
  return /^<![A-Za-z]/.test(rest) ? />/ : undefined
}

const blockNames = new Set(
  'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead title tr track ul'.split(
    ' '
  )
)

/** Whether a line begins raw HTML that ends a paragraph and goes on up to a blank line (CommonMark's kind 6). */
export function isHtmlBlock(rest: string): boolean {
  const name = /^<\/?([A-Za-z][A-Za-z0-9]*)(?=[ \t>]|\/>|$)/.exec(rest)?.[1]
  return name !== undefined && blockNames.has(name.toLowerCase())
}
