/** The grammar of a role. */

/** A role taken apart; offsets count from its `{`. */
export interface RoleHeader {
  name: string
  nameStart: number
  nameEnd: number
  /** Backticks on each side. */
  size: number
  /** Where the content begins. */
  valueStart: number
}

const head = /^\{([A-Za-z0-9_.+:-]+)\}(`+)/

/**
 * Read the head of a role, `{name}` and its backticks.
 *
 * @example
 * parseRoleHeader('{doc}`team`') // {name: 'doc', nameStart: 1, nameEnd: 4, size: 1, valueStart: 6}
 */
export function parseRoleHeader(source: string): RoleHeader | undefined {
  const match = head.exec(source)
  const name = match?.[1]
  const ticks = match?.[2]
  if (name === undefined || ticks === undefined) return
  return {
    name,
    nameStart: 1,
    nameEnd: 1 + name.length,
    size: ticks.length,
    valueStart: 2 + name.length + ticks.length
  }
}

/** `text <target>` taken apart; offsets count from the start of the content. */
export interface TextAndTarget {
  /** `undefined` where the author gave a target alone. */
  text?: string | undefined
  textEnd: number
  target: string
  targetStart: number
  targetEnd: number
}

/**
 * Split the content of a role that refers: the last `<` before a closing `>` begins the target; without one, or with
 * nothing before it, all is target (Sphinx's `explicit_title_re`).
 *
 * @example
 * parseTextAndTarget('vector<int> docs <tgt>') // {text: 'vector<int> docs', target: 'tgt', …}
 */
export function parseTextAndTarget(value: string): TextAndTarget {
  const trimmed = value.trimEnd()
  const open = trimmed.endsWith('>') ? trimmed.lastIndexOf('<') : -1
  const text = open > 0 ? value.slice(0, open).trim() : ''
  if (text)
    return {
      text,
      textEnd: value.slice(0, open).trimEnd().length,
      target: trimmed.slice(open + 1, -1).trim(),
      ...trimRange(value, open + 1, trimmed.length - 1)
    }
  return {textEnd: 0, target: value.trim(), ...trimRange(value, 0, value.length)}
}

function trimRange(value: string, start: number, end: number): {targetStart: number; targetEnd: number} {
  const inner = value.slice(start, end)
  const targetStart = start + (inner.length - inner.trimStart().length)
  return {targetStart, targetEnd: targetStart + inner.trim().length}
}
