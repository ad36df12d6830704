/** Which faults are said, and how loudly: by configuration, and by comments in the page. */
import type {Nodes, Root} from 'mdast'
import type {Position} from 'unist'
import type {Fault} from '../ast/report.js'
import {isParent, visitNodes} from '../ast/tree.js'
import {globMatcher} from '../names/glob.js'
import type {MessageRule} from './options.js'

/** A fault with the severity that it is said with. */
export type WeighedFault = Fault & {severity: 'error' | 'warning' | 'info'}

/**
 * Weigh the faults of a page; those that are switched off are left out.
 *
 * Of the configuration's rules the last that fits counts. In a page `% mystmark-ignore RULE …` silences rules in the
 * block after it, `% mystmark-ignore-page RULE …` in the whole page; no rule means every rule.
 *
 * @param tree where comments may silence rules; left out where there are none.
 */
export function weighFaults(
  faults: readonly Fault[],
  page: string,
  tree: Root | undefined,
  rules: readonly MessageRule[] = [],
  source = ''
): WeighedFault[] {
  if (faults.length === 0) return []
  const fitting = rules.filter(({pages}) => pages === undefined || globMatcher(pages)(page))
  const ignored = tree ? ignoredIn(tree) : []
  const said: WeighedFault[] = []
  for (const fault of faults) {
    if (ignored.some((each) => covers(each, fault))) continue
    const rule = fitting.findLast(
      ({rule, targets}) =>
        (rule === '*' || rule === fault.ruleId) && (targets?.includes(textAt(source, fault.position)) ?? true)
    )
    const severity = rule?.severity ?? fault.severity ?? 'warning'
    // In full: copied by a spread a fault takes several times as long, and a page may have a hundred thousand.
    const {ruleId, reason, position} = fault
    if (severity !== 'off') said.push({ruleId, reason, position, severity})
  }
  return said
}

function textAt(source: string, position: Position | undefined): string {
  return source.slice(position?.start.offset, position?.end.offset)
}

interface Ignored {
  /** Empty for all. */
  rules: readonly string[]
  /** `undefined` for the page. */
  range: Position | undefined
}

function covers({rules, range}: Ignored, {ruleId, position}: Fault): boolean {
  if (rules.length > 0 && !rules.includes(ruleId)) return false
  if (!range) return true
  const at = position?.start.offset
  return at !== undefined && at >= (range.start.offset ?? 0) && at <= (range.end.offset ?? 0)
}

function ignoredIn(tree: Root): Ignored[] {
  const out: Ignored[] = []
  visitNodes(tree, (node) => {
    if (!isParent(node)) return
    node.children.forEach((child, index) => {
      if (child.type !== 'mystComment' || !child.value.includes('mystmark-ignore')) return
      for (const line of child.value.split('\n')) {
        const [head, ...names] = line.split(/[\s,]+/)
        const rules = names.filter(Boolean)
        if (head === 'mystmark-ignore-page') out.push({rules, range: undefined})
        const end = head === 'mystmark-ignore' ? blockAfter(node.children, index)?.position?.end : undefined
        if (end && child.position) out.push({rules, range: {start: child.position.start, end}})
      }
    })
  })
  return out
}

/** The block that a comment speaks of; targets before it belong to it. */
function blockAfter(siblings: readonly Nodes[], index: number): Nodes | undefined {
  return siblings.slice(index + 1).find((node) => node.type !== 'mystComment' && node.type !== 'mystTarget')
}
