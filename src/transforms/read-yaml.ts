/** YAML of a page, read as far as it is good: a fault voids the entry that it stands in, not the others. */

import {CORE_SCHEMA, constructFromEvents, parseEvents, YAMLException} from 'js-yaml'
import {readPlainYaml} from './plain-yaml.js'

/** Something wrong in YAML. */
export interface YamlFault {
  reason: string
  /** Counted in the text, in UTF-16 units. */
  offset: number
}

/** What could be read, and what could not. */
export interface YamlResult {
  value: unknown
  faults: YamlFault[]
}

/** More faults than this are one: the text is no YAML. */
const maxFaults = 20

/**
 * Read YAML 1.2 (its core schema: `yes` and dates are text).
 *
 * After a fault the entry of the outermost mapping that holds it is blanked out, and the rest is read again.
 *
 * @example
 * readYaml('title: A\ntags: [a,\nindex: 1') // {value: {title: 'A', …}, faults: [{reason: …, offset: 19}]}
 */
export function readYaml(source: string): YamlResult {
  const plain = readPlainYaml(source)
  if (plain) return {value: plain, faults: []}
  const faults: YamlFault[] = []
  let text = source
  while (faults.length < maxFaults) {
    try {
      // Aliases can make a short text huge, and depth can overflow the stack.
      const events = parseEvents(text, {maxDepth: 50})
      const [value] = constructFromEvents(events, {schema: CORE_SCHEMA, maxAliases: 50, source: text})
      return {value, faults}
    } catch (error) {
      const known = error instanceof YAMLException ? error : undefined
      const offset = known?.mark ? offsetOf(text, known.mark.line, known.mark.column) : 0
      const reason = known?.reason ?? String(error)
      const [from, to] = entryAround(text, offset, reason.startsWith('duplicated'))
      const entry = text.slice(from, to)
      faults.push(openQuote(entry, from) ?? {reason, offset: lastWritten(source, offset)})
      if (!entry.trim()) break
      text = text.slice(0, from) + entry.replace(/[^\r\n]/g, ' ') + text.slice(to)
    }
  }
  return {value: undefined, faults}
}

/** Where a line ends too early, what is wrong is the last that is written there. */
function lastWritten(source: string, offset: number): number {
  const at = source[offset] ?? '\n'
  return at === '\n' || at === '\r' ? Math.max(source.slice(0, offset).trimEnd().length - 1, 0) : offset
}

/** The reader counts a line ending as one character, whichever it is. */
function offsetOf(text: string, line: number, column: number): number {
  const ends = [...text.matchAll(/\r\n|\r|\n/g)]
  const before = line > 0 ? ends[line - 1] : undefined
  return Math.min(
    (before ? before.index + before[0].length : line > 0 ? text.length : 0) + column,
    text.length
  )
}

/**
 * The entry that a fault stands in, from a line that begins at the margin up to the next. What is said at the start of
 * an entry is that the one before does not end, unless it is said of the entry's own key.
 */
function entryAround(text: string, offset: number, ofKey: boolean): [from: number, to: number] {
  const starts = [...text.matchAll(/^[^\s#]/gm)].map((match) => match.index)
  const last = Math.min(offset, text.length - 1)
  const from = starts.findLast((start) => (ofKey ? start <= last : start < last)) ?? starts[0] ?? 0
  return [from, starts.find((start) => start > from) ?? text.length]
}

/** What the reader says of a quote that nothing closes speaks of a later line; the fault is where it opens. */
function openQuote(entry: string, from: number): YamlFault | undefined {
  const [head, quote = ''] = /^[^\r\n:]*:[ \t]+(["'])/.exec(entry) ?? []
  if (head === undefined || entry.split(quote).length > 2) return
  return {reason: `the quote ${quote} is not closed`, offset: from + head.length - 1}
}
