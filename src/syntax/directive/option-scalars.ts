/**
 * The scalars of an option block: plain, quoted and block text, as MyST-Parser's tokenizer reads them.
 * Each function takes the whole block and the scalar's first offset. Each looks at a character once, so that
 * any input is read in linear time.
 */

/** A scalar that was read. */
export interface Scalar {
  value: string
  /** Past its last character; quotes belong to a scalar, the line break behind a block does not. */
  end: number
  /** A comment before `end`, in the header of a block. */
  comment?: number | undefined
}

/** Why a scalar or an option cannot be read. */
export interface Problem {
  /** For a person; says the way out. */
  reason: string
  start: number
  end: number
}

/**
 * The end of the line that holds `at`, before its line break.
 *
 * @example
 * lineEnd('a: 1\nb: 2', 2) // 4
 */
export function lineEnd(source: string, at: number): number {
  const end = source.indexOf('\n', at)
  return end === -1 ? source.length : end
}

/**
 * Whether a character is white space within a line. PyYAML and so MyST-Parser stop at tabs; YAML itself does not.
 *
 * @example
 * isSpace('\t') // true
 */
export function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\t'
}

/**
 * Whether a character begins a quoted scalar.
 *
 * @example
 * isQuote("'") // true
 */
export function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'"
}

/**
 * The first offset from `at` on that is neither a space nor a tab.
 *
 * @example
 * skipSpaces('a:  1', 2) // 4
 */
export function skipSpaces(source: string, at: number): number {
  while (isSpace(source[at])) at++
  return at
}

/**
 * Whether nothing stands at `at` but the end of the line or of the block.
 *
 * @example
 * isLineEnd('a:\n', 2) // true
 */
export function isLineEnd(source: string, at: number): boolean {
  return at >= source.length || source[at] === '\n'
}

/**
 * The end of the plain text from `start` on: the line's end, a comment, or for a key the colon that ends it.
 * White space before that is left out.
 *
 * @example
 * plainEnd('see also: x', 0, true) // 8
 * plainEnd('a b  # c', 0, false) // 3
 */
export function plainEnd(source: string, start: number, isKey: boolean): number {
  let end = start
  for (let at = start; !isLineEnd(source, at); at++) {
    const character = source[at]
    if (isSpace(character)) continue
    if (character === '#' && at > start && isSpace(source[at - 1])) break
    if (isKey && character === ':' && endsKey(source, at)) break
    end = at + 1
  }
  return end
}

/** A colon ends a plain key only before white space, so that `alt:text` or a URL is never cut in two. */
function endsKey(source: string, colon: number): boolean {
  return isLineEnd(source, colon + 1) || isSpace(source[colon + 1])
}

/**
 * A value without quotes. It goes on over indented lines: one line break becomes a space, a blank line a line
 * break. A comment ends it.
 *
 * @example
 * plainScalar('alt: a: b\n  c', 5) // {value: 'a: b c', end: 13}
 */
export function plainScalar(source: string, start: number): Scalar {
  let end = plainEnd(source, start, false)
  let value = source.slice(start, end)
  for (;;) {
    const gap = foldWhite(source, end)
    const continues = gap.breaks > 0 && gap.end < source.length && isSpace(source[gap.end - 1])
    if (!continues || source[gap.end] === '#') return {value, end}
    end = plainEnd(source, gap.end, false)
    value += gap.value + source.slice(gap.end, end)
  }
}

/**
 * A key or value in quotes, which may go on over any lines. `''` is a quote within single quotes; within double
 * quotes the escapes of YAML hold.
 *
 * @example
 * quotedScalar('"a\\tb"', 0) // {value: 'a\tb', end: 6}
 */
export function quotedScalar(source: string, start: number): Scalar | Problem {
  const quote = source[start]
  let value = ''
  let at = start + 1
  while (at < source.length) {
    const character = source.charAt(at)
    if (character === quote) {
      if (quote === '"' || source[at + 1] !== "'") return {value, end: at + 1}
      value += quote
      at += 2
    } else if (character === '\n' || isSpace(character)) {
      const white = foldWhite(source, at)
      value += white.value
      at = white.end
    } else if (character === '\\' && quote === '"' && at + 1 < source.length) {
      const escaped = readEscape(source, at)
      if ('reason' in escaped) return escaped
      value += escaped.value
      at = escaped.end
    } else {
      value += character
      at++
    }
  }
  return unclosedQuote(source, start)
}

/**
 * What is wrong where a quote has no partner.
 *
 * @example
 * unclosedQuote('alt: "a', 5) // {reason: 'the quote is not closed; …', start: 5, end: 7}
 */
export function unclosedQuote(source: string, start: number): Problem {
  const quote = source.charAt(start)
  const other = quote === '"' ? "'" : '"'
  return {
    reason: `the quote is not closed; add ${quote} at the end, or put ${other} around the whole text if it belongs to it`,
    start,
    end: lineEnd(source, start)
  }
}

