/**
 * A bracket with a title without end in time behind it closes no link (`endless-title.ts`), and no other can be told to the
 * engine. Another closing sign stands for it, and is put back in the tree.
 */
import {longestLine} from './differences.js'
import {unsure} from './unsure.js'

/** Punctuation, as a bracket is. */
const sign = '\u301b'

/** Hides such brackets of one page. */
export class HiddenBrackets {
  readonly #page: string
  #areAny = false

  constructor(page: string) {
    this.#page = page
  }

  /** What stands for one on a line. */
  hide(line: string): string {
    if (line.length > longestLine || (!this.#areAny && this.#page.includes(sign))) unsure('a very long title')
    this.#areAny = true
    return sign
  }

  /** Whether a string of the tree has any. */
  areIn(value: string): boolean {
    return this.#areAny && value.includes(sign)
  }

  /** A string of the tree as the page has it. */
  show(value: string): string {
    return this.#areAny ? value.replaceAll(sign, ']') : value
  }
}
