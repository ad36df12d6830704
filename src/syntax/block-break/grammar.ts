/** The grammar of a block break. */

/**
 * Read `+++ metadata`: three pluses or more.
 *
 * @returns the metadata as written, or `undefined` where the line is none.
 * @example
 * parseBlockBreak('+++ {"tag": "x"}') // '{"tag": "x"}'
 */
export function parseBlockBreak(line: string): string | undefined {
  return line.startsWith('+++') ? line.replace(/^\++/, '').trim() : undefined
}
