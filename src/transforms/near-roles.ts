/** Text that is nearly a role. */
import type {InlineCode, Nodes, Text} from 'mdast'
import type {Report} from '../ast/report.js'
import type {Survey} from '../ast/survey.js'
import {type Locate, placesOf} from './text-places.js'

export interface NearRoleOptions {
  source: string
  locate: Locate
  /** Whether a role has the name. */
  known(name: string): boolean
  report: Report
}

const spaced = /\{([A-Za-z][\w:+-]*)\}[ \t]+$/
const restructured = /(?:^|[\s([])(:([A-Za-z][\w:+-]*):)$/
const bare = /(?:^|[\s([])(\{(ref|numref|doc|eq|term|cite)\})(?=[ \t]?[\p{L}\d_"'<‘“])/gu

/** Report what is nearly a role of a known name; it stays as it is. */
export function reportNearRoles(seen: Survey, {source, locate, known, report}: NearRoleOptions): void {
  if (source.includes('{')) for (const node of seen.nodes('text')) if (node.value.includes('{')) barely(node)
  for (const {children} of seen.holders('inlineCode')) {
    let before: Nodes | undefined
    for (const node of children) {
      if (before?.type === 'text' && node.type === 'inlineCode') besideCode(before, node)
      before = node
    }
  }

  function besideCode(node: Text, code: InlineCode): void {
    const {value} = node
    const last = value.charAt(value.length - 1)
    if (last !== ':' && !((last === ' ' || last === '\t') && value.includes('}'))) return
    const role = spaced.exec(value.slice(-80))
    const rst = role ? null : restructured.exec(value.slice(-80))
    const name = role?.[1] ?? rst?.[2]
    const written = role?.[0] ?? rst?.[1]
    if (name === undefined || written === undefined || !known(name)) return
    const places = placesOf(node, source, locate)
    const start = value.length - written.length
    if (!places.literal(start)) return
    const content = code.value.includes('`') ? '…' : code.value
    report({
      ruleId: 'near-role',
      reason: `${rst ? 'this is reStructuredText' : 'no space may stand before the backtick'}, so "${name}" is no role: write {${name}}\`${content}\``,
      position: places.place(start, value.length)
    })
  }

  function barely(node: Text): void {
    const found = [...node.value.matchAll(bare)]
    if (found.length === 0) return
    const places = placesOf(node, source, locate)
    for (const match of found) {
      const [whole, written = '', name = ''] = match
      const start = match.index + whole.length - written.length
      if (!known(name) || !places.literal(start)) continue
      report({
        ruleId: 'near-role',
        reason: `what a role holds stands between backticks: write {${name}}\`…\``,
        position: places.place(start, start + written.length)
      })
    }
  }
}
