/** How much one page may be and bring: what is beyond is text, or left out, with a message. */
import type {Position} from 'unist'
import type {Fault} from './report.js'

/** Each is far beyond what people write. */
export const defaultLimits = {
  /** Characters of a page's own text. */
  length: 10_000_000,
  /** Nodes in nodes. No walk of ours overflows the stack so deep, so more is not to be had. */
  depth: 200,
  /** Nodes of a page, with what it includes. */
  nodes: 2_000_000,
  /** Files that a page includes. */
  includes: 1000,
  /** Characters that they bring. */
  included: 8_000_000,
  /** Substitutions of a page. */
  substitutions: 10_000,
  /** Characters that they bring. */
  substituted: 1_000_000,
  /**
   * Characters that a page shows again: titles in references and in tables of contents, addresses of definitions.
   */
  repeated: 2_000_000
}

/** All limits of a page. */
export type Limits = Readonly<typeof defaultLimits>

/** What is said where a page shows more again than it may. */
export function repeatedTooMuch(limit: number, position: Position | undefined): Fault {
  return {
    ruleId: 'repetition-limit',
    reason: `more than ${limit} characters are shown again on this page, and no more are: refer less`,
    position
  }
}

/** What is left of a limit. */
export interface Budget {
  /** @returns whether there was as much left; if not, nothing is taken any more. */
  take(amount: number): boolean
}

/**
 * Count down from a limit.
 *
 * @param exceeded called once.
 * @example
 * createBudget(3, () => report(…)).take(5) // false
 */
export function createBudget(limit: number, exceeded: () => void): Budget {
  let left = limit
  return {
    take(amount) {
      if (left >= amount) {
        left -= amount
        return true
      }
      if (left >= 0) exceeded()
      left = -1
      return false
    }
  }
}
