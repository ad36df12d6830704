/** The order of a site: what its toctrees say, from the root page down. */
import type {TocEntry} from '../ast/nodes.js'
import {plainLine} from '../ast/tree.js'
import {docname} from '../names/paths.js'
import {findEntry} from '../references/entries.js'
import type {Inventory, PageIndex} from '../references/inventory.js'
import {includedPages} from '../references/orphans.js'
import {type TocItem, tocItems} from '../references/toctree.js'

/** An entry of the navigation: a page, an address elsewhere, or a title with entries below it. */
export interface NavItem {
  title: string
  page?: string | undefined
  /** Of an entry that is no page of the project. */
  url?: string | undefined
  children: NavItem[]
}

/** Entries under one heading. */
export interface NavGroup {
  caption?: string | undefined
  items: NavItem[]
}

/** A site's pages in order. */
export interface SiteMap {
  /** The page at the top, if the project has it. */
  root: string | undefined
  groups: NavGroup[]
  /** Every page once, as a reader comes by them. */
  order: readonly string[]
  /** The same without pages that the navigation leaves out: what one page leads on to. */
  way: readonly string[]
}

/** The root page: `index` of the configuration, or a page called `index`. */
export function rootPage(pages: readonly string[], index = 'index'): string | undefined {
  return pages.find((page) => page === index) ?? pages.find((page) => docname(page) === docname(index))
}

/**
 * Read the toctrees from the root page down. A page stands with its children where it is first listed; pages that
 * no toctree lists come last, under no heading.
 */
export function siteMap(inventory: Inventory, root: string | undefined): SiteMap {
  const start = root === undefined ? undefined : inventory.pages.get(root)
  const order: string[] = root === undefined ? [] : [root]
  const placed = new Set(order)
  const groups: NavGroup[] = []
  for (const toc of start?.record.tocs ?? []) {
    const items = start ? itemsOf(entriesOf(start, toc)) : []
    if (items.length === 0) continue
    const last = groups.at(-1)
    if (last && !last.caption && !toc.caption) last.items.push(...items)
    else groups.push({...(toc.caption ? {caption: toc.caption} : {}), items})
  }
  const rest = restItems()
  if (rest.length > 0) groups.push({items: rest})
  const shown = new Set(root === undefined ? [] : [root])
  for (const {items} of groups) addPages(items, shown)
  return {root, groups, order, way: order.filter((page) => shown.has(page))}

  /** What no toctree above lists. A page that another of these lists stands below that one, if one is above all. */
  function restItems(): NavItem[] {
    const hidden = pagesApart(inventory)
    const unplaced = [...inventory.pages.values()].filter(({record}) => !placed.has(record.page))
    const listed = new Set(
      unplaced.flatMap((index) =>
        index.record.tocs.flatMap((toc) =>
          entriesOf(index, toc).flatMap(({page}) => (page === index.record.page ? [] : page))
        )
      )
    )
    const entry = ({record: {page, title = []}}: PageIndex): TocItem => ({
      title,
      url: '',
      remote: false,
      page,
      children: []
    })
    const items = itemsOf(unplaced.filter(({record}) => !listed.has(record.page)).map(entry))
    // Pages that list each other in a circle follow.
    for (const index of unplaced) if (!placed.has(index.record.page)) items.push(...itemsOf([entry(index)]))
    return items.filter(({page}) => page === undefined || !hidden.has(page))
  }

  function itemsOf(entries: readonly TocItem[]): NavItem[] {
    const out: NavItem[] = []
    for (const {title, url, remote, page, children: below} of entries) {
      const text = plainLine(title)
      if (page === undefined) {
        if (remote) out.push({title: text || url, url, children: []})
        else if (below.length > 0) out.push({title: text, children: itemsOf(below)})
        continue
      }
      const index = inventory.pages.get(page)
      const name = text || docname(page)
      if (!index || placed.has(page)) {
        out.push({title: name, page, children: []})
        continue
      }
      placed.add(page)
      order.push(page)
      const children = itemsOf(index.record.tocs.flatMap((toc) => entriesOf(index, toc)))
      out.push({title: name, page, children})
    }
    return out
  }

  /** What a toctree lists, without what stands below: so a page that is listed often is walked once. */
  function entriesOf({record}: PageIndex, toc: (typeof record.tocs)[number]): TocItem[] {
    const shape = {depth: 0, titlesOnly: true, includeHidden: true}
    return tocItems(
      {...toc, entries: visible(toc.entries)},
      record.page,
      {inventory, page: record.page},
      shape,
      new Set()
    )
  }
}

function addPages(items: readonly NavItem[], to: Set<string>): void {
  for (const {page, children} of items) {
    if (page !== undefined) to.add(page)
    addPages(children, to)
  }
}

/** What no author hides from the navigation. */
function visible(entries: readonly TocEntry[]): TocEntry[] {
  return entries.flatMap((entry) => {
    if (entry.hidden) return []
    return [entry.children ? {...entry, children: visible(entry.children)} : entry]
  })
}

/** What is hidden, what wants to be in no table of contents, and what is read as a part of other pages. */
function pagesApart(inventory: Inventory): Set<string> {
  const records = [...inventory.pages.values()].map(({record}) => record)
  const out = new Set(records.filter(({orphan}) => orphan).map(({page}) => page))
  // Without any table of contents every page is in the navigation.
  if (records.some(({tocs}) => tocs.length > 0)) for (const page of includedPages(inventory)) out.add(page)
  for (const {record} of inventory.pages.values()) {
    const visit = ({hidden, target, children = []}: TocEntry): void => {
      const page = hidden ? findEntry(inventory, record.page, target)?.record.page : undefined
      if (page !== undefined) out.add(page)
      children.forEach(visit)
    }
    for (const {entries} of record.tocs) entries.forEach(visit)
  }
  return out
}
