/** Pages that break the program, or a plug-in: no text may, but the others are not to suffer. */
import type {VFileMessage} from 'vfile-message'
import {toMessage} from '../pipeline/messages.js'

/** What came of something that may throw. */
export type Attempt<T> = {value: T} | {error: unknown}

/** Try, and keep the error as a value. */
export function attempt<T>(make: () => T): Attempt<T> {
  try {
    return {value: make()}
  } catch (error) {
    return {error}
  }
}

/** The message of a page that could not be rendered; its `cause` is the error. */
export function pageFailed(page: string, error: unknown): VFileMessage {
  const why = error instanceof Error ? error.message : String(error)
  const reason = `rendering the page broke: ${why}; please report it, with the page`
  return Object.assign(toMessage({ruleId: 'page-failed', severity: 'error', reason}, page), {cause: error})
}
