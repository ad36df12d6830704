/** A page as lines, with the way from a line and a column to a point. */
import type {Point} from 'unist'
import {beyondAscii, long, longLine, meaningOf} from './characters.js'

export interface PageLines {
  text: string
  /** Without their endings, and without what {@link dedent} took off. */
  lines: string[]
  /** The same with all that stands in the page, where parts of it were taken out. */
  whole?: readonly string[] | undefined
  /** Offsets at which they begin. */
  starts: number[]
  /** Columns that were taken off their front. */
  cuts: Map<number, number>
  /** What characters they hold, as characters.ts names it. */
  holds: number[]
  /** What all of them hold. */
  all: number
}

/** Split a page at its line endings, each of `\n`, `\r\n` and `\r`. */
export function splitPage(text: string): PageLines {
  const page: PageLines = {text, lines: [], starts: [], holds: [], all: 0, cuts: new Map()}
  let start = 0
  let held = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    // Nearly all are small letters and spaces.
    if ((code > 0x60 && code < 0x7b) || code === 0x20) continue
    if (code !== lineFeed && code !== carriageReturn) {
      held |= meaningOf(text, index, code)
      continue
    }
    addLine(page, start, index, held)
    if (code === carriageReturn && text.charCodeAt(index + 1) === lineFeed) index++
    start = index + 1
    held = 0
  }
  addLine(page, start, text.length, held)
  return page
}

const lineFeed = 10
const carriageReturn = 13

function addLine(page: PageLines, start: number, end: number, held: number): void {
  const holds = end - start > longLine && (held & beyondAscii) !== 0 ? held | long : held
  page.lines.push(page.text.slice(start, end))
  page.starts.push(start)
  page.holds.push(holds)
  page.all |= holds
}

/** The point of a character of a line; the line counts from 0, as does the index. */
export function pointAt({starts, cuts}: PageLines, line: number, index: number): Point {
  const column = cuts.size > 0 ? index + (cuts.get(line) ?? 0) : index
  return {line: line + 1, column: column + 1, offset: (starts[line] ?? 0) + column}
}

/** Take columns off the front of a line. */
export function dedent({lines, cuts}: PageLines, line: number, columns: number): void {
  lines[line] = (lines[line] ?? '').slice(columns)
  cuts.set(line, (cuts.get(line) ?? 0) + columns)
}

/** Columns before the text of a line. */
export function indentOf(line: string): number {
  let index = 0
  while (line.charCodeAt(index) === 0x20) index++
  return index
}
