/** What is done to a page's typed tree before it is recorded. */
import type {Root} from 'mdast'
import type {Limits} from '../ast/limits.js'
import type {Report} from '../ast/report.js'
import type {Survey} from '../ast/survey.js'
import {checkDefinitions} from '../transforms/check-definitions.js'
import {checkParents} from '../transforms/check-parents.js'
import {checkTables} from '../transforms/check-tables.js'
import {type Enumerable, enumerate, numbered} from '../transforms/enumerate.js'
import {type FrontMatter, pageLabel} from '../transforms/front-matter.js'
import {checkHeadingLevels} from '../transforms/heading-levels.js'
import {hideTitle} from '../transforms/hide-title.js'
import {type Identified, identify} from '../transforms/identify.js'
import {joinGates} from '../transforms/join-gates.js'
import {limitDepth} from '../transforms/limit-depth.js'
import {listContents} from '../transforms/list-contents.js'
import {nameObjects} from '../transforms/name-objects.js'
import {giveNextClass} from '../transforms/next-class.js'
import type {TreePass} from '../transforms/pass.js'
import type {Config} from './options.js'
import type {PageConfig} from './page-config.js'

export interface TypedPassOptions {
  source: string
  frontMatter: FrontMatter
  config: Config
  limits: Limits
  page: PageConfig
  passes: readonly TreePass[] | undefined
  report: Report
}

/**
 * Run them, in place.
 *
 * @returns what is in the tree then, its labels, and its blocks that may bear numbers.
 */
export function runTypedPasses(
  tree: Root,
  {source, frontMatter, config, limits, page, passes = [], report}: TypedPassOptions
): {seen: Survey; identified: Identified; blocks: Enumerable[]} {
  // Files in files may be deeper together than each by itself.
  const look = (): Survey => limitDepth(tree, source, limits.depth, report)
  let seen = look()
  for (const pass of passes) {
    const changed = pass({tree, types: seen.types, source, frontMatter, limits, report})
    if (changed !== false) seen = look()
  }
  if (joinGates(tree, seen, report)) seen = look()
  giveNextClass(seen)
  if (seen.types.has('objectDescription') || seen.types.has('objectScope')) nameObjects(tree)
  checkHeadingLevels(tree, frontMatter.title !== undefined, report)
  checkParents(tree, seen, report)
  checkDefinitions(seen, report)
  checkTables(seen, report)
  hideTitle(tree, frontMatter)
  const identified = identify(
    tree,
    seen,
    {
      headingAnchors: page.headingAnchors ?? config.headingAnchors ?? 0,
      slugs: config.headingSlugs ?? 'github',
      idPrefix: config.idPrefix ?? '',
      page: config.flavour === 'mystmd' ? pageLabel(tree, frontMatter, source) : undefined
    },
    report
  )
  if (seen.types.has('contents')) listContents(tree, identified.headings, limits.repeated, report)
  const blocks = [...numbered].some((type) => seen.types.has(type)) ? enumerate(tree) : []
  return {seen, identified, blocks}
}
