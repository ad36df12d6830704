/** Faults as messages that every tool of unified prints. */
import type {Position} from 'unist'
import {VFileMessage} from 'vfile-message'
import type {Fault} from '../ast/report.js'
import {withoutStack} from '../ast/without-stack.js'

/**
 * Make a message of a fault.
 *
 * @param page path of the page, for people.
 * @example
 * String(toMessage(fault, 'about/team.md')) // 'about/team.md:18:9-18:15: card has no option "colour" …'
 */
export function toMessage(
  {ruleId, reason, position, severity}: Fault,
  page: string | undefined
): VFileMessage {
  const file = position?.file ?? page
  // A message has no stack, and is an error that notes one all the same.
  const message = withoutStack(
    () => new VFileMessage(reason, {ruleId, source: 'myst', ...(position ? {place: position} : {})})
  )
  message.fatal = severity === 'error' ? true : severity === 'info' ? undefined : false
  if (file !== undefined) {
    message.file = file
    message.name = position ? `${file}:${message.name}` : file
  }
  if (position?.from) message.note = `included from ${trail(position.from, page).join(', ')}`
  return message
}

/** In the order of the text; what has no place comes first. */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  return [...faults].sort(byPlace)
}

function byPlace({position: a}: Fault, {position: b}: Fault): number {
  return a?.from || b?.from ? compare(way(a), way(b)) : offset(a) - offset(b)
}

function offset(position: Position | undefined): number {
  return position?.start.offset ?? -1
}

/** Where on the page, and for included text where in each file on the way. */
function way(position: Position | undefined): number[] {
  return position?.from ? [...way(position.from), offset(position)] : [offset(position)]
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? -1)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** Who included a text, the nearest first. */
function trail(position: Position, page: string | undefined): string[] {
  const place = `${position.file ?? page ?? 'line'}:${position.start.line}`
  return position.from ? [place, ...trail(position.from, page)] : [place]
}
