/** The grammar of a comment. */

/**
 * What a comment says: its lines without their `%` and one space.
 *
 * @param source the comment's lines, without what a container puts before them.
 * @example
 * commentValue('% one\n%two') // 'one\ntwo'
 */
export function commentValue(source: string): string {
  return source
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^[ \t]*% ?/, '').trimEnd())
    .join('\n')
}
