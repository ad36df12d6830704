/**
 * The engine copies a text again for each character reference in it: 80,000 of them end the process. Where a page has
 * many, their ampersands are hidden behind another sign, and they are read when they are put back in the tree.
 */
import {decodeString} from 'micromark-util-decode-string'
import {ampersand, brace, holdsAny} from './characters.js'

/** The copies for fewer cost nothing. */
const many = 100

/** Punctuation, as an ampersand is, that means nothing to the engine, with the references that stand for it. */
const signs: readonly (readonly [sign: string, references: RegExp])[] = [
  [',', /&(?:comma|#0*44|#x0*2c);/i],
  ['^', /&(?:hat|#0*94|#x0*5e);/i],
  ['?', /&(?:quest|#0*63|#x0*3f);/i]
]

const name = '(?:#\\d{1,7}|#x[\\da-f]{1,6}|[\\da-z]{1,31});'

/** The ampersand of a reference; behind a backslash it is none, and behind a bracket a sign may mean something. */
const opening = new RegExp(`(?<![\\\\[])&(?=${name})`, 'gi')

/** Hides the character references of one page. */
export class HiddenReferences {
  /** Nothing else on the page is this sign, or becomes it. */
  readonly #sign: string | undefined
  readonly #hidden: RegExp | undefined

  constructor(text: string) {
    if (!hasMany(text)) return
    this.#sign = signs.find(([sign, references]) => !text.includes(sign) && !references.test(text))?.[0]
    this.#hidden = this.#sign === undefined ? undefined : new RegExp(`\\${this.#sign}(${name})`, 'gi')
  }

  /** A line without references, of the same length; in addresses between angles, roles and attributes they are none. */
  hide(line: string, held: number): string {
    if (this.#sign === undefined || !holdsAny(held, ampersand)) return line
    return holdsAny(held, brace) || line.includes('<') ? line : line.replace(opening, this.#sign)
  }

  /** Whether a string of the tree has any that are hidden. */
  isIn(value: string): boolean {
    return this.#sign !== undefined && value.includes(this.#sign)
  }

  /** A string of the tree as the page has it. */
  show(value: string): string {
    return this.#sign === undefined ? value : value.replaceAll(this.#sign, '&')
  }

  /** A string of the tree with what its references stand for. */
  read(value: string): string {
    return this.#hidden ? value.replace(this.#hidden, (_, rest: string) => decodeString(`&${rest}`)) : value
  }
}

function hasMany(text: string): boolean {
  let at = -1
  for (let count = 0; count <= many; count++) {
    at = text.indexOf('&', at + 1)
    if (at === -1) return false
  }
  return true
}
