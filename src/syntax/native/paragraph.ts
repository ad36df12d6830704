/** The running text that is being read: a paragraph, a heading or a row, whose marks are hidden when it ends. */

import type {SyntaxOptions} from '../spec.js'
import {brace, dollar, holdsAny} from './characters.js'
import {
  columnsOf,
  isBreak,
  isHeading,
  isHtmlBlock,
  mayBeRule,
  mayGoOn,
  prefixOf,
  quoteDepth,
  trimEnd
} from './line-shapes.js'
import {holdsOpenings, maskText, mayHoldEndlessTitle, mayHoldMarks, type TextLines} from './mask-text.js'
import {endsText, type MaskedPage} from './masked-page.js'
import type {PageLines} from './source-lines.js'
import {pointAt} from './source-lines.js'
import {unsure} from './unsure.js'

export class Paragraph {
  /** What the line above is, to know whether a paragraph may go on. */
  above: 'text' | 'comment' | 'other' = 'other'
  readonly #page: PageLines
  readonly #masked: MaskedPage
  readonly #options: SyntaxOptions
  readonly #lines: TextLines = {first: 0, count: 0, from: []}
  #mayHoldMarks = false
  /** What of a table at the margin the line above seems to be. */
  #table: 'head' | 'rows' | undefined
  #quotes = 0
  /** Where the first line begins, if it may be indented code, which a line further out ends. */
  #code = 0

  constructor(page: PageLines, masked: MaskedPage, options: SyntaxOptions) {
    this.#page = page
    this.#masked = masked
    this.#options = options
  }

  /** Add a line of the page that begins no block of ours. */
  addLine(index: number, line: string, prefix: string): void {
    const rest = line.slice(prefix.length)
    if (prefix !== '') this.#checkPrefix(prefix, rest)
    if (this.above === 'text' && isDelimiterRow(rest)) this.#checkHead(index, prefix)
    const isOther = mayBeOther(rest.charCodeAt(0))
    const isTitle = isOther && isHeading(rest)
    // Dashes end what is above them; so do equals signs, if it is a paragraph of this container.
    const isRule = isOther && mayBeRule(rest)
    const isNew =
      (isOther && (isRule || isTitle || rest.startsWith('|') || isHtmlBlock(rest))) ||
      (prefix !== '' && /[-+*.)]/.test(prefix))
    // One further in may be text, or code.
    const isFar = / {4}|\t/.test(prefix.slice(0, prefix.lastIndexOf('>') + 1))
    const quotes = quoteDepth(prefix) + (isFar ? 0.5 : 0)
    const mayBeText = isTitle && this.above === 'text' && mayGoOn(prefix, line)
    const table = prefix === '' && rest.startsWith('|') ? this.#tableAt(rest) : undefined
    if (isNew || quotes !== this.#quotes) {
      const mayBeMore = isRule || quotes !== this.#quotes || mayGoOn(prefix, line)
      if (table !== 'rows' && mayBeMore) this.#checkEnd()
      this.cut()
      if (!mayBeMore) this.#masked.endRun()
    }
    if (this.#code > 0 && columnsOf(prefix) < this.#code) this.mayEnd()
    this.#table = table
    this.#quotes = quotes
    this.add(line, index, prefix.length)
    if (isRule || isTitle) this.cut()
    // Such a line is text where none is above it, or behind a marker that does not end what is.
    if (mayBeText) this.above = 'text'
    if (isRule && (/ {4}|\t/.test(prefix) || !isBreak(rest))) this.above = 'text'
  }

  /** Whether the line above is the head of a table for certain, if it is one. */
  #checkHead(index: number, prefix: string): void {
    const above = prefixOf(this.#page.lines[index - 1] ?? '')
    if (prefix !== '' && isOutside(above, prefix)) unsure('a row of dashes below a lazy line')
    if (above !== prefix && / {4}|\t/.test(above)) unsure('a row of dashes below a line further in')
  }

