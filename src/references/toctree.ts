/** The list that a toctree prints: pages' titles and headings to its depth, as Sphinx resolves it. */
import type {List, ListItem, PhrasingContent} from 'mdast'
import type {Budget} from '../ast/limits.js'
import type {CrossReference, FlowContent, TocEntry} from '../ast/nodes.js'
import {didYouMean, type Report} from '../ast/report.js'
import {isSafeUrl} from '../ast/url.js'
import {docname} from '../names/paths.js'
import {expandGlobs, findEntry} from './entries.js'
import type {Inventory, PageIndex} from './inventory.js'
import {madePage} from './made-pages.js'
import {nearPages, seenFrom} from './near.js'
import type {TocRecord} from './record.js'
import {startSearch} from './search.js'

/** A page, section or address in a table of contents. */
export interface TocItem {
  title: PhrasingContent[]
  url: string
  remote: boolean
  /** The page, with `id` for a section of it. */
  page?: string | undefined
  id?: string | undefined
  children: TocItem[]
}

interface TocOptions {
  inventory: Inventory
  /** The page that shows the list. */
  page: string
  /** What the list may be: pages that list each other crosswise would make it endless. */
  budget?: Budget | undefined
  report?: Report | undefined
}

interface Shape {
  depth?: number | undefined
  titlesOnly: boolean
  includeHidden: boolean
}

/** The children of a printed toctree: nothing, or one list. */
export function listToctree(toc: TocRecordLike, options: TocOptions): FlowContent[] {
  const items = tocItems(toc, options.page, options, toc, new Set([options.page]))
  return items.length > 0 ? [listOf(items, 1)] : []
}

/** What both a `toc` node and its record say. */
type TocRecordLike = Omit<TocRecord, 'after' | 'blocks'> & Shape

/**
 * The entries of a toctree with what stands below them.
 *
 * @param owner the page that holds the toctree.
 * @param seen pages on the way here: one that lists itself would not end.
 */
export function tocItems(
  toc: Omit<TocRecord, 'after' | 'blocks'>,
  owner: string,
  options: TocOptions,
  shape: Shape,
  seen: ReadonlySet<string>,
  level = 1
): TocItem[] {
  const items = expandGlobs(toc, owner, options.inventory).flatMap((entry) =>
    entryItems(entry, owner, options, shape, seen, level)
  )
  return toc.reversed ? items.reverse() : items
}

function entryItems(
  entry: TocEntry,
  owner: string,
  options: TocOptions,
  shape: Shape,
  seen: ReadonlySet<string>,
  level: number
): TocItem[] {
  const {inventory, budget, report} = options
  const title: PhrasingContent[] | undefined = entry.title ? [{type: 'text', value: entry.title}] : undefined
  if (entry.children) {
    const children = entry.children.flatMap((each) =>
      entryItems(each, owner, options, shape, seen, level + 1)
    )
    return [{title: title ?? [], url: '', remote: false, children}]
  }
  if (/^[a-z][a-z\d+.-]*:/i.test(entry.target) && isSafeUrl(entry.target)) {
    return [
      {title: title ?? [{type: 'text', value: entry.target}], url: entry.target, remote: true, children: []}
    ]
  }
  const page =
    entry.target === 'self' ? inventory.pages.get(owner) : findEntry(inventory, owner, entry.target)
  if (!page) {
    const near = nearPages(startSearch(inventory, owner), entry.target)
    // A pattern without `:glob:`.
    const wayOut = /[*?]/.test(entry.target)
      ? '; write :glob: under the name of the toctree for patterns'
      : didYouMean(near.map(({record}) => docname(seenFrom(owner, record.page))))
    const made = madePage(inventory, entry.target)
    report?.({
      ruleId: made?.ruleId ?? 'unknown-document',
      reason: `toctree: ${made?.reason ?? `there is no page "${entry.target}"${wayOut}`}`,
      position: entry.position
    })
    return title ? [{title, url: '', remote: false, children: []}] : []
  }
  const {record} = page
  if (budget && !budget.take(100 + 100 * record.headings.length)) return []
  const href = (id?: string): string => inventory.href(options.page, record.page, id)
  const named = (words: PhrasingContent[]): PhrasingContent[] =>
    numbered(inventory, record.page, undefined, words)
  if (entry.target === 'self')
    return [
      {
        title: title ?? record.title ?? [{type: 'text', value: docname(owner)}],
        url: href(),
        remote: false,
        page: owner,
        children: []
      }
    ]
  if (seen.has(record.page)) {
    if (record.page !== options.page)
      report?.({
        ruleId: 'circular-toctree',
        reason: `toctree: ${record.page} lists a page above it; the circle ends here`,
        position: entry.position
      })
    return []
  }
  const sections = pageItems(page, options, shape, new Set([...seen, record.page]), level)
  const first = sections[0]
  if (!first)
    return [
      {
        title: named(title ?? record.title ?? [{type: 'text', value: docname(record.page)}]),
        url: href(),
        remote: false,
        page: record.page,
        children: []
      }
    ]
  return [
    {...first, ...(title ? {title: named(title)} : {}), url: href(), id: undefined},
    ...sections.slice(1)
  ]
}

