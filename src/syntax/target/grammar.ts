/** The grammar of a target line. */

export interface TargetLine {
  /** As written. */
  label: string
  labelStart: number
  labelEnd: number
}

/**
 * Read `(label)=`. A label is anything but parentheses; the line holds nothing else.
 *
 * @param line from the opening parenthesis to the line's end.
 * @example
 * parseTarget('(team:members)=') // {label: 'team:members', labelStart: 1, labelEnd: 13}
 */
export function parseTarget(line: string): TargetLine | undefined {
  const source = line.trimEnd()
  if (!source.startsWith('(') || !source.endsWith(')=')) return
  const inner = source.slice(1, -2)
  const label = inner.trim()
  if (!label || inner.includes('(') || inner.includes(')')) return
  const labelStart = 1 + inner.indexOf(label)
  return {label, labelStart, labelEnd: labelStart + label.length}
}
