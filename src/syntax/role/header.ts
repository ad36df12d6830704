/** The grammar of a role. */
import {parseAttributes, type WrittenAttribute} from '../attributes/grammar.js'

/** A role taken apart; offsets count from its `{`. */
export interface RoleHeader {
  name: string
  nameStart: number
  nameEnd: number
  /** Backticks on each side. */
  size: number
  /** Where the content begins. */
  valueStart: number
  /** In the braces behind the name. */
  attributes: WrittenAttribute[]
}

const opening = /^\{[ \t]*([A-Za-z0-9_.+:-]+)/
const ticksRun = /`+/y

/**
 * Read the head of a role: `{name}`, in the braces also spaces and attributes (mystmd), and its backticks.
 *
 * @example
 * parseRoleHeader('{doc}`team`') // {name: 'doc', nameStart: 1, nameEnd: 4, size: 1, valueStart: 6, attributes: []}
 */
export function parseRoleHeader(source: string): RoleHeader | undefined {
  const [whole, name] = opening.exec(source) ?? []
  if (whole === undefined || name === undefined || name.startsWith('.')) return
  const list = /^[\s}]/.test(source.slice(whole.length, whole.length + 1))
    ? parseAttributes(source, whole.length)
    : undefined
  if (!list) return
  ticksRun.lastIndex = list.end
  const ticks = ticksRun.exec(source)?.[0]
  if (ticks === undefined) return
  return {
    name,
    nameStart: whole.length - name.length,
    nameEnd: whole.length,
    size: ticks.length,
    valueStart: list.end + ticks.length,
    attributes: list.attributes
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
