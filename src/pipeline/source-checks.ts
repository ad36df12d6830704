/** What is said of a page's text as such, before anything is built of it. */
import type {Root} from 'mdast'
import type {Report} from '../ast/report.js'
import {type Survey, surveyTree} from '../ast/survey.js'
import type {Registry} from '../directives/registry.js'
import {maxDirectiveDepth} from '../syntax/directive/depth.js'
import {checkNotes} from '../transforms/check-notes.js'
import {reportLateOptions} from '../transforms/late-options.js'
import {reportNearDirectives} from '../transforms/near-directives.js'
import {reportNearRoles} from '../transforms/near-roles.js'
import {reportOpenFences} from '../transforms/open-fences.js'
import {settleStrayFences} from '../transforms/stray-fences.js'
import {createLocate} from '../transforms/text-places.js'
import {reportUnusedTargets} from '../transforms/unused-targets.js'

export interface SourceCheckOptions {
  source: string
  /** What is in the tree. */
  seen: Survey
  depth: number
  registry: Registry
  colonFence: boolean
  report: Report
}

/**
 * Run the checks; closing fences that close nothing are taken out of the text.
 *
 * @returns what is in the tree then.
 */
export function runSourceChecks(
  tree: Root,
  {source, seen: given, depth, registry, colonFence, report}: SourceCheckOptions
): Survey {
  const locate = createLocate(source)
  const isDirective = (name: string): boolean => registry.directive(name) !== undefined
  const isRole = (name: string): boolean => registry.role(name) !== undefined
  const optionsOf = (name: string): string[] => Object.keys(registry.directive(name)?.options ?? {})
  const lost = reportOpenFences(tree, given, source, report)
  reportNearDirectives(given, {
    source,
    locate,
    known: isDirective,
    colonFence,
    maxDepth: maxDirectiveDepth,
    report
  })
  const changed = colonFence && settleStrayFences(tree, given, {source, locate, lost, report})
  const seen = changed ? surveyTree(tree, depth) : given
  reportNearRoles(seen, {source, locate, known: isRole, report})
  checkNotes(seen, {source, locate, report})
  reportUnusedTargets(seen, report)
  reportLateOptions(tree, seen, {source, optionsOf, locate, report})
  return seen
}
