/**
 * Matchers for vitest: `import 'mystmark/testing/vitest'` in a test or a setup file adds `toResolveTo`,
 * `toHaveNoUnresolved` and `toHaveMessage`.
 */
import {expect} from 'vitest'
import {didYouMean} from '../ast/report.js'
import {suggest} from '../names/suggest.js'
import type {Project} from '../project/create-project.js'
import {explain} from '../references/explain.js'
import type {AnsweredReference} from '../references/resolution.js'
import {
  type ExpectedMessage,
  type ExpectedTarget,
  isResolution,
  type MessageLike,
  matchesMessage,
  messageLine,
  targetFaults
} from './expectation.js'
import {filesOf} from './test-project.js'

interface MystmarkMatchers<R> {
  /** The answer of `project.resolve` leads here: an address, or what is known of the target. */
  toResolveTo(expected: string | RegExp | ExpectedTarget): R
  /** Every reference, toctree entry, picture and file of a project or a rendered page leads somewhere. */
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

/** What is said of a path or name that leads nowhere, whoever asked: a toctree, a picture, an include, a download. */
const leadsNowhere =
  /^(?:unknown-(?:anchor|document|external-target|file|image|inventory|label|object|term)|missing-citation|undefined-(?:definition|footnote)|unsafe-url)$/

/** A line for each reference, entry, picture and file that leads nowhere, with file, line, column and what was near. */
function unresolvedOf(received: unknown): string[] {
  if (isProject(received)) {
    const names = [...received.pages, ...filesOf(received)]
    return received.pages.flatMap((page) => linesOf(page, received.render(page), names))
  }
  if (isRendered(received)) return linesOf('', received, [])
  throw new TypeError('toHaveNoUnresolved takes a project or a rendered page')
}

interface Rendered {
  references: readonly AnsweredReference[]
  messages: readonly MessageLike[]
}

/** @param names paths that may have been meant. */
function linesOf(page: string, {references, messages}: Rendered, names: readonly string[]): string[] {
  const placeOf = ({file, line, column}: MessageLike): string => `${file || page}:${line}:${column}`
  const asked = references.flatMap(({reference, resolution, position}) => {
    if (resolution.status !== 'missing') return []
    const {line, column} = position?.start ?? {}
    const {ruleId, reason} = resolution
    return [
      {file: position?.file ?? (page || undefined), line, column, ruleId, reason, target: reference.target}
    ]
  })
  const told = new Set(asked.map(placeOf))
  const rest = messages.filter(
    (message) => leadsNowhere.test(message.ruleId ?? '') && !told.has(placeOf(message))
  )
  return [...asked, ...rest.map((message) => ({...message, target: undefined}))]
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
    .map(({target, ...each}) => {
      const line = messageLine({...each, reason: withNear(each.reason, names)})
      return target === undefined ? line : `${line} [${target}]`
    })
}

/** What is said of a file names none that is near: no page knows them all. */
function withNear(reason: string, names: readonly string[]): string {
  const path = /^there is no file "([^"]+)"/.exec(reason)?.[1]
  return path === undefined ? reason : reason + didYouMean(suggest(path, names))
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

function isRendered(value: unknown): value is Rendered {
  return (
    typeof value === 'object' &&
    value !== null &&
    'references' in value &&
    Array.isArray(value.references) &&
    value.references.every(isAnswered) &&
    'messages' in value &&
    Array.isArray(value.messages)
  )
}

function isAnswered(value: unknown): value is AnsweredReference {
  return (
    typeof value === 'object' && value !== null && 'resolution' in value && isResolution(value.resolution)
  )
}
