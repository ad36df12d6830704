/** A page as lines, with the way from a line and a column to a point. */
import type {Point} from 'unist'

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
  /** Whether calls of footnotes may stand in the text. */
  mayHoldCalls: boolean
  /** Whether characters beyond the first 65,536 stand in the text. */
  hasSurrogates: boolean
}

/** Split a page at its line endings, each of `\n`, `\r\n` and `\r`. */
export function splitPage(text: string): PageLines {
  const lines: string[] = []
  const starts: number[] = []
  const page: PageLines = {
    text,
    lines,
    starts,
    cuts: new Map(),
    mayHoldCalls: text.includes('[^'),
    hasSurrogates: /[\ud800-\udfff]/.test(text)
  }
  if (!text.includes('\r')) {
    let start = 0
    for (;;) {
      const end = text.indexOf('\n', start)
      starts.push(start)
      if (end === -1) break
      lines.push(text.slice(start, end))
      start = end + 1
    }
    lines.push(text.slice(start))
    return page
  }
  const ending = /\r\n?|\n/g
  let start = 0
  for (let match = ending.exec(text); match; match = ending.exec(text)) {
    lines.push(text.slice(start, match.index))
    starts.push(start)
    start = ending.lastIndex
  }
  lines.push(text.slice(start))
  starts.push(start)
  return page
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
