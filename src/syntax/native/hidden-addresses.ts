/**
 * The engine makes links of addresses in running text and cannot be told not to. So one character of each is hidden
 * behind one that the page does not have, and put back in the tree.
 */
import {unsure} from './unsure.js'

/** Signs that mean nothing to the engine; where a page has all of them, those of private use, which cost more. */
const signs = [...'%QZXJqzKVWYHUjxGBDEFNOLkv', '\ue000', '\ue001', '\ue002']
const shown: readonly string[] = [':', '@', '.']

const address = /\b(?:https?|ftp|mailto|xmpp):|@|\bwww\./gi
const mayHide = /:\/\/|@|www\.|mailto:|xmpp:/i
/** Longer is no address between angles. */
const longest = 300

/** Hides the addresses of one page. */
export class HiddenAddresses {
  readonly #signs: readonly string[]
  readonly #isHidden: RegExp

  /** Leaves the native road where hiding would be seen. */
  constructor(text: string) {
    if (/[*_~]@|@[*_~]|www\.[*_~]/i.test(text)) unsure('an address beside emphasis')
    this.#signs = mayHide.test(text)
      ? signs.filter((sign) => !text.includes(sign)).slice(0, shown.length)
      : []
    this.#isHidden = new RegExp(`[${this.#signs.join('')}]`, 'g')
    if (mayHide.test(text) && this.#signs.length < shown.length) unsure('every sign is taken')
  }

  /** A line without addresses, of the same length; the line itself where it has none. */
  hide(line: string): string {
    if (this.#signs.length === 0 || !mayHide.test(line)) return line
    return line.replace(address, (match, at: number) => {
      // An escape takes the character, which cannot be part of an address then.
      if (line[at - 1] === '\\') return match
      const last = match.slice(-1)
      // What stands behind an angle may be an autolink, and must not become HTML.
      if (/<[^<>\s]*$/.test(line.slice(Math.max(0, at - longest), at))) return match
      return match.slice(0, -1) + this.#signs[shown.indexOf(last)]
    })
  }

  /** A string of the tree as the page has it. */
  show(value: string): string {
    return this.#signs.length === 0
      ? value
      : value.replace(this.#isHidden, (sign) => shown[this.#signs.indexOf(sign)] ?? sign)
  }
}
