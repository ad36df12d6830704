/** The grammar of definition lists. */
import {contentOf} from '../tokenize/quoted.js'

/**
 * Whether a text begins a description: `:` or `~`, white space, and something behind.
 *
 * @param text up to its end; an indent of up to three spaces may stand before.
 * @example
 * opensDescription(': what it means') // true
 */
export function opensDescription(text: string): boolean {
  return /^ {0,3}[:~][ \t]+\S/.test(text)
}

/** A quick look: a line in which a marker of a description comes first, in whatever quotes. */
export function mayFollowTerm(line: string | undefined): boolean {
  if (line === undefined) return false
  let index = 0
  while (isBefore(line.charCodeAt(index))) index++
  const code = line.charCodeAt(index)
  if (code !== 0x3a && code !== 0x7e) return false
  const behind = line.charCodeAt(index + 1)
  return behind === 0x20 || behind === 0x09
}

/** White space or the marker of a quote. */
function isBefore(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x3e
}

/** The place of a term's line in its page. */
export interface TermPlace {
  /** In how many quotes it stands. */
  quotes: number
  /** How many columns stand before it in the innermost: the markers and indents of other containers. */
  before: number
}

/**
 * How many lines behind a term its description begins: one, or two with a blank line between.
 *
 * @param term from its first to its last character.
 * @param next the two lines after it, as they stand in the page.
 * @example
 * descriptionAfter('Term', {before: 0, quotes: 0}, ['', ': what it means']) // 2
 */
export function descriptionAfter(
  term: string,
  {before, quotes}: TermPlace,
  [first, second]: readonly [string | undefined, string | undefined]
): 1 | 2 | undefined {
  if (first === undefined || /^\[[^[\]]*\]:/.test(term) || opensDescription(term)) return
  if (describes(first, before, quotes)) return 1
  const blank = contentOf(first, quotes)
  if (blank?.text.trim() !== '' || second === undefined) return
  return describes(second, before, quotes) ? 2 : undefined
}

function describes(line: string, before: number, quotes: number): boolean {
  const content = contentOf(line, quotes)
  if (!content || !/^[:~][ \t]+\S/.test(content.text)) return false
  return content.indent >= before && content.indent <= before + 3
}
