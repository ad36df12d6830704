/**
 * Characters beyond the first 65,536, most of them emoji, are punctuation to the engine; micromark, which sees their
 * halves, takes them for letters. It matters beside marks of emphasis: there two characters that are letters to both
 * stand for such a one, and are put back in the tree.
 */
import {holdsAny, star, tilde, underscore} from './characters.js'
import type {PageLines} from './source-lines.js'
import {unsure} from './unsure.js'

const besideMarks = /(?<=[*_~])[\u{10000}-\u{10FFFF}]|[\u{10000}-\u{10FFFF}](?=[*_~])/gu

/** Of private use, as are those behind it that say which character it is. */
const sign = '\ue100'
const firstNumber = 0xe101
const mostNumbers = 0x400
const anyPrivate = /[\ue100-\ue500]/
const hiddenSymbol = /\ue100([\ue101-\ue500])/g

/** Hides the symbols of one page. */
export class HiddenSymbols {
  /** Whether there are any. */
  readonly areAny: boolean
  readonly #symbols: string[] = []

  constructor({text, hasSurrogates}: PageLines) {
    this.areAny = hasSurrogates && text.search(besideMarks) !== -1
    if (this.areAny && anyPrivate.test(text)) unsure('a symbol beside emphasis, and every sign is taken')
  }

  /** A line of the same length without those that are beside marks; the line itself where it has none. */
  hide(line: string, held: number): string {
    if (!this.areAny || !holdsAny(held, star | underscore | tilde)) return line
    return line.replace(besideMarks, (symbol) => {
      // In labels, which are compared without cases, a sign has none.
      if (symbol.toLowerCase() !== symbol.toUpperCase()) unsure('a letter beyond the plane beside emphasis')
      let number = this.#symbols.indexOf(symbol)
      if (number === -1) number = this.#symbols.push(symbol) - 1
      if (number === mostNumbers) unsure('too many symbols beside emphasis')
      return sign + String.fromCharCode(firstNumber + number)
    })
  }

  /** A string of the tree as the page has it. */
  show(value: string): string {
    if (!value.includes(sign)) return value
    return value.replace(
      hiddenSymbol,
      (_, number: string) => this.#symbols[number.charCodeAt(0) - firstNumber] ?? ''
    )
  }
}
