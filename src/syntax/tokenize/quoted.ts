/** Lines as they stand in a page, with the markers of the quotes that they are in: pure functions on text. */

/**
 * What stands behind the markers of as many quotes, without its indent, and how many columns that is; `undefined`
 * outside them. One space or column of a tab is part of a marker.
 *
 * @example
 * contentOf('> > a', 1) // {indent: 0, text: '> a'}
 */
export function contentOf(line: string, quotes: number): {indent: number; text: string} | undefined {
  let start = 0
  let left = quotes
  for (; ; start++) {
    const character = line[start]
    if (character === '>' && left > 0) left--
    else if (character !== ' ' && character !== '\t') break
  }
  return left === 0 ? {indent: indentOf(line, start, quotes), text: line.slice(start)} : undefined
}

/** The columns between the marker of a line's innermost quote and one of its characters. */
export function indentOf(line: string, index: number, quotes: number): number {
  let left = quotes
  let column = 0
  let margin = 0
  for (let at = 0; at < index; at++) {
    column += line[at] === '\t' ? 4 - (column % 4) : 1
    if (line[at] === '>' && left > 0) {
      left--
      margin = /^[ \t]/.test(line.charAt(at + 1)) ? column + 1 : column
    }
  }
  return column - margin
}

/** How many quotes a line is in at one of its characters. */
export function quotesBefore(line: string, index: number): number {
  return line.slice(0, index).split('>').length - 1
}
