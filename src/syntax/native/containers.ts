/** What can be told from lines alone of the list items and descriptions that are open. */
import {opensDescription} from '../definition-list/grammar.js'
import {parseTarget} from '../target/grammar.js'
import {columnsOf, isBreak, isHeading, mayBeRule, mayOpenBlock, whiteBefore} from './line-shapes.js'
import {unsure} from './unsure.js'

export class Containers {
  /** The line goes on with a paragraph of a description. */
  isLazy = false
  /** The line is right below text of a description, and not in it. */
  isBelowDescribed = false
  /** Of the items that are thought to be open some may be lines of raw HTML. */
  mayBeHtml = false
  /** Where the contents of items begin. */
  #items: number[] = []
  /** Where descriptions begin. */
  #described: number[] = []
  /** The innermost item has nothing in it yet. */
  #isEmpty = false
  /** Items may be open that are not among these. */
  #mayHaveMore = false

  /**
   * See a line that is not blank.
   *
   * @param prefix what stands before its content; longer than the line where it is a marker with nothing behind it.
   * @param isBelowText whether a paragraph may go on with it.
   */
  see(line: string, prefix: string, isBelowText: boolean): void {
    this.isLazy = false
    this.isBelowDescribed = false
    this.#isEmpty = false
    if (this.#mayHaveMore && !isBelowText && whiteBefore(line) === 0) this.#mayHaveMore = false
    if (prefix === '' && this.#items.length === 0 && this.#described.length === 0) return
    const spaces = whiteBefore(line)
    if (this.#described.length > 0) this.#seeDescriptions(line, prefix, spaces, isBelowText)
    const isMarker = prefix.length > line.length
    // The line of a heading, text, or the next item of a list.
    if (isBelowText && isMarker) return
    this.#isEmpty = isMarker
    if (prefix !== '' && /[-+*.)]/.test(prefix)) {
      // Each marker's content; what stands further in is no longer open.
      this.#keep(spaces, isBelowText)
      if (isBreak(line.slice(spaces))) return
      for (const match of prefix.matchAll(/[-+*.)][ \t]*/g))
        this.#items.push(columnsOf(prefix.slice(0, match.index + match[0].length)))
    } else if (!isBelowText || spaces === 0) this.#keep(spaces, isBelowText)
  }

  /** End the items that a line is not in; below text it may be a line of that. */
  #keep(spaces: number, isBelowText: boolean): void {
    const kept = this.#items.filter((item) => item <= spaces)
    if (isBelowText && kept.length < this.#items.length) this.#mayHaveMore = true
    this.#items = kept
    if (kept.length === 0) this.mayBeHtml = false
  }

  /** At a line that begins no block of ours: one that looks as if it did may go on with text of a description. */
  checkText(rest: string): void {
    if (this.isBelowDescribed && /^\$\$|^\\begin\{/.test(rest)) unsure('a description that may go on')
  }

  /**
   * Where the content of the container begins in which a block of several lines stands. A guess: lift.ts compares it
   * with what the engine found.
   */
  columnOf(prefix: string): number {
    if (/[>\t]/.test(prefix)) unsure('a block of lines in a quote')
    if (/[^ ]/.test(prefix)) return prefix.length
    const found = this.#items.filter((item) => item <= prefix.length && item > prefix.length - 4)
    if (found.length > 0) return Math.max(...found)
    return prefix.length < 4 ? 0 : unsure('a block of lines further in')
  }

  /** A footnote at the margin: its content is four columns in. */
  openNote(): void {
    this.#items = [4]
  }

  /** See a blank line: an item that has nothing above it ends. */
  seeBlank(): void {
    if (this.#isEmpty) this.#items.pop()
    this.#isEmpty = false
  }

  /** Where the content of the innermost item begins that a line may be in. */
  innermost(spaces: number): number {
    if (this.#mayHaveMore) unsure('a line in items that may have ended')
    return Math.max(0, ...this.#items.filter((item) => item <= spaces))
  }

  /** Whether an item was open whose content begins further in: a line may be the next one of its list. */
  hasItemBehind(spaces: number): boolean {
    return this.#items.some((item) => item > spaces)
  }

  isItemColumn(column: number): boolean {
    if (this.mayBeHtml) unsure('an item that may be raw HTML')
    return this.#items.includes(column)
  }

  /** Whether a description that begins in a column follows another. */
  isDescribed(column: number): boolean {
    if (this.#described.includes(column)) return true
    return this.#described.length > 0 && unsure('a description further in')
  }

  /** A term ends the descriptions that it does not stand in. */
  openTerm(column: number): void {
    this.#described = this.#described.filter((each) => each + 2 <= column)
  }

  openDescription(column: number): void {
    this.#described = [...this.#described.filter((each) => each < column), column]
    this.#items = [...this.#items.filter((item) => item <= column), column + 2]
  }

  #seeDescriptions(line: string, prefix: string, spaces: number, isBelowText: boolean): void {
    const outside = this.#described.filter((column) => spaces < column + 2)
    this.isBelowDescribed = isBelowText && outside.length > 0
    if (outside.length === 0) return
    // Which is up to four columns.
    if (prefix.includes('\t')) unsure('a tab below a description')
    const rest = line.slice(spaces)
    if (opensDescription(rest)) {
      if (!outside.includes(spaces)) unsure('a description in another column')
      this.#described = this.#described.filter((column) => column <= spaces)
      return
    }
    if (isBelowText && /^(?:`{3,}[^`]+`|[:~][ \t]*$)/.test(rest)) unsure('a description that may go on')
    // Text goes on with that of the description, and another may follow it.
    this.isLazy = isBelowText && spaces === prefix.length && !mayOpenBlock(rest)
    if (this.isLazy) return
    if (isBelowText && mayBeText(rest)) unsure('a description that may go on')
    this.#described = this.#described.filter((column) => spaces >= column + 2)
  }
}

/** Whether what looks like a block below text may be more of the text. */
function mayBeText(rest: string): boolean {
  if (/^(?:---|\*{3}|___)/.test(rest)) return !mayBeRule(rest)
  if (rest.startsWith('(')) return !parseTarget(rest)
  return (
    /^(?:[=|#^<{$\\[]|\d|[-+*][ \t]*$)/.test(rest) && !/^\$\$[^$]*$|^\\begin\{/.test(rest) && !isHeading(rest)
  )
}