/** The sections of a page as a tree, with the toctrees that stand in them. */
function pageItems(
  {record}: PageIndex,
  options: TocOptions,
  shape: Shape,
  seen: ReadonlySet<string>,
  level: number
): TocItem[] {
  const root: TocItem[] = []
  const path: {depth: number; item: TocItem}[] = []
  const place = (): {list: TocItem[]; level: number} => ({
    list: path.at(-1)?.item.children ?? root,
    level: level + path.length
  })
  const tocs = record.tocs.filter((toc) => !toc.hidden || shape.includeHidden)
  const addTocs = (after: number): void => {
    for (const toc of tocs) {
      if (toc.after !== after) continue
      if (toc.behind) path.length = Math.min(path.length, 1)
      const {list, level: at} = place()
      if (within(shape, at)) list.push(...tocItems(toc, record.page, options, shape, seen, at))
    }
  }
  addTocs(0)
  record.headings.forEach((heading, index) => {
    while (path.length > 0 && (path.at(-1)?.depth ?? 0) >= heading.depth) path.pop()
    const item: TocItem = {
      title: numbered(options.inventory, record.page, heading.id, heading.title),
      url: options.inventory.href(options.page, record.page, heading.id),
      remote: false,
      page: record.page,
      id: heading.id,
      children: []
    }
    const {list, level: at} = place()
    // Headings that are not printed still say where the toctrees below them belong.
    const shown = within(shape, at) && (!shape.titlesOnly || path.length === 0)
    if (shown) list.push(item)
    path.push({depth: heading.depth, item: shown ? item : {...item, children: list}})
    addTocs(index + 1)
  })
  return root
}

/** A title behind its section's number, as `2.1. Title`. */
function numbered(
  {numbers}: Inventory,
  page: string,
  id: string | undefined,
  title: PhrasingContent[]
): PhrasingContent[] {
  const given = numbers.section(page, id)
  return given ? [{type: 'text', value: `${given.number}. `}, ...title] : title
}

function within({depth}: Shape, level: number): boolean {
  return depth === undefined || level <= depth
}

function listOf(items: readonly TocItem[], level: number): List {
  return {type: 'list', ordered: false, spread: false, children: items.map((item) => listItem(item, level))}
}

function listItem(item: TocItem, level: number): ListItem {
  const link: CrossReference = {
    type: 'crossReference',
    kind: 'doc',
    label: item.page ?? item.url,
    identifier: item.page ?? item.url,
    reference: {role: 'doc', target: item.page ?? item.url, explicit: true},
    url: item.url,
    resolved: item.url !== '',
    remote: item.remote,
    children: item.title
  }
  return {
    type: 'listItem',
    spread: false,
    class: `toctree-l${level}`,
    children: [
      {type: 'paragraph', children: [link]},
      ...(item.children.length > 0 ? [listOf(item.children, level + 1)] : [])
    ]
  }
}
