/** Footnotes and link definitions that another one of the same label stands before. */
import type {Definition, FootnoteDefinition} from 'mdast'
import type {Report} from '../ast/report.js'
import type {Survey} from '../ast/survey.js'

/** Report each definition whose label is taken: no mark and no link leads to it. */
export function checkDefinitions(seen: Survey, report: Report): void {
  checkLabels(seen.nodes('definition'), report)
  checkLabels(seen.nodes('footnoteDefinition'), report)
}

function checkLabels(nodes: readonly (Definition | FootnoteDefinition)[], report: Report): void {
  const first = new Map<string, Definition | FootnoteDefinition>()
  for (const node of nodes) {
    const key = node.identifier.toUpperCase()
    const earlier = first.get(key)
    if (!earlier) first.set(key, node)
    else if (!isSame(earlier, node)) reportDuplicate(node, earlier, report)
  }
}

/** One text that is included twice, or one address said twice, is no fault. */
function isSame(one: Definition | FootnoteDefinition, other: Definition | FootnoteDefinition): boolean {
  if (one.type === 'definition' && other.type === 'definition') return one.url === other.url
  const [a, b] = [one.position, other.position]
  return a?.file !== undefined && a.file === b?.file && a.start.offset === b.start.offset
}

function reportDuplicate(
  node: Definition | FootnoteDefinition,
  earlier: Definition | FootnoteDefinition,
  report: Report
): void {
  const note = node.type === 'footnoteDefinition'
  const label = `[${note ? '^' : ''}${node.label ?? node.identifier}]`
  const line = earlier.position?.start.line
  const where = line ? ` in ${earlier.position?.file ? `${earlier.position.file}, ` : ''}line ${line}` : ''
  report({
    ruleId: 'duplicate-definition',
    reason: `${label} is defined${where} already, which counts; ${note ? 'this note stands at the end of the page without a mark' : 'this one leads nowhere'}: choose another label`,
    position: node.position && {
      ...node.position,
      end: endOfLabel(node.position.start, label.length)
    }
  })
}

/** Labels of both kinds stand on one line, but for a rare link definition: its first line is enough then. */
function endOfLabel(
  {line, column, offset}: {line: number; column: number; offset?: number | undefined},
  length: number
): {line: number; column: number; offset?: number} {
  return {line, column: column + length, ...(offset === undefined ? {} : {offset: offset + length})}
}
