/** What a test expects of an answer or a message, and how it is said that it is not so. */
import {plainLine} from '../ast/tree.js'
import {explain} from '../references/explain.js'
import type {Resolution} from '../references/resolution.js'

/** Where a reference should lead. What is left out may be anything. */
export interface ExpectedTarget {
  url?: string | RegExp | undefined
  /** Path of a page of the project. */
  page?: string | undefined
  id?: string | undefined
  /** What a reference without text of its own shows. */
  text?: string | RegExp | undefined
  /** Key of the other project. */
  inventory?: string | undefined
}

/** A message that should be there. What is left out may be anything. */
export interface ExpectedMessage {
  ruleId?: string | undefined
  reason?: string | RegExp | undefined
  file?: string | undefined
  line?: number | undefined
  column?: number | undefined
}

/** The part of a message that expectations speak of: `VFileMessage` has it. */
export interface MessageLike {
  ruleId?: string | null | undefined
  reason: string
  file?: string | null | undefined
  line?: number | null | undefined
  column?: number | null | undefined
}

/** What is wrong with an answer, a line each; none where it is as expected. */
export function targetFaults(resolution: Resolution, expected: string | RegExp | ExpectedTarget): string[] {
  if (resolution.status !== 'resolved') return [explain(resolution)]
  const wanted = typeof expected === 'string' || expected instanceof RegExp ? {url: expected} : expected
  const text = plainLine(resolution.text)
  const {url, page, id, inventory} = resolution
  return [
    fault('url', url, wanted.url),
    fault('page', page, wanted.page),
    fault('id', id, wanted.id),
    fault('text', text, wanted.text),
    fault('inventory', inventory, wanted.inventory)
  ].filter((each) => each !== undefined)
}

/** Whether a message is the expected one. */
export function matchesMessage(message: MessageLike, expected: string | ExpectedMessage): boolean {
  const wanted = typeof expected === 'string' ? {ruleId: expected} : expected
  return (
    fault('ruleId', message.ruleId ?? undefined, wanted.ruleId) === undefined &&
    fault('reason', message.reason, wanted.reason, true) === undefined &&
    fault('file', message.file ?? undefined, wanted.file) === undefined &&
    (wanted.line === undefined || wanted.line === message.line) &&
    (wanted.column === undefined || wanted.column === message.column)
  )
}

function fault(
  what: string,
  got: string | undefined,
  wanted: string | RegExp | undefined,
  part = false
): string | undefined {
  if (wanted === undefined) return
  const fits =
    wanted instanceof RegExp
      ? got !== undefined && got.search(wanted) !== -1
      : got === wanted || (part && got?.includes(wanted))
  if (fits) return
  return `${what}: expected ${wanted instanceof RegExp ? wanted : JSON.stringify(wanted)}, got ${JSON.stringify(got)}`
}

/** A message in one line, with its place. */
export function messageLine({ruleId, reason, file, line, column}: MessageLike): string {
  const place = [file, line, column].filter((part) => part !== undefined && part !== null).join(':')
  return `${place}${place ? ' ' : ''}${ruleId ?? 'message'}: ${reason}`
}

/** Whether something is an answer of the resolver. */
export function isResolution(value: unknown): value is Resolution {
  return (
    typeof value === 'object' &&
    value !== null &&
    'status' in value &&
    'tried' in value &&
    Array.isArray(value.tried)
  )
}
