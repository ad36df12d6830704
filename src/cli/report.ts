/** Messages as people and programs read them. */
import {relative, resolve, sep} from 'node:path'
import type {VFileMessage} from 'vfile-message'

/** How bad a message is. */
export type Severity = 'error' | 'warning' | 'info'

/** A message as plain data. */
export interface MessageData {
  file: string
  line: number | null
  column: number | null
  endLine: number | null
  endColumn: number | null
  ruleId: string
  severity: Severity
  message: string
}

/** A message's severity: `fatal` in words. */
export function severityOf({fatal}: VFileMessage): Severity {
  return fatal === true ? 'error' : fatal === false ? 'warning' : 'info'
}

/** Whether any message counts: `strict` takes notes for findings too. */
export function hasFindings(messages: readonly VFileMessage[], strict = false): boolean {
  return messages.some((message) => strict || severityOf(message) !== 'info')
}

/** A message as plain data; its file counts from the project's root. */
export function toData(message: VFileMessage): MessageData {
  const {place} = message
  const range = place && 'start' in place ? place : place && {start: place, end: place}
  return {
    file: message.file ?? '',
    line: range?.start.line ?? null,
    column: range?.start.column ?? null,
    endLine: range?.end.line ?? null,
    endColumn: range?.end.column ?? null,
    ruleId: message.ruleId ?? '',
    severity: severityOf(message),
    message: message.reason
  }
}

/** A file of the project as seen from where the program runs. */
export function fromCwd(root: string, cwd: string, file: string): string {
  return relative(cwd, resolve(root, file)).replaceAll(sep, '/')
}

/** Counted, in words: `1 page`, `2 pages`. */
export function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`
}

/** How many pages there are, and how many of them only stand for what is not rendered. */
export function countPages(all: number, unrendered: number): string {
  return `${count(all, 'page')}${unrendered > 0 ? ` (${unrendered} not rendered)` : ''}`
}

/** Findings, counted; nothing where there are none. */
export function countFindings(messages: readonly VFileMessage[]): string[] {
  const warnings = messages.filter((message) => severityOf(message) !== 'info').length
  const notes = messages.length - warnings
  return [...(warnings ? [count(warnings, 'warning')] : []), ...(notes ? [count(notes, 'note')] : [])]
}
