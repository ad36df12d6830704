/**
 * The grammar of a directive's options: MyST-Parser's restricted YAML (its `parsers/options.py`), a mapping of
 * strings to strings and nothing else. There a fault drops every option; here it voids only its own, whose words are kept.
 */
import {
  blockScalar,
  isLineEnd,
  isQuote,
  lineEnd,
  type Problem,
  plainEnd,
  plainScalar,
  quotedScalar,
  type Scalar,
  skipSpaces,
  unclosedQuote
} from './option-scalars.js'

/** One option. All offsets count in the block. */
export interface OptionItem {
  key: string
  /** The key as written, with its quotes if it has any. */
  keyStart: number
  keyEnd: number
  /** Always a string; empty where the option has no value. */
  value: string
  /** The value as written, with quotes or `|`; both offsets are the colon's end where there is none. */
  valueStart: number
  valueEnd: number
  /** The value has neither quotes nor `|` or `>`. */
  plain: boolean
}

/** Something in the block that is not read. */
export interface OptionFault {
  /** For a person; says the way out. */
  reason: string
  code: 'option-syntax' | 'option-comment'
  /** The smallest range that is wrong. */
  start: number
  end: number
  /** The key of the option that is void, if it could be read. */
  key?: string | undefined
  /** What stands behind its colon, as written. */
  value?: string | undefined
  /** The lines that are void; empty for a comment, which voids nothing. */
  text: string
}

/**
 * Read the options of a directive: the lines of a `---` block, or `:key: value` lines without their first colon.
 *
 * A plain value is all of its line (`a: b`, `[x, y]` and `**` are just text) and goes on over indented lines.
 * Duplicate keys are all returned, in order. What cannot be read becomes a fault and voids its line and the lines
 * that are indented deeper. Never throws; linear in the length of the block.
 *
 * @example
 * parseOptionBlock('class: tip\nalt:text')
 * // {items: [{key: 'class', value: 'tip', …}], faults: [{code: 'option-syntax', key: 'alt', text: 'alt:text', …}]}
 */
export function parseOptionBlock(source: string): {items: OptionItem[]; faults: OptionFault[]} {
  const items: OptionItem[] = []
  const faults: OptionFault[] = []
  let line = source.startsWith('\uFEFF') ? 1 : 0
  while (line < source.length) {
    const start = skipSpaces(source, line)
    if (isLineEnd(source, start)) {
      line = start + 1
    } else if (source[start] === '#') {
      faults.push(commentFault(source, start))
      line = lineEnd(source, start) + 1
    } else {
      const option = start > line ? indentedKey(source, start) : readOption(source, start)
      if ('item' in option) {
        items.push(option.item)
        for (const comment of option.comments) faults.push(commentFault(source, comment))
        line = option.next
      } else {
        const extent = voidLines(source, option.from, start - line)
        faults.push(syntaxFault(source, line, extent.end, option))
        line = extent.next
      }
    }
  }
  return {items, faults}
}

interface ReadOption {
  item: OptionItem
  /** Offsets of the comments in and behind it. */
  comments: number[]
  /** The line to read next. */
  next: number
}

interface VoidOption {
  problem: Problem
  /** Where the key or value begins that could not be read; the lines before it are used up. */
  from: number
  key?: string | undefined
}

/** `start` is at the key, which stands at the start of its line. */
function readOption(source: string, start: number): ReadOption | VoidOption {
  if (source[start] === '-' && skipSpaces(source, start + 1) > start + 1) {
    const reason = 'a list has no place here; an option is a key, a colon and a value'
    return {problem: restOfLine(source, start, reason), from: start}
  }
  const key = readScalar(source, start, true)
  if ('reason' in key) return {problem: key, from: start}
  const colon = skipSpaces(source, key.end)
  if (source[colon] !== ':') return withoutColon(source, start, key)
  if (key.end === start) {
    const reason = 'expected a key before the colon; write the name of an option there'
    return {problem: {reason, start, end: start + 1}, from: start}
  }

  const comments: number[] = []
  const from = nextText(source, colon + 1, comments)
  const isEmpty = from >= source.length || source[from - 1] === '\n'
  const value: Scalar | Problem = isEmpty ? {value: '', end: colon + 1} : readScalar(source, from, false)
  if ('reason' in value) return {problem: value, from, key: key.value}
  if (value.comment !== undefined) comments.push(value.comment)
  const next = isEmpty ? from : lineAfter(source, value.end, comments)
  if (typeof next !== 'number') return {problem: next, from, key: key.value}
  const valueStart = isEmpty ? colon + 1 : from
  return {
    item: {
      key: key.value,
      keyStart: start,
      keyEnd: key.end,
      value: value.value,
      valueStart,
      valueEnd: value.end,
      plain: isEmpty || !(isQuote(source[from]) || isBlockMark(source[from]))
    },
    comments,
    next
  }
}

