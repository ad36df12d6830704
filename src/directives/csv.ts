/** Comma-separated values with the place of every cell. Pure: text in, rows out. */

/** How a table is written. */
export interface CsvDialect {
  /** Between cells. */
  delimiter: string
  /** Around cells; doubled inside, unless there is an `escape`. */
  quote: string
  /** Before a character that is to be taken as it is. */
  escape?: string | undefined
  /** Keep white space at the start of a cell. */
  keepSpace: boolean
}

export interface CsvCell {
  value: string
  /** Where its first character stands; for an empty one, where it would. */
  start: number
  /** The place of each character and of the end, where they do not simply follow the start. */
  offsets?: number[] | undefined
}

export interface CsvFault {
  reason: string
  start: number
  end: number
}

export interface CsvRows {
  rows: CsvCell[][]
  faults: CsvFault[]
}

/**
 * Read rows as Python's `csv` does for docutils. A fault loses nothing: what follows a quoted cell is added to it,
 * and an open quote runs to the end.
 *
 * @example
 * parseCsv('a, "b ""c"""', dialect).rows[0].map((cell) => cell.value) // ['a', 'b "c"']
 */
export function parseCsv(text: string, {delimiter, quote, escape: mask, keepSpace}: CsvDialect): CsvRows {
  const rows: CsvCell[][] = []
  const faults: CsvFault[] = []
  let at = 0
  while (at < text.length) {
    const row: CsvCell[] = []
    for (;;) {
      row.push(cell())
      if (text[at] !== delimiter || at >= text.length) break
      at++
    }
    const lineEnd = /^(?:\r\n|\n|\r)/.exec(text.slice(at, at + 2))?.[0] ?? ''
    at += lineEnd.length
    if (row.length > 1 || row[0]?.value !== '' || row[0].offsets) rows.push(row)
  }
  return {rows, faults}

  function cell(): CsvCell {
    if (!keepSpace) while ((text[at] === ' ' || text[at] === '\t') && text[at] !== delimiter) at++
    return text[at] === quote ? quoted() : bare()
  }

  function bare(): CsvCell {
    const start = at
    let value = ''
    let offsets: number[] | undefined
    for (let character = text[at]; character !== undefined; character = text[at]) {
      if (character === delimiter || character === '\n' || character === '\r') break
      if (character === mask && at + 1 < text.length) {
        offsets ??= Array.from({length: value.length}, (_, index) => start + index)
        at++
      }
      offsets?.push(at)
      value += text[at++] ?? ''
    }
    offsets?.push(at)
    return {value: keepSpace ? value : value.trimEnd(), start, ...(offsets ? {offsets} : {})}
  }

  function quoted(): CsvCell {
    const open = at++
    const start = at
    let value = ''
    const offsets: number[] = []
    let closed = false
    for (; at < text.length; ) {
      if (text[at] === mask && at + 1 < text.length) at++
      else if (text[at] === quote) {
        if (mask !== undefined || text[at + 1] !== quote) {
          closed = true
          break
        }
        at++
      }
      offsets.push(at)
      value += text[at++] ?? ''
    }
    offsets.push(at)
    if (!closed) faults.push({reason: `the quote ${quote} is not closed`, start: open, end: open + 1})
    else {
      at++
      const from = at
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') {
        value += text[at]
        offsets.splice(-1, 1, at)
        offsets.push(++at)
      }
      const rest = text.slice(from, at)
      if (rest.trim())
        faults.push({
          reason: `"${rest.trim()}" stands behind the closing quote; put it inside, or write a quote twice`,
          start: from,
          end: at
        })
    }
    return {value, start, offsets}
  }
}

/** Where in the text the character at `index` of a cell stands. */
export function offsetInCell({start, offsets}: CsvCell, index: number): number {
  return offsets ? (offsets[Math.min(index, offsets.length - 1)] ?? start) : start + index
}
