/** Where a function or a class stands in a file of Python. Pure. */

const head = /^(\s*)(?:async\s+)?(?:def|class)\s+([\p{L}\p{N}_]+)/u

/**
 * The lines of an object, its decorators too, counted from 0; the second is behind the last.
 *
 * @param name parts joined by dots: `Boat.row`.
 * @example
 * pythonObject(['class Boat:', '    def row(self):', '        pass'], 'Boat.row') // [1, 3]
 */
export function pythonObject(lines: readonly string[], name: string): [from: number, to: number] | undefined {
  let from = 0
  let to = lines.length
  for (const part of name.trim().split('.')) {
    let indent = Number.POSITIVE_INFINITY
    let found: number | undefined
    // The outermost of its name is meant: inner ones are named with what they stand in.
    for (let at = from; at < to; at++) {
      const [, space = '', own] = head.exec(lines[at] ?? '') ?? []
      if (own === part && space.length < indent) {
        indent = space.length
        found = at
      }
    }
    if (found === undefined) return
    from = found
    let end = from + 1
    const goesOn = (line: string): boolean =>
      !line.trim() || indentOf(line) > indent || /^\s*[)\]}]/.test(line)
    while (end < to && goesOn(lines[end] ?? '')) end++
    while (!lines[end - 1]?.trim()) end--
    to = end
  }
  while (from > 0 && lines[from - 1]?.trimStart().startsWith('@')) from--
  return [from, to]
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
