/** Targets with no block after them. */
import type {MystTarget} from '../ast/nodes.js'
import type {Report} from '../ast/report.js'
import type {Survey} from '../ast/survey.js'

/** Report targets at the end of the page, a directive, a list item or a quote; each still is a place to link to. */
export function reportUnusedTargets(seen: Survey, report: Report): void {
  for (const parent of seen.holders('mystTarget')) {
    const found: MystTarget[] = []
    for (let index = parent.children.length - 1; index >= 0; index--) {
      const child = parent.children[index]
      if (child?.type === 'mystTarget') found.push(child)
      else if (
        child?.type !== 'mystComment' &&
        child?.type !== 'definition' &&
        child?.type !== 'footnoteDefinition'
      )
        break
    }
    for (const {label, position} of found.reverse())
      report({
        ruleId: 'unused-target',
        reason: `no block follows the target "${label}", so it names nothing but its place: put it right above what it names`,
        position
      })
  }
}
