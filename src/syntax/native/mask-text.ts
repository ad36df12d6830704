/** Running text: what the engine would misread is hidden in code spans of the same length. */
import {maxTitle} from '../endless-title.js'
import type {SyntaxOptions} from '../spec.js'
import {hasFarTitle} from './far-titles.js'
import type {InlineMark, LinePart, MaskedPage} from './masked-page.js'
import {scanText, type TextHider} from './scan-text.js'
import {unsure} from './unsure.js'

/** Lines of one paragraph, heading or table; nothing in them reaches over its ends. */
export interface TextLines {
  /** The number of the first, as the engine counts. */
  first: number
  count: number
  /** Where the text of each begins behind what containers have before it. */
  from: number[]
}

/** Whether a line may hold something that {@link maskText} hides. */
export function mayHoldMarks(line: string): boolean {
  return /\$|\{\{|[\])`>}]\{/.test(line)
}

/** Whether a title in a text may have no end in time, so that {@link maskText} hides what stands before it. */
export function mayHoldEndlessTitle(page: MaskedPage, lines: TextLines): boolean {
  let length = 0
  for (let index = 0; index < lines.count; index++) length += page.lines[lines.first + index - 1]?.length ?? 0
  return length > maxTitle && hasFarTitle(joinText(page, lines).text)
}

/** Hide formulas, substitutions and attribute lists. */
export function maskText(page: MaskedPage, lines: TextLines, options: SyntaxOptions): void {
  const {text, starts} = joinText(page, lines)
  const cover = new TextCover(page, lines, text, starts)
  scanText(text, options, cover)
  cover.apply()
}

/** Whether something in a text may reach over its end. */
export function holdsOpenings(page: MaskedPage, lines: TextLines, options: SyntaxOptions): boolean {
  const {text} = joinText(page, lines)
  return /[`$<{]/.test(text) && scanText(text, options, hidesNothing)
}

const hidesNothing: TextHider = {hideMark() {}, hideBracket() {}}

function joinText(page: MaskedPage, {first, count, from}: TextLines): {text: string; starts: number[]} {
  const starts: number[] = []
  let text = ''
  for (let index = 0; index < count; index++) {
    if (index > 0) text += '\n'
    starts.push(text.length)
    text += page.lines[first + index - 1]?.slice(from[index]) ?? ''
  }
  return {text, starts}
}

/** What stands for parts of a text. */
class TextCover implements TextHider {
  readonly #page: MaskedPage
  readonly #lines: TextLines
  readonly #text: string
  readonly #starts: readonly number[]
  /** By line of the text, in their order. */
  readonly #parts: LinePart[][]
  #line = 0
  #isAtMargin: boolean | undefined

  constructor(page: MaskedPage, lines: TextLines, text: string, starts: readonly number[]) {
    this.#page = page
    this.#lines = lines
    this.#text = text
    this.#starts = starts
    this.#parts = starts.map(() => [])
  }

  hideMark(start: number, end: number, mark: InlineMark): void {
    if (this.#text[start - 1] === '`' || this.#text[end] === '`') unsure('backticks beside marks')
    // Two backticks would begin another code span.
    if (end - start < 3) unsure('attributes with nothing in them')
    const {first, from} = this.#lines
    const page = this.#page
    let column = this.#columnOf(start)
    const line = this.#line
    const at = {line: first + line, column: column + 1, offset: 0}
    page.place(at)
    mark.source = page.hidden.show(mark.source)
    page.inlineMarks.set(at.offset, mark)
    const covered = this.#text.slice(start + 1, end - 1)
    if (!covered.includes('\n')) {
      this.#parts[line]?.push({from: column, text: `\`${'x'.repeat(covered.length)}\``})
      return
    }
    // Letters in backticks, line by line.
    const cover = covered.replace(/[^\n]/g, 'x')
    for (const [further, part] of `\`${cover}\``.split('\n').entries()) {
      const before = page.lines[first + line + further - 1]?.slice(0, from[line + further]) ?? ''
      const wide = before.indexOf('    ')
      if (further > 0 && (before.includes('\t') || (wide !== -1 && before.includes('>', wide))))
        unsure('a mark over lines that may be no quote')
      this.#parts[line + further]?.push({from: column, text: part})
      column = from[line + further + 1] ?? 0
    }
  }

  hideBracket(at: number): void {
    this.#isAtMargin ??= this.#lines.from.slice(0, this.#lines.count).every((from) => from === 0)
    // What stands before lines may be text, and counts as a part of the title then.
    if (!this.#isAtMargin) unsure('a very long title')
    this.#page.textEnds.add(this.#lines.first + this.#lines.count - 1)
    const column = this.#columnOf(at)
    this.#parts[this.#line]?.push({
      from: column,
      text: this.#page.hideBracket(this.#lines.first + this.#line)
    })
  }

  /** Put it there. */
  apply(): void {
    for (const [line, parts] of this.#parts.entries())
      if (parts.length > 0) this.#page.replace(this.#lines.first + line, parts)
  }

  /** The column of the page as the engine has it, from 0; what is asked for comes in the order of the text. */
  #columnOf(offset: number): number {
    while ((this.#starts[this.#line + 1] ?? Number.POSITIVE_INFINITY) <= offset) this.#line++
    return (this.#lines.from[this.#line] ?? 0) + offset - (this.#starts[this.#line] ?? 0)
  }
}
