/** Source in the cells of tables: they are split at bars before anything in them is read, so authors write `\|` there. */

/**
 * What an author means who wrote this in a cell.
 *
 * @example
 * fromCell('a \\| b') // 'a | b'
 */
export function fromCell(source: string): string {
  return source.replaceAll('\\|', '|')
}

/**
 * A value as it is written in a cell, or elsewhere.
 *
 * @param stack the constructs around it.
 * @example
 * inCell('a | b', ['tableCell']) // 'a \\| b'
 */
export function inCell(value: string, stack: readonly string[]): string {
  return stack.includes('tableCell') ? value.replaceAll('|', '\\|') : value
}