const escapes = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['N', '\x85'],
  ['_', '\xa0'],
  ['L', '\u2028'],
  ['P', '\u2029']
])

const hexadecimal = /x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}/y

/** `start` is at the backslash, which is not the last character. */
function readEscape(source: string, start: number): {value: string; end: number} | Problem {
  const letter = source.charAt(start + 1)
  const simple = escapes.get(letter)
  if (simple !== undefined) return {value: simple, end: start + 2}
  if (letter === '\n') {
    // The break itself is escaped and joins the lines without a space.
    const white = foldWhite(source, start + 1)
    return {value: '\n'.repeat(white.breaks - 1), end: white.end}
  }
  hexadecimal.lastIndex = start + 1
  const digits = hexadecimal.exec(source)?.[0]
  if (digits) {
    const code = Number.parseInt(digits.slice(1), 16)
    if (code <= 0x10ffff) return {value: String.fromCodePoint(code), end: start + 1 + digits.length}
  }
  const unknown = `\\${String.fromCodePoint(source.codePointAt(start + 1) ?? 0)}`
  return {
    reason: `unknown escape "${unknown}"; write \\\\ for a backslash, or use single quotes`,
    start,
    end: start + unknown.length
  }
}

const blockHeader = /[|>](?:([+-]?)([1-9]?)|([1-9])([+-]))(?=[ \t\n]|$)/y

/**
 * A block of lines: `|` keeps its line breaks, `>` folds them. `-` and `+` behind it drop or keep the line
 * breaks at its end, a digit is the block's indentation; without, that of the first line with text counts.
 *
 * @example
 * blockScalar('a: |\n  b\n  c\n', 3) // {value: 'b\nc\n', end: 12}
 */
export function blockScalar(source: string, start: number): Scalar | Problem {
  const style = source.charAt(start)
  blockHeader.lastIndex = start
  const header = blockHeader.exec(source)
  const headerEnd = start + (header?.[0].length ?? 0)
  const behind = header ? skipSpaces(source, headerEnd) : start
  const isComment = source[behind] === '#' && behind > headerEnd
  if (!header || !(isComment || isLineEnd(source, behind))) {
    return {
      reason: `a value that starts with "${style}" is a block, and its text starts on the next line, indented; put quotes around the value if "${style}" belongs to it`,
      start,
      end: plainEnd(source, start, false)
    }
  }
  const indent = Number(header[2] || header[3] || 0)
  const {value, end, blanks} = blockText(source, lineEnd(source, behind) + 1, indent, style === '>')
  const chomping = header[1] || header[4]
  const kept = chomping === '+' ? '\n'.repeat(blanks) : ''
  if (end === undefined) return {value: kept, end: headerEnd}
  const last = end < source.length && chomping !== '-' ? '\n' : ''
  return {value: value + last + kept, end, comment: isComment ? behind : undefined}
}

/** The lines of a block; `end` is that of its last line with text. `indent` is 0 where the first line decides. */
function blockText(
  source: string,
  start: number,
  indent: number,
  folds: boolean
): {value: string; end: number | undefined; blanks: number} {
  let value = ''
  let end: number | undefined
  let blanks = 0
  let isWide = false
  for (let line = start; line < source.length; line = lineEnd(source, line) + 1) {
    const stop = lineEnd(source, line)
    const spaces = countSpaces(source, line)
    if (skipSpaces(source, line) === stop && (indent === 0 || spaces <= indent)) {
      if (stop < source.length) blanks++
      continue
    }
    if (indent === 0) indent = Math.max(spaces, 1)
    if (spaces < indent) break
    const wasWide = isWide
    isWide = isSpace(source[line + indent])
    // A line that is indented further keeps the breaks around it: it may be code or a list.
    const isFolded = folds && !wasWide && !isWide
    if (end !== undefined) value += isFolded ? (blanks === 0 ? ' ' : '') : '\n'
    value += '\n'.repeat(blanks) + source.slice(line + indent, stop)
    end = stop
    blanks = 0
  }
  return {value, end, blanks}
}

/** Spaces alone: a tab has no width that everybody agrees on, so it indents no block. */
function countSpaces(source: string, line: number): number {
  let at = line
  while (source[at] === ' ') at++
  return at - line
}

/** White space with its line breaks, and what it stands for: itself, a space, or one break fewer than it has. */
function foldWhite(source: string, start: number): {value: string; breaks: number; end: number} {
  let breaks = 0
  let end = skipSpaces(source, start)
  while (source[end] === '\n') {
    breaks++
    end = skipSpaces(source, end + 1)
  }
  if (breaks === 0) return {value: source.slice(start, end), breaks, end}
  return {value: breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), breaks, end}
}
