/** Text of a file, whatever is in the file. */
import {isUtf8} from 'node:buffer'
import {readFileSync, statSync} from 'node:fs'
import type {VFileMessage} from 'vfile-message'
import type {Fault} from '../ast/report.js'
import {toMessage} from '../pipeline/messages.js'
import {codeOf} from './error-code.js'

/** Why the system refused, in words. */
const refusals = new Map([
  ['EACCES', 'this user may not read it'],
  ['EPERM', 'this user may not read it'],
  ['EISDIR', 'it is a folder'],
  ['ELOOP', 'its symbolic links lead in a circle'],
  ['ENOENT', 'it is not there'],
  ['ENOTDIR', 'part of its path is a file, not a folder'],
  ['EMFILE', 'too many files are open']
])

/**
 * Why a file could not be read.
 *
 * @example
 * reasonOf(error) // 'it is not there'
 */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return refusals.get(codeOf(error)) ?? error.message
}

/** What came of reading a text. */
export interface ReadText {
  /** `undefined` where the file could not be read. Bytes that are not UTF-8 stand in it as `�`. */
  text: string | undefined
  messages: VFileMessage[]
}

/**
 * Read a text.
 *
 * @param name what the messages call the file.
 */
export function readText(path: string, name: string): ReadText {
  const messages: VFileMessage[] = []
  const text = read(path, (fault) => messages.push(toMessage(fault, name)))
  return {text, messages}
}

function read(path: string, report: (fault: Fault) => void): string | undefined {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (error) {
    report({
      ruleId: 'unreadable-file',
      severity: 'error',
      reason: `the file cannot be read: ${reasonOf(error)}`
    })
    return undefined
  }
  const text = new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes)
  // An author may write the character that stands for what cannot be read.
  if (text.includes('\uFFFD') && !isUtf8(bytes)) {
    const at = firstWrong(text)
    report({
      ruleId: 'file-encoding',
      reason: 'the file is not UTF-8: what is not shows as "�"; save it as UTF-8',
      ...(at ? {position: at} : {})
    })
  }
  return text
}

/** Where the first wrong byte is shown. */
function firstWrong(text: string) {
  const offset = text.indexOf('\uFFFD')
  const before = text.slice(0, offset).split(/\r\n|\r|\n/)
  const line = before.length
  const column = (before.at(-1) ?? '').length + 1
  return {start: {line, column, offset}, end: {line, column: column + 1, offset: offset + 1}}
}

/** The text of a file that may be missing. A folder, a device or a pipe is no file of a project. */
export function readTextIfFile(path: string): string | undefined {
  try {
    return statSync(path).isFile() ? readFileSync(path, 'utf8') : undefined
  } catch {
    return undefined
  }
}
