/** The grammar of the line that ends a card's header. */

/**
 * Whether a line is `^^^`: three carets or more and nothing else (sphinx-design).
 *
 * @example
 * isHeaderBreak('^^^^ ') // true
 */
export function isHeaderBreak(line: string): boolean {
  return /^\^{3,}[ \t]*$/.test(line)
}
