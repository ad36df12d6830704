/** Lines of code: lists of line numbers, and parts of a file. Pure functions. */

/** A run of lines, counted from 1; without an end, to the last. */
export interface LineRange {
  from: number
  to?: number | undefined
}

/**
 * Read `1,3-5,-2,8-` (Sphinx's `parselinenos`).
 *
 * @returns `undefined` for anything else.
 * @example
 * parseLineRanges('1,3-5,8-') // [{from: 1, to: 1}, {from: 3, to: 5}, {from: 8}]
 */
export function parseLineRanges(value: string): LineRange[] | undefined {
  const parts = value.replace(/,\s*$/, '').split(',')
  if (parts.length > 1000) return
  const out: LineRange[] = []
  for (const part of parts) {
    const match = /^(\d{1,6})?(\s*-\s*)?(\d{1,6})?$/.exec(part.trim())
    const [, from, dash, to] = match ?? []
    if (from === undefined && (dash === undefined || to === undefined)) return
    const start = Number(from ?? 1)
    if (dash === undefined) out.push({from: start, to: start})
    else if (to === undefined) out.push({from: start})
    else if (Number(to) < start) return
    else out.push({from: start, to: Number(to)})
  }
  return out
}

/** The numbers in some ranges, up to `count`, ascending, each once. */
export function linesOf(ranges: readonly LineRange[], count: number): number[] {
  const out: number[] = []
  // In order, so that no line is passed twice however often the ranges have it.
  for (const {from, to = count} of [...ranges].sort((a, b) => a.from - b.from))
    for (let line = Math.max(from, 1, (out.at(-1) ?? 0) + 1); line <= Math.min(to, count); line++)
      out.push(line)
  return out
}

/** Which part of a file is wanted; line numbers as their options have them. */
export interface FileSelectors {
  /** Counted from 0; negative from the end. */
  'start-line'?: number | undefined
  'end-line'?: number | undefined
  'start-at'?: string | undefined
  'start-after'?: string | undefined
  'end-at'?: string | undefined
  'end-before'?: string | undefined
  lines?: readonly LineRange[] | undefined
}

/** A text that a selector names and the file does not have. */
export interface MissingText {
  option: 'start-at' | 'start-after' | 'end-at' | 'end-before' | 'lines'
  text: string
}

/** A selection by whole lines. */
export interface SelectedLines {
  lines: string[]
  /** The number in the file of the first line that is left. */
  firstLine: number
  missing: MissingText[]
}

/**
 * Choose lines of a file as Sphinx's `literalinclude` does: first by place, then from the line that holds a text to
 * the line that holds another, then by number in what is left.
 *
 * A text that is nowhere chooses nothing away and is said in `missing`.
 *
 * @param within the lines that are looked at, counted from 0.
 */
export function selectLines(
  text: string,
  selectors: FileSelectors,
  within?: readonly [from: number, to: number]
): SelectedLines {
  const all = linesIn(text)
  const missing: MissingText[] = []
  const [first, last] = within ?? [0, all.length]
  let from = first + bound(selectors['start-line'], last - first, 0)
  let to = Math.max(from, first + bound(selectors['end-line'], last - first, last - first))

  for (const option of ['start-at', 'start-after'] as const) {
    const wanted = selectors[option]
    if (wanted === undefined) continue
    const at = all.findIndex((line, index) => index >= from && index < to && line.includes(wanted))
    if (at === -1) missing.push({option, text: wanted})
    else from = option === 'start-at' ? at : at + 1
  }
  for (const option of ['end-at', 'end-before'] as const) {
    const wanted = selectors[option]
    if (wanted === undefined) continue
    // The line where the part begins does not end it, unless it may be the last itself.
    const start = option === 'end-at' ? from : from + 1
    const at = all.findIndex((line, index) => index >= start && index < to && line.includes(wanted))
    if (at === -1) missing.push({option, text: wanted})
    else to = option === 'end-at' ? at + 1 : at
  }
  const part = all.slice(from, to)
  if (!selectors.lines) return {lines: part, firstLine: from + 1, missing}
  const numbers = linesOf(selectors.lines, part.length)
  const chosen = numbers.map((number) => part[number - 1] ?? '')
  if (chosen.length === 0) missing.push({option: 'lines', text: `lines up to ${part.length}`})
  return {lines: chosen, firstLine: from + (numbers[0] ?? 1), missing}
}

/** The lines of a text; the end of the last begins none. */
export function linesIn(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/** A selection by characters, for text that is parsed. */
export interface SelectedText {
  start: number
  end: number
  missing: MissingText[]
}

/**
 * Choose a part of a file as docutils' `include` does: lines by place, then from behind one text to before another,
 * which may stand anywhere in a line. `start-at` and `end-at` take whole lines.
 */
export function selectText(text: string, selectors: FileSelectors): SelectedText {
  const missing: MissingText[] = []
  const starts = lineStarts(text)
  const line = (index: number): number => starts[index] ?? text.length
  let start = line(bound(selectors['start-line'], starts.length, 0))
  let end = Math.max(start, line(bound(selectors['end-line'], starts.length, starts.length)))
  const find = (option: MissingText['option'], wanted: string | undefined): number | undefined => {
    if (wanted === undefined) return
    const at = text.indexOf(wanted, start)
    if (at === -1 || at + wanted.length > end) {
      missing.push({option, text: wanted})
      return
    }
    return at
  }
  const after = find('start-after', selectors['start-after'])
  if (after !== undefined) start = after + (selectors['start-after'] ?? '').length
  const at = find('start-at', selectors['start-at'])
  if (at !== undefined) start = Math.max(start, text.lastIndexOf('\n', at) + 1)
  const before = find('end-before', selectors['end-before'])
  if (before !== undefined) end = before
  const last = find('end-at', selectors['end-at'])
  if (last !== undefined) {
    const next = text.indexOf('\n', last)
    end = Math.min(end, next === -1 ? text.length : next + 1)
  }
  const range = selectors.lines?.[0]
  if (range && selectors.lines?.length === 1) {
    const first = starts.findIndex((offset) => offset >= start)
    end = Math.min(end, range.to === undefined ? end : line(Math.max(first, 0) + range.to))
    start = Math.min(end, line(Math.max(first, 0) + range.from - 1))
  }
  return {start, end, missing}
}

/** A Python index into a list of `length`. */
function bound(value: number | undefined, length: number, fallback: number): number {
  if (value === undefined) return fallback
  return Math.max(0, Math.min(length, value < 0 ? length + value : value))
}

function lineStarts(text: string): number[] {
  const out = text === '' ? [] : [0]
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    const next = match.index + match[0].length
    if (next < text.length) out.push(next)
  }
  return out
}

/**
 * Take a number of columns off each line, or as many as all have. Only white space goes.
 *
 * @example
 * dedent('  a\n    b', 'auto') // 'a\n  b'
 */
export function dedent(value: string, by: number | 'auto' | undefined): string {
  if (by === undefined) return value
  const lines = value.split('\n')
  const indents = lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length)
  const columns =
    by === 'auto' ? indents.reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY) : by
  return lines.map((line) => line.slice(Math.min(columns, line.length - line.trimStart().length))).join('\n')
}

/** Tabs as spaces up to the next stop. */
export function expandTabs(value: string, width: number): string {
  if (width < 1) return value
  return value
    .split('\n')
    .map((line) => {
      let out = ''
      for (const character of line)
        out += character === '\t' ? ' '.repeat(width - (out.length % width)) : character
      return out
    })
    .join('\n')
}
