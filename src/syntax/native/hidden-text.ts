/** What of a page's running text is hidden behind signs of the same length, and put back in the tree. */
import {holdsAny} from './characters.js'
import {HiddenAddresses} from './hidden-addresses.js'
import {HiddenSymbols} from './hidden-symbols.js'
import type {PageLines} from './source-lines.js'

export class HiddenText {
  readonly #addresses: HiddenAddresses
  readonly #symbols: HiddenSymbols

  constructor(page: PageLines) {
    this.#addresses = new HiddenAddresses(page.text)
    this.#symbols = new HiddenSymbols(page)
  }

  /**
   * A line as the engine may read it; the line itself where nothing is hidden.
   *
   * @param held what characters it holds.
   */
  hide(line: string, held: number): string {
    const shown = this.#symbols.areAny ? this.#symbols.hide(line, held) : line
    return holdsAny(held, this.#addresses.characters) ? this.#addresses.hide(shown) : shown
  }

  /** A string of the tree as the page has it. */
  show(value: string): string {
    const shown = this.#addresses.show(value)
    return this.#symbols.areAny ? this.#symbols.show(shown) : shown
  }
}
