/** Messages for people, by cause: what is wrong once, then each place where it is. */
import type {Colors} from 'picocolors/types.js'
import type {VFileMessage} from 'vfile-message'
import {count, type MessageData, type Severity, toData} from './report.js'

/** One thing that is wrong, wherever it is. */
interface Cause {
  severity: Severity
  ruleId: string
  /** What is wrong, without what was meant: pages write that differently. */
  what: string
  places: MessageData[]
}

const order: readonly Severity[] = ['error', 'warning', 'info']

/**
 * A paragraph a cause, the worst first, of equals what is wrong in most places. Places are `file:line:column`, which
 * terminals and editors open.
 */
export function causeReport(messages: readonly MessageData[], colors: Colors): string {
  const causes = new Map<string, Cause>()
  for (const message of messages) {
    const {severity, ruleId} = message
    const [what] = apart(message)
    const key = `${severity} ${ruleId} ${what}`
    const cause = causes.get(key) ?? {severity, ruleId, what, places: []}
    causes.set(key, cause)
    cause.places.push(message)
  }
  return [...causes.values()]
    .sort(
      (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.places.length - a.places.length
    )
    .map((cause) => paragraph(cause, colors))
    .join('\n')
}

/** The same of messages as they come; `path` is what a file is called. */
export function textReport(
  messages: readonly VFileMessage[],
  path: (file: string) => string,
  colors: Colors
): string {
  return causeReport(
    messages.map(toData).map((message) => ({...message, file: path(message.file)})),
    colors
  )
}

/** A message without and with what was meant. */
function apart({message}: MessageData): [what: string, meant: string] {
  const at = message.indexOf('; did you mean ')
  return at === -1 ? [message, ''] : [message.slice(0, at), message.slice(at)]
}

function paragraph({severity, ruleId, what, places}: Cause, colors: Colors): string {
  const meant = new Set(places.map((place) => apart(place)[1]))
  const only = meant.size === 1 ? [...meant].join('') : ''
  const word = severity === 'info' ? 'note' : severity
  const color = {error: colors.red, warning: colors.yellow, info: colors.blue}[severity]
  const many = places.length > 1 ? ` (${count(places.length, 'place')})` : ''
  const lines = places.map((place) => {
    const own = only ? '' : apart(place)[1].replace(/^; /, '')
    return `  ${colors.cyan(placeOf(place))}${own ? `  ${own}` : ''}\n`
  })
  return `${color(word)} ${what}${only}${many} ${colors.dim(ruleId)}\n${lines.join('')}`
}

function placeOf({file, line, column}: MessageData): string {
  return [file || 'inventory', ...(line === null ? [] : [line, column])].join(':')
}
