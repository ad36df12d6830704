/** Where the lines of a block stand that has several, in whatever container it is. */
import type {Containers} from './containers.js'
import {isBlank} from './line-shapes.js'
import {indentOf} from './source-lines.js'

export interface Inset {
  /** Where the content of the container begins. */
  column: number
  isQuote: boolean
  /** What stands before a further line of the block. */
  lead: string
}

/** In one quote at the margin, whose marker is on each line; in items, whose content is further in; or in neither. */
export function insetOf(containers: Containers, prefix: string): Inset {
  if (prefix === quote) return {column: quote.length, isQuote: true, lead: quote}
  const column = containers.columnOf(prefix)
  return {column, isQuote: false, lead: ' '.repeat(column)}
}

const quote = '> '

/** Whether a line is in the container for certain. */
export function isInside(line: string, {column, isQuote}: Inset): boolean {
  if (isQuote) return line.startsWith(quote) || line === '>'
  return column === 0 || isBlank(line) || indentOf(line) >= column
}

/**
 * Where what a block has on a further line begins.
 *
 * @param column where it begins on the first one, which may be further in.
 */
export function indexIn(line: string, column: number, {isQuote}: Inset): number {
  return Math.min(column, isQuote ? line.length : indentOf(line))
}
