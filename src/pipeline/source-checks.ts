/** What is said of a page's text as such, before anything is built of it. */
import type {Root} from 'mdast'
import type {Report} from '../ast/report.js'
import type {Registry} from '../directives/registry.js'
import {maxDirectiveDepth} from '../syntax/directive/depth.js'
import {checkNotes} from '../transforms/check-notes.js'
import {checkedNodes} from '../transforms/checked-nodes.js'
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
  const isDirective = (name: string): boolean => registry.directive(name) !== undefined
  const isRole = (name: string): boolean => registry.role(name) !== undefined
  const optionsOf = (name: string): string[] => Object.keys(registry.directive(name)?.options ?? {})
  let nodes = checkedNodes(tree)
  const lost = types.has('code') || types.has('mystDirective') ? reportOpenFences(tree, source, report) : []
  reportNearDirectives(nodes.blocks, {
    source,
    locate,
    known: isDirective,
    colonFence,
    maxDepth: maxDirectiveDepth,
    report
  })
  if (colonFence && settleStrayFences(tree, nodes.blocks, {source, locate, lost, report}))
    nodes = checkedNodes(tree)
  reportNearRoles(nodes.texts, {source, locate, known: isRole, report})
  checkNotes(nodes, {source, locate, report})
  if (types.has('mystTarget')) reportUnusedTargets(tree, report)
  reportLateOptions(tree, nodes.blocks, {source, optionsOf, locate, report})
}
