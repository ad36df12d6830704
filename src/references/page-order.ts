/** The order in which readers meet the pages: as the toctrees list them. */
import type {TocEntry} from '../ast/nodes.js'
import {docname} from '../names/paths.js'
import {expandGlobs, findEntry, type PageFinder} from './entries.js'
import type {PageRecord, TocRecord} from './record.js'

/** What stands in a page, in its order. */
export type PagePart = {heading: number} | {toc: TocRecord}

/** A page's headings, by index, and the toctrees between them. */
export function partsOf({headings, tocs}: PageRecord): PagePart[] {
  const at = (count: number): PagePart[] =>
    tocs.filter((toc) => toc.after === count).map((toc): PagePart => ({toc}))
  if (tocs.length === 0) return headings.map((_, heading) => ({heading}))
  return [...at(0), ...headings.flatMap((_, heading): PagePart[] => [{heading}, ...at(heading + 1)])]
}

/** The pages that a toctree lists, addresses and unknown ones left out. */
export function pagesOf(toc: TocRecord, owner: string, finder: PageFinder): PageRecord[] {
  const below = ({target, children}: TocEntry): PageRecord | PageRecord[] => {
    if (children) return children.flatMap(below)
    if (target === 'self' || /^[a-z][a-z\d+.-]*:/i.test(target)) return []
    return findEntry(finder, owner, target)?.record ?? []
  }
  const pages = expandGlobs(toc, owner, finder).flatMap(below)
  return toc.reversed ? pages.reverse() : pages
}

/** The page that all others hang on: as configured, or `index`, or the first. */
export function rootPage(finder: PageFinder, index: string | undefined): PageRecord | undefined {
  const named = index === undefined ? undefined : finder.docs.get(docname(index))
  return (named ?? finder.docs.get('index') ?? [...finder.pages.values()][0])?.record
}

/** All pages as readers meet them: down the toctrees from the root page, then those that no toctree above lists. */
export function readingOrder(finder: PageFinder, index: string | undefined): Iterable<PageRecord> {
  const out = new Set<PageRecord>()
  const root = rootPage(finder, index)
  // The root on top; what a page lists goes above the rest.
  const stack = [...(root ? [root] : []), ...[...finder.pages.values()].map(({record}) => record)].reverse()
  for (let page = stack.pop(); page; page = stack.pop()) {
    if (out.has(page)) continue
    out.add(page)
    const {page: owner} = page
    stack.push(...page.tocs.flatMap((toc) => pagesOf(toc, owner, finder)).reverse())
  }
  return out
}
