/**
 * The engine makes links of addresses in running text and cannot be told not to. So one character of each is hidden
 * behind one that the page does not have, and put back in the tree.
 */
import {at, colon, dot} from './characters.js'
import {unsure} from './unsure.js'

/** Signs that mean nothing to the engine; where a page has all of them, those of private use, which cost more. */
const signs = [...'%QZXJqzKVWYHUjxGBDEFNOLkv', '\ue000', '\ue001', '\ue002']
const shown: readonly string[] = [':', '@', '.']

/** What the engine makes a link of, wherever it stands. */
export const address = /\b(?:https?|ftp|mailto|xmpp):|@|\bwww\./gi
/** The same, and what is behind brackets and can be nothing else: no address in it is running text. */
const addressOrResource = new RegExp(`(?<!\\\\)\\]\\([^\\s()<>\\\\\`$\\{|]*\\)|${address.source}`, 'gi')
const mayHide = /:\/\/|@|www\.|mailto:|xmpp:/i
/** Longer is no address between angles. */
const longest = 300

/** Hides the addresses of one page. */
export class HiddenAddresses {
  /** Characters of which a line has one, if it has an address. */
  readonly characters: number
  readonly #signs: readonly string[]
  readonly #isHidden: RegExp
  #hidesAny = false

  constructor(text: string) {
    const has = mayHide.test(text)
    this.characters = has ? at | colon | (/www\./i.test(text) ? dot : 0) : 0
    this.#signs = has ? signsFor(text) : []
    this.#isHidden = new RegExp(`[${this.#signs.join('')}]`)
  }

  /**
   * A line without addresses, of the same length; the line itself where it has none. Leaves the native road where
   * hiding would be seen.
   */
  hide(line: string): string {
    if (!mayHide.test(line)) return line
    if (/[*_~]@|@[*_~]|www\.[*_~]/i.test(line)) unsure('an address beside emphasis')
    // Behind what may be the call of a footnote parentheses are text.
    return line.replace(line.includes('[^') ? address : addressOrResource, (match, start: number) => {
      if (match.startsWith(']')) return match
      // An escape takes the character, which cannot be part of an address then.
      if (line[start - 1] === '\\') return match
      const last = match.slice(-1)
      // What stands behind an angle may be an autolink, and must not become HTML.
      if (/<[^<>\s]*$/.test(line.slice(Math.max(0, start - longest), start))) return match
      this.#hidesAny = true
      return match.slice(0, -1) + this.#signs[shown.indexOf(last)]
    })
  }

  /** A string of the tree as the page has it. */
  show(value: string): string {
    if (!this.#hidesAny || !this.#isHidden.test(value)) return value
    let out = value
    for (let index = 0; index < this.#signs.length; index++)
      out = out.replaceAll(this.#signs[index] ?? '', shown[index] ?? '')
    return out
  }
}

/** Signs that a text with addresses does not have. */
function signsFor(text: string): readonly string[] {
  const found: string[] = []
  for (const sign of signs) {
    if (!text.includes(sign)) found.push(sign)
    if (found.length === shown.length) return found
  }
  return unsure('every sign is taken')
}
