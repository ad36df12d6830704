/** Pages that no table of contents lists, so that nobody comes to them by reading on. */
import type {Fault} from '../ast/report.js'
import type {FrontMatter} from '../transforms/front-matter.js'
import type {Inventory} from './inventory.js'
import {pagesOf, rootPage} from './page-order.js'

/** A project as its checks see it. */
export interface CheckedProject {
  inventory: Inventory
  /** The root page as configured. */
  index?: string | undefined
  frontMatter(page: string): FrontMatter
}

/** Finds what is wrong with the project as a whole, by the page where it is said. */
export type ProjectCheck = (project: CheckedProject) => Iterable<Fault & {page: string}>

/**
 * Say which pages no toctree lists, hidden ones counted; not where the project has no toctree at all. A page with
 * `orphan: true` in its front matter is one on purpose, and one that others include is read there.
 *
 * @example
 * createProject({pages, checks: [orphanPages]}).check()
 */
export const orphanPages: ProjectCheck = ({inventory, index}) => {
  const listed = new Set([rootPage(inventory, index)?.page])
  let tocs = 0
  for (const {record} of inventory.pages.values())
    for (const toc of record.tocs) {
      tocs++
      for (const {page} of pagesOf(toc, record.page, inventory)) listed.add(page)
    }
  if (tocs === 0) return []
  const included = includedPages(inventory)
  return [...inventory.pages.values()]
    .filter(
      ({record: {page, unrendered, orphan}}) =>
        !listed.has(page) && !unrendered && !orphan && !included.has(page)
    )
    .map(({record: {page}}) => ({
      page,
      ruleId: 'orphan-page',
      reason:
        'no toctree lists this page, so that readers come to it by links alone: list it, write `orphan: true` in its front matter, or leave it out by `exclude`'
    }))
}

/** Files that stand in other pages as a part of them. */
export function includedPages({pages}: Inventory): Set<string> {
  return new Set(
    [...pages.values()].flatMap(({record: {page, includes = []}}) => includes.filter((file) => file !== page))
  )
}
