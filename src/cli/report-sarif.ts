/** Messages as SARIF 2.1.0, which code scanners and editors read. */
import type {MessageData, Severity} from './report.js'

const levels: Readonly<Record<Severity, string>> = {error: 'error', warning: 'warning', info: 'note'}

/** The whole log, as JSON text. */
export function sarifReport(messages: readonly MessageData[], version: string): string {
  const rules = [...new Set(messages.map(({ruleId}) => ruleId))].sort()
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {driver: {name: 'mystmark', version, rules: rules.map((id) => ({id}))}},
        // Columns count UTF-16 units.
        columnKind: 'utf16CodeUnits',
        results: messages.map((message) => ({
          ruleId: message.ruleId,
          ruleIndex: rules.indexOf(message.ruleId),
          level: levels[message.severity],
          message: {text: message.message},
          locations: [{physicalLocation: location(message)}]
        }))
      }
    ]
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function location({file, line, column, endLine, endColumn}: MessageData) {
  const artifactLocation = {uri: file.split('/').map(encodeURIComponent).join('/')}
  if (line === null) return {artifactLocation}
  return {artifactLocation, region: {startLine: line, startColumn: column, endLine, endColumn}}
}
