/** What is said of a page's text as such, before anything is built of it. */
import type {Root} from 'mdast'
import type {Report} from '../ast/report.js'
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
  /** Of all nodes. */
  types: ReadonlySet<string>
  registry: Registry
  colonFence: boolean
  report: Report
}

/** Run the checks; closing fences that close nothing are taken out of the text. */
export function runSourceChecks(
  tree: Root,
  {source, types, registry, colonFence, report}: SourceCheckOptions
): void {
  const locate = createLocate(source)
  const lost = reportOpenFences(tree, source, report)
  reportNearDirectives(tree, {
    source,
    locate,
    known: (name) => registry.directive(name) !== undefined,
    colonFence,
    maxDepth: maxDirectiveDepth,
    report
  })
  if (colonFence) settleStrayFences(tree, {source, locate, lost, report})
  if (source.includes('{') || types.has('inlineCode'))
    reportNearRoles(tree, {source, locate, known: (name) => registry.role(name) !== undefined, report})
  checkNotes(tree, {source, locate, report})
  if (types.has('mystTarget')) reportUnusedTargets(tree, report)
  if (types.has('mystDirective') || types.has('thematicBreak'))
    reportLateOptions(
      tree,
      source,
      (name) => Object.keys(registry.directive(name)?.options ?? {}),
      locate,
      report
    )
}
