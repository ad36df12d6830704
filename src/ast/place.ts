/** Lines of a raw body or an option block: their text without container prefixes, and where each begins. */
import type {Point, Position} from 'unist'

declare module 'unist' {
  interface Position {
    /** The file, where it is not the page's own: text of an include. */
    file?: string | undefined
    /** The directive that included the text. */
    from?: Position | undefined
  }
}

/** One line as its construct sees it. */
export interface SourceLine {
  text: string
  /** Where the text begins, behind what stands in for the rest of a tab. */
  start: Point
  /** Spaces at the front that stand for the rest of a tab which the container took a part of; they have no place. */
  pad?: number | undefined
}

/**
 * The point of a character of a line.
 *
 * @example
 * pointOnLine({text: 'a b', start}, 2) // two columns behind start
 */
export function pointOnLine({start, pad = 0}: SourceLine, index: number): Point {
  return along(start, Math.max(0, index - pad))
}

/** A point's line, column and offset without what a tokenizer adds. */
export function plainPoint(point: Point): Point {
  return {line: point.line, column: point.column, offset: point.offset ?? 0}
}

/** The point `length` characters further on the same line. */
export function along(start: Point, length: number): Point {
  return {line: start.line, column: start.column + length, offset: (start.offset ?? 0) + length}
}

/** The range `from` to `to` of a line, both counted from its start. */
export function onLine(start: Point, from: number, to: number): Position {
  return {start: along(start, from), end: along(start, to)}
}

/**
 * Lines joined with `\n`, with the way back from an offset of the joined text to a point of the page. The lines
 * of a quoted or indented block do not touch in the source, so an offset alone would not do.
 *
 * @example
 * joinLines(lines).point(12) // {line: 7, column: 5, offset: 80}
 */
export function joinLines(lines: readonly SourceLine[]): {text: string; point(offset: number): Point} {
  const starts: number[] = []
  let length = 0
  for (const line of lines) {
    starts.push(length)
    length += line.text.length + 1
  }
  return {
    text: lines.map((line) => line.text).join('\n'),
    point(offset) {
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((starts[middle] ?? 0) <= offset) low = middle
        else high = middle - 1
      }
      const line = lines[low]
      return line ? pointOnLine(line, offset - (starts[low] ?? 0)) : {line: 1, column: 1, offset: 0}
    }
  }
}

/** A range in the file that another range stands in. */
export function besides({file, from}: Position, range: Position): Position {
  if (file === undefined && !from) return range
  return {...range, ...(file === undefined ? {} : {file}), ...(from ? {from} : {})}
}
