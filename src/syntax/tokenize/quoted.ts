/** Lines as they stand in a page, with the markers of the quotes that they are in: pure functions on text. */

/**
 * What stands behind the markers of as many quotes, without its indent; `undefined` outside them.
 *
 * @example
 * contentOf('> > a', 1) // {start: 2, column: 2, text: '> a'}
 */
export function contentOf(
  line: string,
  quotes: number
): {start: number; column: number; text: string} | undefined {
  let start = 0
  let column = 0
  let left = quotes
  for (;;) {
    const character = line[start]
    if (character === '>' && left > 0) left--
    else if (character !== ' ' && character !== '\t') break
    column = character === '\t' ? column + 4 - (column % 4) : column + 1
    start++
  }
  return left === 0 ? {start, column, text: line.slice(start)} : undefined
}

/** How many quotes a line is in at one of its characters. */
export function quotesBefore(line: string, index: number): number {
  return line.slice(0, index).split('>').length - 1
}
