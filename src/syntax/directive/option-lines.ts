/** Which lines after a directive's first line are its options (MyST-Parser's `parse_directive_text`). */
import {plainEnd, skipSpaces} from './option-scalars.js'

/**
 * Whether a line belongs to a `:key: value` block. A line of three colons never does: it is a fence.
 *
 * @example
 * isOptionLine('  :class: tip') // true
 * isOptionLine(':::{note}') // false
 */
export function isOptionLine(line: string): boolean {
  const text = line.trimStart()
  return text.startsWith(':') && !text.startsWith(':::')
}

/**
 * Whether a line opens or closes a `---` block: three dashes or more, not indented. What stands behind them does
 * not matter; behind closing dashes it is the body's first line.
 *
 * @example
 * isOptionFence('----') // true
 * isOptionFence(' ---') // false
 */
export function isOptionFence(line: string): boolean {
  return line.startsWith('---')
}

/**
 * Whether an option line has a key: `:key:`, then white space or the line's end. `:smile:text` and `:alt:text`
 * have none; text such as `:smile: hello` cannot be told from an option.
 *
 * @example
 * isKeyedOptionLine(':class: tip') // true
 * isKeyedOptionLine(':alt:text') // false
 */
export function isKeyedOptionLine(line: string): boolean {
  if (!isOptionLine(line)) return false
  const text = line.trimStart()
  const end = plainEnd(text, 1, true)
  return end > 1 && text.charAt(1).trim() !== '' && text[skipSpaces(text, end)] === ':'
}
