/** The grammar of dollar math. */

/** MyST-Parser's switches (`dmath_…`). */
export interface DollarMathOptions {
  /** Whether white space may stand inside, next to the dollars: `$ a $`. */
  allowSpace: boolean
  /**
   * Whether a digit may stand outside, next to the dollars: `1$a$2`. Left out, none may stand behind, nor on both
   * sides of the opening pair of a price: `$10 and $20` and `10$ and 20$` stay text, `5$\mu$m` is math.
   */
  allowDigits?: boolean | undefined
  /** Whether `$$a$$` may stand in running text. */
  doubleInline: boolean
}

/** A formula in running text, and the characters beside it. */
export interface InlineMathParts {
  /** What stands between the dollars. */
  value: string
  double: boolean
  /** The character before the opening dollars, or nothing. */
  before: string
  after: string
}

/**
 * Whether what stands between two pairs of dollars is a formula.
 *
 * @example
 * isInlineMath({value: '10 and ', double: false, before: '', after: '2'}, strict) // false
 */
export function isInlineMath(
  {value, double, before, after}: InlineMathParts,
  {allowSpace, allowDigits, doubleInline}: DollarMathOptions
): boolean {
  if (value.trim() === '' || (double && !doubleInline)) return false
  // Two dollars are no price.
  if (double) return true
  if (!allowSpace && value.trim() !== value) return false
  if (allowDigits === true) return true
  if (/\d/.test(after)) return false
  return !/\d/.test(before) || (allowDigits === undefined && !/\d$/.test(value))
}

/** The value of a formula that goes over several lines: each without the indent of its line. */
export function inlineMathValue(source: string): string {
  return source
    .split(/\r\n|\r|\n/)
    .map((line, index) => (index > 0 ? line.trimStart() : line))
    .join('\n')
}

/** How a line ends a block of dollar math. */
export interface DollarBlockEnd {
  /** Where the closing dollars stand. */
  valueEnd: number
  /** As written. */
  label?: string
  labelStart: number
  labelEnd: number
}

/**
 * Read the end of a line: `$$` or `$$ (label)`.
 *
 * @example
 * parseDollarBlockEnd('a = b $$ (eq)') // {valueEnd: 6, label: 'eq', labelStart: 10, labelEnd: 12}
 */
export function parseDollarBlockEnd(line: string): DollarBlockEnd | undefined {
  const text = line.trimEnd()
  if (endsInDollars(text)) return {valueEnd: text.length - 2, labelStart: 0, labelEnd: 0}
  if (!text.endsWith(')')) return
  const open = text.lastIndexOf('(')
  const before = text.slice(0, Math.max(open, 0)).trimEnd()
  const inner = text.slice(open + 1, -1)
  if (!endsInDollars(before) || inner.includes('$') || inner.includes(')')) return
  const label = inner.trim()
  const labelStart = open + 1 + inner.indexOf(label)
  return {
    valueEnd: before.length - 2,
    ...(label ? {label} : {}),
    labelStart,
    labelEnd: labelStart + label.length
  }
}

/** The name of a line that may end a block of dollar math, to look for one. */
export function closedDollars(line: string): '$$' | undefined {
  return parseDollarBlockEnd(line) && '$$'
}

function endsInDollars(text: string): boolean {
  return text.endsWith('$$') && !isEscaped(text, text.length - 2)
}

/** Whether an odd number of backslashes stands before a character. */
export function isEscaped(text: string, index: number): boolean {
  let slashes = 0
  while (text[index - 1 - slashes] === '\\') slashes++
  return slashes % 2 === 1
}

/**
 * How a line begins a block of dollar math: `closed` with its end on the same line, `open` if further lines must
 * follow; `undefined` where it begins none.
 *
 * @example
 * opensDollarBlock('$$ a $$ (label)') // 'closed'
 */
export function opensDollarBlock(line: string): 'closed' | 'open' | undefined {
  if (!line.startsWith('$$')) return
  const end = parseDollarBlockEnd(line)
  if (end && end.valueEnd > 2) return line.slice(2, end.valueEnd).trim() ? 'closed' : undefined
  // The end of another block, or dollars in the middle: no block begins with them.
  if (end && line.trim() !== '$$') return
  for (let at = line.indexOf('$$', 2); at !== -1; at = line.indexOf('$$', at + 1))
    if (!isEscaped(line, at)) return
  return 'open'
}

/** A block taken apart; `line` counts from the block's first. */
export interface DollarBlock {
  value: string
  /** White space in it is a hyphen, as in MyST-Parser. */
  label?: string
  labelStart: number
  labelEnd: number
}

/**
 * Read the lines of a block, from its opening to its closing dollars.
 *
 * @example
 * parseDollarBlock(['$$', 'a', '$$ (eq 1)']) // {value: 'a', label: 'eq-1', labelStart: 4, labelEnd: 8}
 */
export function parseDollarBlock(lines: readonly string[]): DollarBlock {
  const last = lines.at(-1) ?? ''
  const end = parseDollarBlockEnd(last)
  const inner = [...lines]
  inner[lines.length - 1] = last.slice(0, end?.valueEnd ?? last.length)
  inner[0] = (inner[0] ?? '').slice(2)
  return {
    value: inner.join('\n').trim(),
    ...(end?.label ? {label: end.label.replace(/\s+/g, '-')} : {}),
    labelStart: end?.labelStart ?? 0,
    labelEnd: end?.labelEnd ?? 0
  }
}
