/** What of a page's running text is hidden behind signs of the same length, and put back in the tree. */
import {holdsAny} from './characters.js'
import {HiddenAddresses} from './hidden-addresses.js'
import {HiddenBrackets} from './hidden-brackets.js'
import {HiddenReferences} from './hidden-references.js'
import {HiddenSymbols} from './hidden-symbols.js'
import type {PageLines} from './source-lines.js'

export class HiddenText {
  readonly #addresses: HiddenAddresses
  readonly #brackets: HiddenBrackets
  readonly #references: HiddenReferences
  readonly #symbols: HiddenSymbols

  constructor(page: PageLines) {
    this.#addresses = new HiddenAddresses(page.text)
    this.#brackets = new HiddenBrackets(page.text)
    this.#references = new HiddenReferences(page.text)
    this.#symbols = new HiddenSymbols(page)
  }

  /**
   * A line as the engine may read it; the line itself where nothing is hidden.
   *
   * @param held what characters it holds.
   */
  hide(line: string, held: number): string {
    const plain = this.#references.hide(line, held)
    const shown = this.#symbols.areAny ? this.#symbols.hide(plain, held) : plain
    return holdsAny(held, this.#addresses.characters) ? this.#addresses.hide(shown) : shown
  }

  /** What stands for a bracket of a line that closes nothing. */
  hideBracket(line: string): string {
    return this.#brackets.hide(line)
  }

  /** Whether a string of the tree has such brackets. */
  hasBrackets(value: string): boolean {
    return this.#brackets.areIn(value)
  }

  /** A string of the tree as the page has it. */
  show(value: string): string {
    return this.#references.show(this.#showSigns(value))
  }

  /** A string of the tree in which character references are read. */
  read(value: string): string {
    return this.#references.read(this.#showSigns(value))
  }

  /** Whether a string of the tree has character references that are hidden. */
  hasReferences(value: string): boolean {
    return this.#references.isIn(value)
  }

  #showSigns(value: string): string {
    const shown = this.#brackets.show(this.#addresses.show(value))
    return this.#symbols.areAny ? this.#symbols.show(shown) : shown
  }
}
