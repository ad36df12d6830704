/** Matchers that any framework with asymmetric matchers takes: vitest, jest, bun. */
import {
  type ExpectedMessage,
  type ExpectedTarget,
  isResolution,
  type MessageLike,
  matchesMessage,
  targetFaults
} from './expectation.js'

/** A value that stands for all that it matches, within `toEqual` and its like. */
export interface AsymmetricMatcher {
  $$typeof: symbol
  asymmetricMatch(value: unknown): boolean
  toString(): string
  toAsymmetricMatcher(): string
  getExpectedType(): string
}

function matcher(name: string, type: string, match: (value: unknown) => boolean): AsymmetricMatcher {
  return {
    $$typeof: Symbol.for('jest.asymmetricMatcher'),
    asymmetricMatch: match,
    toString: () => name,
    toAsymmetricMatcher: () => name,
    getExpectedType: () => type
  }
}

/**
 * Any answer that leads where it should.
 *
 * @example
 * expect(project.resolve('{doc}`team`', {from: 'index.md'})).toEqual(resolvesTo('team.html'))
 */
export function resolvesTo(expected: string | RegExp | ExpectedTarget): AsymmetricMatcher {
  return matcher(
    `resolvesTo(${shown(expected)})`,
    'object',
    (value) => isResolution(value) && targetFaults(value, expected).length === 0
  )
}

/**
 * Any answer that found nothing, by this rule if one is given.
 *
 * @example
 * expect(project.resolve('{doc}`teem`', {from: 'index.md'})).toEqual(isUnresolved('unknown-document'))
 */
export function isUnresolved(ruleId?: string): AsymmetricMatcher {
  return matcher(
    `isUnresolved(${shown(ruleId)})`,
    'object',
    (value) =>
      isResolution(value) && value.status === 'missing' && (ruleId === undefined || value.ruleId === ruleId)
  )
}

/**
 * Any answer with several candidates.
 *
 * @example
 * expect(project.resolve('[](index)', {from: 'index.md'})).toEqual(isAmbiguous())
 */
export function isAmbiguous(): AsymmetricMatcher {
  return matcher('isAmbiguous()', 'object', (value) => isResolution(value) && value.status === 'ambiguous')
}

/**
 * Any message of a rule, or as described.
 *
 * @example
 * expect(project.check()).toContainEqual(messageOf({ruleId: 'unknown-label', line: 3}))
 */
export function messageOf(expected: string | ExpectedMessage): AsymmetricMatcher {
  return matcher(
    `messageOf(${shown(expected)})`,
    'object',
    (value) => isMessage(value) && matchesMessage(value, expected)
  )
}

function isMessage(value: unknown): value is MessageLike {
  return typeof value === 'object' && value !== null && 'reason' in value && typeof value.reason === 'string'
}

function shown(value: unknown): string {
  if (value === undefined) return ''
  return JSON.stringify(value, (_, each) => (each instanceof RegExp ? String(each) : each))
}
