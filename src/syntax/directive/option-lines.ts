/** Which lines after a directive's first line are its options (MyST-Parser's `parse_directive_text`). */

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
 * The key of an option line, also where the colon behind it is missing; empty where white space follows the first
 * colon, as on a line that goes on with the value above it.
 *
 * @example
 * optionKey(':class: tip') // 'class'
 * optionKey(':alt:text') // 'alt'
 */
export function optionKey(line: string): string {
  return /^\s*:"?([^\s:"'][^:"']*)/.exec(line)?.[1]?.trimEnd() ?? ''
}
