/** Titles of links that are far from their end: over thousands of lines they take the engine the square. */
import {maxTitle} from '../endless-title.js'
import {unsure} from './unsure.js'

/**
 * Whether what may be a title behind an address does not end in time, as far as lines tell it that may have more before
 * them than their text.
 */
export function hasFarTitle(text: string): boolean {
  const first = text.indexOf('](')
  if (first === -1) return false
  /** By how a title ends, where the next such sign is. */
  const ends: Record<string, number> = {}
  for (const {0: opening, index} of text.slice(first).matchAll(/[\s>]["'(]/g)) {
    const start = first + index + 1
    const sign = endOf(opening.slice(-1))
    let end = ends[sign] ?? 0
    while (end <= start || text[end - 1] === '\\') {
      end = text.indexOf(sign, Math.max(end, start) + 1)
      if (end === -1) end = text.length + maxTitle
    }
    ends[sign] = end
    if (end - start > maxTitle && start + maxTitle < text.length) return true
  }
  return false
}

/** Finds those of one text that have no end in time, as `endless-title.ts` does: what stands before is no link. */
export class EndlessTitles {
  readonly #text: string
  readonly #areAny: boolean
  /** Signs below a heading, and at its end, are no part of its text. */
  readonly #end: number
  /** Where the last was left, by what would have ended it. */
  readonly #left = new Map<string, number>()

  constructor(text: string) {
    this.#text = text
    this.#areAny = text.length > maxTitle && hasFarTitle(text)
    this.#end = this.#areAny ? text.replace(/(?<![\s#=-])[\s#=-]+$/, '').length : 0
  }

  /** Whether such a one follows on a closing bracket. */
  followOn(bracket: number): boolean {
    if (!this.#areAny || this.#text[bracket + 1] !== '(') return false
    before.lastIndex = bracket
    const written = before.exec(this.#text)?.[0]
    if (written === undefined) unsure('a very long title')
    const start = bracket + written.length
    const end = endOf(this.#text.charAt(start))
    return end !== '' && (start < (this.#left.get(end) ?? 0) || this.#isEndless(start, end))
  }

  #isEndless(start: number, end: string): boolean {
    const text = this.#text
    const limit = start + maxTitle + 1
    for (let at = start + 1; at <= limit; at++) {
      if (text[at] === end || at === text.length) return false
      if (text[at] === '\\') at++
    }
    if (limit >= this.#end) unsure('a very long title')
    this.#left.set(end, limit)
    return true
  }
}

/** All before a title, or before what ends a link; not many write an address with parentheses or escapes. */
const before =
  /\]\([ \t\n]*(?:<[^<>\n\\]{0,2000}>[ \t\n]*|[^\0- <()\\\x7f][^\0- ()\\\x7f]{0,2000}(?=[ \t\n)]|$)[ \t\n]*|(?=\)))/y

/** What ends a title, by what begins it; empty for what begins none. */
function endOf(sign: string): string {
  switch (sign) {
    case '(':
      return ')'
    case '"':
    case "'":
      return sign
    default:
      return ''
  }
}
