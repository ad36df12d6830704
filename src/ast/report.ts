/** How a stage says what is wrong. */
import type {Position} from 'unist'

/**
 * Something wrong in the author's text.
 *
 * `ruleId` names it in kebab-case and has a section in `docs/messages.md`; `reason` says what is wrong and a way out.
 */
export interface Fault {
  ruleId: string
  reason: string
  /** The smallest range that is wrong. */
  position?: Position | undefined
  /** `warning` if left out. */
  severity?: 'error' | 'warning' | 'info' | undefined
}

/** Takes a fault; nothing stops because of one. */
export type Report = (fault: Fault) => void

/**
 * The end of a sentence that helps: near names, if there are any.
 *
 * @example
 * didYouMean(['grid']) // '; did you mean "grid"?'
 */
export function didYouMean(names: readonly string[]): string {
  if (names.length === 0) return ''
  const quoted = names.map((name) => `"${name}"`)
  return `; did you mean ${quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}` : quoted[0]}?`
}

/**
 * Source for a reason: between backticks, if it has none itself.
 *
 * @example
 * shown(':::') // '`:::`'
 */
export function shown(source: string): string {
  return source.includes('`') ? source : `\`${source}\``
}
