/**
 * Matchers for vitest: `import 'mystmark/testing/vitest'` in a test or a setup file adds `toResolveTo`,
 * `toHaveNoUnresolved` and `toHaveMessage`.
 */
import {expect} from 'vitest'
import type {Project} from '../project/create-project.js'
import {explain} from '../references/explain.js'
import type {AnsweredReference} from '../references/link.js'
import {
  type ExpectedMessage,
  type ExpectedTarget,
  isResolution,
  type MessageLike,
  matchesMessage,
  messageLine,
  targetFaults
} from './expectation.js'

interface MystmarkMatchers<R> {
  /** The answer of `project.resolve` leads here: an address, or what is known of the target. */
  toResolveTo(expected: string | RegExp | ExpectedTarget): R
  /** Every reference of a project or a rendered page leads somewhere. */
  toHaveNoUnresolved(): R
  /** A project, a rendered page or a list of messages has this message: its rule, or more of it. */
  toHaveMessage(expected: string | ExpectedMessage): R
}

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: vitest declares the parameter so, and both must be the same
  interface Matchers<T = any> extends MystmarkMatchers<T> {}
}

interface Outcome {
  pass: boolean
  message: () => string
}

expect.extend({
  toResolveTo(received: unknown, expected: string | RegExp | ExpectedTarget): Outcome {
    if (!isResolution(received))
      throw new TypeError('toResolveTo takes what project.resolve(markup, {from}) returns')
    const faults = targetFaults(received, expected)
    const shown = faults.includes(explain(received)) ? faults : [...faults, explain(received)]
    return {
      pass: faults.length === 0,
      message: () =>
        faults.length === 0
          ? `expected the reference to lead elsewhere\n\n${explain(received)}`
          : `the reference does not lead to ${wantedLine(expected)}\n\n${shown.join('\n')}`
    }
  },
  toHaveNoUnresolved(received: unknown): Outcome {
    const lines = unresolvedOf(received)
    return {
      pass: lines.length === 0,
      message: () =>
        lines.length === 0
          ? 'expected some reference to lead nowhere, but all are resolved'
          : `${lines.length} ${lines.length === 1 ? 'reference leads' : 'references lead'} nowhere\n\n${lines.join('\n')}`
    }
  },
  toHaveMessage(received: unknown, expected: string | ExpectedMessage): Outcome {
    const messages = messagesOf(received)
    const hit = messages.find((message) => matchesMessage(message, expected))
    const wanted = typeof expected === 'string' ? expected : wantedLine(expected)
    return {
      pass: hit !== undefined,
      message: () =>
        hit
          ? `expected no message ${wanted}, but there is\n\n${messageLine(hit)}`
          : `there is no message ${wanted}; there ${messages.length === 1 ? 'is' : 'are'}\n\n${messages.map(messageLine).join('\n') || 'none at all'}`
    }
  }
})

/** What was expected, in a line. */
function wantedLine(expected: unknown): string {
  return expected instanceof RegExp
    ? String(expected)
    : JSON.stringify(expected, (_, each) => (each instanceof RegExp ? String(each) : each))
}

/** A line for each reference that leads nowhere, with file, line, column and what was near. */
function unresolvedOf(received: unknown): string[] {
  if (isProject(received))
    return received.pages.flatMap((page) => linesOf(page, received.render(page).references))
  if (typeof received === 'object' && received !== null && 'references' in received) {
    const {references} = received
    if (Array.isArray(references)) return linesOf('', references.filter(isAnswered))
  }
  throw new TypeError('toHaveNoUnresolved takes a project or a rendered page')
}

function linesOf(page: string, references: readonly AnsweredReference[]): string[] {
  return references.flatMap(({reference, resolution, position}) => {
    if (resolution.status !== 'missing') return []
    const {line, column} = position?.start ?? {}
    const {ruleId, reason} = resolution
    return [`${messageLine({file: page || undefined, line, column, ruleId, reason})} [${reference.target}]`]
  })
}

function messagesOf(received: unknown): MessageLike[] {
  if (isProject(received)) return received.check()
  const list =
    typeof received === 'object' && received !== null && 'messages' in received ? received.messages : received
  if (!Array.isArray(list))
    throw new TypeError('toHaveMessage takes a project, a rendered page or a list of messages')
  return list.filter(
    (each: unknown): each is MessageLike =>
      typeof each === 'object' && each !== null && 'reason' in each && typeof each.reason === 'string'
  )
}

function isProject(value: unknown): value is Project {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pages' in value &&
    'check' in value &&
    typeof value.check === 'function'
  )
}

function isAnswered(value: unknown): value is AnsweredReference {
  return (
    typeof value === 'object' && value !== null && 'resolution' in value && isResolution(value.resolution)
  )
}
