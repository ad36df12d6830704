/** The grammar of a comment. */

/**
 * What a comment says: its lines without their `%` and one space.
 *
 * @param lines what stands behind each `%`.
 * @example
 * commentValue([' one', ' two']) // 'one\ntwo'
 */
export function commentValue(lines: readonly string[]): string {
  return lines.map((line) => (line.startsWith(' ') ? line.slice(1) : line).trimEnd()).join('\n')
}
