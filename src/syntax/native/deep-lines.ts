/** Lines that are further in than containers may begin: what would begin one there is text up to the end of the line. */
import type {Code} from 'mdast'
import {maxColumn, restOf} from '../bounds.js'
import {isBlank, whiteBefore} from './line-shapes.js'
import type {PageMasker} from './mask-page.js'
import type {MaskedPage} from './masked-page.js'
import {unsure} from './unsure.js'

/** What the tokenizer of containers is asked for. */
const mayOpen = /[>*+\-\d[:~]/

export class DeepLines {
  readonly #masker: PageMasker
  /** The line below one that is text to its end. */
  #below = -1

  constructor(masker: PageMasker) {
    this.#masker = masker
  }

  /** Mask such a line; the line behind it is returned, `0` for any other. */
  mask(index: number, line: string, prefix: string): number {
    // What most lines are.
    if (prefix === '' && index !== this.#below) return 0
    const {containers, masked, open, page, text} = this.#masker
    const cut = page.cuts.get(index) ?? 0
    // A tab is up to four columns.
    if (prefix.includes('\t') && prefix.length + cut > maxColumn / 4) unsure('tabs too deep')
    const start = deepStart(line, prefix, maxColumn - cut)
    if (start === undefined && index !== this.#below) return 0
    const spaces = whiteBefore(line)
    const column = containers.innermost(spaces)
    const isCode = spaces - column >= 4 && !isBlank(line)
    if (index === this.#below && isCode) return this.#codeBelow(index, line, column)
    if (start === undefined) return 0
    const before = line.slice(0, start)
    // A row of markers may be a break that begins before.
    if (open.length > 0 || /[^-+*.)\d ]/.test(before) || /^[-*\s]+$/.test(line.slice(start)))
      unsure('containers too deep')
    if (start > spaces ? / {5}/.test(before.slice(spaces)) : isCode) {
      // No container begins in code, but text could go on with such a line.
      if (start > spaces || text.above === 'text') unsure('containers too deep')
      text.cut()
      masked.deepCode.add(masked.next)
      masked.add(line, index)
      return index + 1
    }
    // The next item of a list may begin in any column.
    if (containers.hasItemBehind(spaces)) unsure('containers too deep')
    containers.see(line, before, text.above === 'text')
    this.#below = index + 1
    return this.#masker.leaf((position) => restOf(line.slice(start), position), index, index, before)
  }

  /** micromark takes the line below for a lazy one, so code that begins there ends there. */
  #codeBelow(index: number, line: string, column: number): number {
    const value = line.slice(column + 4)
    const build = (position: Code['position']): Code => ({
      type: 'code',
      lang: null,
      meta: null,
      value,
      position
    })
    return this.#masker.leaf(build, index, index, line.slice(0, column), column)
  }
}

/** Where on a line something stands that may begin a container, past a column. */
function deepStart(line: string, prefix: string, column: number): number | undefined {
  if (prefix.length < column) return
  // Markers, and the first character of what stands behind them.
  for (const {index} of line.slice(0, prefix.length + 1).matchAll(/[^ \t]+/g))
    if (index >= column && mayOpen.test(line.charAt(index))) return index
  return
}

/** Lines that are code are no containers; lift.ts looks whether any other is left. */
export function takeDeepCode({position}: Code, {deepCode}: MaskedPage): void {
  if (deepCode.size === 0 || !position) return
  for (let line = position.start.line; line <= position.end.line; line++) deepCode.delete(line)
}
