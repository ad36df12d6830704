/** Messages as GitHub's annotations: a workflow that prints them shows them beside the lines. */
import type {MessageData, Severity} from './report.js'

const commands: Readonly<Record<Severity, string>> = {error: 'error', warning: 'warning', info: 'notice'}

/** One `::warning file=…,line=…::…` a line. */
export function githubReport(messages: readonly MessageData[]): string {
  return messages.map((message) => `${annotation(message)}\n`).join('')
}

function annotation({
  file,
  line,
  column,
  endLine,
  endColumn,
  ruleId,
  severity,
  message
}: MessageData): string {
  // GitHub takes columns for a range within one line only.
  const columns = line === endLine ? {col: column, endColumn} : {}
  const properties = Object.entries({file, line, endLine, ...columns, title: ruleId})
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
  return `::${commands[severity]} ${properties.join(',')}::${escapeData(message)}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
