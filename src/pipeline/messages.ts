/** Faults as messages that every tool of unified prints. */
import {VFileMessage} from 'vfile-message'
import type {Fault} from '../ast/report.js'

/**
 * Make a message of a fault.
 *
 * @param file path of the page, for people.
 * @example
 * String(toMessage(fault, 'about/team.md')) // 'about/team.md:18:9-18:15: card has no option "colour" …'
 */
export function toMessage(
  {ruleId, reason, position, severity}: Fault,
  file: string | undefined
): VFileMessage {
  const message = new VFileMessage(reason, {ruleId, source: 'myst', ...(position ? {place: position} : {})})
  message.fatal = severity === 'error' ? true : severity === 'info' ? undefined : false
  if (file !== undefined) {
    message.file = file
    message.name = position ? `${file}:${message.name}` : file
  }
  return message
}

/** In the order of the text; what has no place comes first. */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  const offset = ({position}: Fault): number => position?.start.offset ?? -1
  return [...faults].sort((a, b) => offset(a) - offset(b))
}
