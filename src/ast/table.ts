/** Empty cells of tables. */
import type {TableRow} from 'mdast'

/**
 * Whether short rows may be filled up to a number of columns. A short text of one long row and many short ones would
 * make a table of its length squared: no table of people is mostly made of cells that are not there.
 *
 * @example
 * maySpare(table.children, 3) // true
 */
export function maySpare(rows: readonly TableRow[], columns: number): boolean {
  const own = rows.reduce((sum, {children}) => sum + children.length, 0)
  return rows.length * columns <= Math.max(1000, 8 * own)
}