function readScalar(source: string, start: number, isKey: boolean): Scalar | Problem {
  const first = source.charAt(start)
  if (isQuote(first)) return quotedScalar(source, start)
  if (isKey) {
    const end = plainEnd(source, start, true)
    return {value: source.slice(start, end), end}
  }
  return isBlockMark(first) ? blockScalar(source, start) : plainScalar(source, start)
}

function isBlockMark(character: string | undefined): boolean {
  return character === '|' || character === '>'
}

/** The next text behind a colon, on its line or a later one; comments may stand between. */
function nextText(source: string, at: number, comments: number[]): number {
  for (;;) {
    at = skipSpaces(source, at)
    if (source[at] === '#') {
      comments.push(at)
      at = lineEnd(source, at)
    }
    if (source[at] !== '\n') return at
    at++
  }
}

/** The line that ends an option, the first that is not indented; or the text that stands before it. */
function lineAfter(source: string, end: number, comments: number[]): number | Problem {
  let at = skipSpaces(source, end)
  for (;;) {
    if (source[at] === '#') {
      comments.push(at)
      at = lineEnd(source, at)
    }
    if (!isLineEnd(source, at)) return strayText(source, at, at < lineEnd(source, end))
    const line = at + 1
    at = skipSpaces(source, line)
    if (line >= source.length || (at === line && !isLineEnd(source, at))) return line
  }
}

function strayText(source: string, at: number, isBehind: boolean): Problem {
  const reason = isBehind
    ? 'text behind the closing quote; move the quote to the end, or put the other kind of quotes around it all'
    : 'this line is indented, but the value above it has ended; indent the lines of a value alike with spaces, put no comment between them, and start a new option at the start of its line'
  return restOfLine(source, at, reason)
}

function indentedKey(source: string, start: number): VoidOption {
  const end = plainEnd(source, start, true)
  const key = end > start && source[skipSpaces(source, end)] === ':' ? source.slice(start, end) : undefined
  const reason = 'expected the key at the start of its line; remove the white space before it'
  return {problem: restOfLine(source, start, reason), from: start, key}
}

function withoutColon(source: string, start: number, key: Scalar): VoidOption {
  const inner = isQuote(source[start]) ? -1 : key.value.indexOf(':', 1)
  if (inner < 0) {
    const reason =
      'expected a colon after the key; write one, and behind it a space and the value if there is any'
    return {problem: {reason, start, end: key.end}, from: start, key: key.value}
  }
  const name = key.value.slice(0, inner).trimEnd()
  const reason = `expected a space after the colon; write "${name}: " before the value`
  return {problem: {reason, start: start + inner, end: start + inner + 1}, from: start, key: name}
}

function restOfLine(source: string, start: number, reason: string): Problem {
  return {reason, start, end: plainEnd(source, start, false)}
}

/** The line of `from` and those below it that are indented deeper: where they end, and the line to read next. */
function voidLines(source: string, from: number, indent: number): {end: number; next: number} {
  let end = lineEnd(source, from)
  let line = end + 1
  while (line < source.length) {
    const text = skipSpaces(source, line)
    const stop = lineEnd(source, text)
    if (text < stop) {
      if (text - line <= indent) break
      end = stop
    }
    line = stop + 1
  }
  return {end, next: line}
}

function syntaxFault(
  source: string,
  line: number,
  end: number,
  {problem, from, key}: VoidOption
): OptionFault {
  // Below the void lines stand other options. If they are at fault, a quote has run on into them, and is the cause.
  const {reason, start, end: stop} = problem.end > end ? unclosedQuote(source, from) : problem
  const text = source.slice(line, end)
  return {reason, code: 'option-syntax', start, end: stop, key, value: key && valueIn(text), text}
}

/** A value that could not be read, on one line. */
function valueIn(text: string): string {
  return text
    .slice(text.indexOf(':') + 1 || text.length)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ')
}

function commentFault(source: string, start: number): OptionFault {
  const reason =
    'this is a comment and no part of a value; remove it, or put quotes around the value if "#" belongs to it'
  return {reason, code: 'option-comment', start, end: lineEnd(source, start), text: ''}
}