  #checkPrefix(prefix: string, rest: string): void {
    if (/[-+*]/.test(prefix) && /^\|[-:| \t]*$/.test(rest)) unsure('a row or an item')
    if (prefix.includes('\t') && /^[-:|][-:| \t]*$/.test(rest)) unsure('a tab before a row of dashes')
    if (this.above === 'text' && isHeading(rest) && / {4}|\t/.test(prefix))
      unsure('a heading that may be text')
  }

  /** Rows end for certain; lift.ts looks whether they are some. */
  #tableAt(row: string): 'head' | 'rows' {
    const {next, rows} = this.#masked
    if (this.above !== 'text' || !this.#table) return 'head'
    if (this.#table === 'head' && !isDelimiterRow(row)) return 'head'
    rows.add(this.#table === 'head' ? next - 1 : next)
    return 'rows'
  }

  /**
   * Add text.
   *
   * @param text a line as the engine sees it, but for what is hidden in it.
   * @param from where its text begins.
   * @param shift how many columns further that stands in the page.
   */
  add(text: string, index: number, from: number, shift = 0): void {
    if (this.#lines.count === 0) {
      this.#lines.first = this.#masked.next
      const before = text.slice(0, from)
      const columns = columnsOf(before)
      this.#code = columns - columnsOf(trimEnd(before)) >= 4 ? columns : 0
    }
    this.#lines.from[this.#lines.count++] = from
    const held = this.#masked.addText(text, index, shift)
    if (holdsAny(held, dollar | brace)) this.#mayHoldMarks ||= mayHoldMarks(text)
    this.above = 'text'
  }

  /** Add text that stands alone, as a heading does. */
  addAlone(
    kind: 'argument' | 'term' | 'paragraph',
    index: number,
    from: number,
    text: string,
    prefix: string
  ): void {
    if (/(?:^|[ \t])#+$/.test(text)) unsure('text that ends in #')
    this.cut()
    const position = {
      start: pointAt(this.#page, index, from),
      end: pointAt(this.#page, index, from + text.length)
    }
    const number = this.#masked.next
    this.#masked.blockMarks.set(number, {kind, position})
    if (endsText(prefix)) this.#masked.endRun()
    this.#masked.addText(`${prefix}# ${text}`, index, from - prefix.length - 2, prefix.length)
    if (mayHoldMarks(text))
      maskText(this.#masked, {first: number, count: 1, from: [prefix.length + 2]}, this.#options)
  }

  /** No text goes on behind what was added: hide what it holds. */
  cut(): void {
    this.above = 'other'
    if (this.#lines.count === 0) return
    if (this.#mayHoldMarks || mayHoldEndlessTitle(this.#masked, this.#lines))
      maskText(this.#masked, this.#lines, this.#options)
    this.#lines.count = 0
    this.#mayHoldMarks = false
  }

  /** At a marker with nothing behind it: it ends the text, or is a line of it. */
  mayEnd(): void {
    const {above} = this
    this.#checkEnd()
    this.cut()
    this.above = above
  }

  /** Where it is not certain that the text ends, nothing in it may reach further. */
  #checkEnd(): void {
    if (this.above === 'text' && holdsOpenings(this.#masked, this.#lines, this.#options))
      unsure('text that may go on')
  }
}

/** Whether a line has what parts the head of a table from its rows, and nothing else. */
function isDelimiterRow(rest: string): boolean {
  return /^[-:| \t]+$/.test(rest) && rest.includes('-') && /[:|]/.test(rest)
}

/** Whether the line above may stand outside of a container, by what stands before it. */
function isOutside(above: string, prefix: string): boolean {
  return above.length < prefix.length || quoteDepth(above) < quoteDepth(prefix)
}

/** Whether a block that is no paragraph begins with a character, if it is none of ours: one of `=-_*#|<`. */
function mayBeOther(code: number): boolean {
  switch (code) {
    case 0x23:
    case 0x2a:
    case 0x2d:
    case 0x3c:
    case 0x3d:
    case 0x5f:
    case 0x7c:
      return true
    default:
      return false
  }
}
