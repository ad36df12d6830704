/** Tables of contents that stand in a file of their own: as written, and as toctrees of pages. */
import type {Position} from 'unist'
import type {TocEntry} from '../../ast/nodes.js'
import {didYouMean} from '../../ast/report.js'
import {globMatcher} from '../../names/glob.js'
import {docname, folderOf, projectPath} from '../../names/paths.js'
import {suggester} from '../../names/suggest.js'
import type {ProjectToc} from '../../project/create-project.js'
import type {Tell} from './source.js'

/** An entry as written. */
export interface TocNode {
  /** A page's path without or with its ending, a pattern of pages, an address, or a title with entries below. */
  kind: 'file' | 'glob' | 'url' | 'group'
  target: string
  title?: string | undefined
  /** The page is there, but no navigation shows it. */
  hidden?: boolean | undefined
  position?: Position | undefined
  /** Of a page: its own toctrees. Of a group: one, with what it holds. */
  below: TocBlock[]
}

/** Entries that belong together. */
export interface TocBlock {
  caption?: string | undefined
  /** Levels of sections to number, 0 for all; left out, none. */
  numbered?: number | undefined
  depth?: number | undefined
  titlesOnly?: boolean | undefined
  hidden?: boolean | undefined
  reversed?: boolean | undefined
  entries: TocNode[]
}

/** A table of contents as written. */
export interface TocPlan {
  file: string
  root?: TocNode | undefined
  /** What stands below the root page. */
  blocks: TocBlock[]
  /** Pages that are not listed do not belong to the project. */
  onlyListed: boolean
  /** Numbers of sections go on from one toctree to the next. */
  numbersGoOn: boolean
}

/** A table of contents with the pages that it means. */
export interface TocFound {
  /** The root page. */
  root: string | undefined
  tocs: Record<string, ProjectToc[]>
  /** Every page that is listed. */
  listed: ReadonlySet<string>
}

/** Find the pages that a table of contents lists. What is not there is said and left out. */
export function findTocPages(plan: TocPlan, pages: readonly string[], tell: Tell): TocFound {
  const {file} = plan
  const base = folderOf(file)
  const byName = new Map<string, string>()
  for (const page of pages) {
    // A Markdown file stands before a notebook of its name.
    const name = docname(page)
    if (!byName.has(name) || page.endsWith('.md')) byName.set(name, page)
  }
  const known = new Set(pages)
  const near = suggester(() => byName.keys())
  const find = (target: string): string | undefined => {
    const path = projectPath(base === '' ? '' : `${base}/`, target) ?? target
    return known.has(path) ? path : (byName.get(path) ?? byName.get(docname(path)))
  }
  const listed = new Set<string>()
  const tocs: Record<string, ProjectToc[]> = {}
  const named = new Set<string>()
  collectNames(plan.blocks)
  const root = plan.root && pageOf(plan.root)
  const blocks = [...(plan.root?.below ?? []), ...plan.blocks]
  const owner = root ?? find('index') ?? pages[0]
  if (owner !== undefined) take(owner, blocks)
  return {root, tocs, listed}

  function collectNames(from: readonly TocBlock[]): void {
    for (const {entries} of from)
      for (const {kind, target, below} of entries) {
        const page = kind === 'file' ? find(target) : undefined
        if (page !== undefined) named.add(page)
        collectNames(below)
      }
  }

  function pageOf({target, position}: TocNode): string | undefined {
    const page = find(target)
    if (page === undefined) {
      tell(file, {
        ruleId: 'unknown-document',
        reason: `there is no page "${target}"${didYouMean(near(target))}`,
        position
      })
    } else listed.add(page)
    return page
  }

  function take(page: string, from: readonly TocBlock[]): void {
    for (const {caption, entries, numbered, depth, titlesOnly, hidden, reversed} of from) {
      const toc: ProjectToc = {
        entries: entries.flatMap(entryOf),
        hidden: hidden ?? false,
        reversed: reversed ?? false,
        titlesOnly: titlesOnly ?? false,
        ...(caption === undefined ? {} : {caption}),
        ...(depth === undefined ? {} : {depth}),
        ...(numbered === undefined ? {} : {numbered, goesOn: plan.numbersGoOn})
      }
      const own = tocs[page]
      if (toc.entries.length === 0) continue
      if (own) own.push(toc)
      else tocs[page] = [toc]
    }
  }

  function entryOf(node: TocNode): TocEntry[] {
    const {kind, target, title, below, hidden} = node
    const named = title === undefined ? {} : {title}
    if (kind === 'url') return [{target, ...named}]
    if (kind === 'group') {
      const children = below.flatMap(({entries}) => entries.flatMap(entryOf))
      return children.length > 0 ? [{target: '', title: title ?? '', children}] : []
    }
    if (kind === 'glob') return globbed(node)
    const page = pageOf(node)
    if (page === undefined) return []
    take(page, below)
    return [{target: `/${page}`, ...named, ...(hidden ? {hidden} : {})}]
  }

  /** Pages that a pattern means, and that no entry names. */
  function globbed({target, hidden, position}: TocNode): TocEntry[] {
    const matches = globMatcher(projectPath(base === '' ? '' : `${base}/`, target) ?? target)
    const found = pages.filter(
      (page) => (matches(page) || matches(docname(page))) && !named.has(page) && page !== plan.root?.target
    )
    if (found.length === 0)
      tell(file, {
        ruleId: 'unknown-document',
        reason: `no page fits "${target}"`,
        position
      })
    found.sort((a, b) => a.localeCompare(b, 'en', {numeric: true}))
    return found.flatMap((page) => {
      if (listed.has(page)) return []
      listed.add(page)
      return [{target: `/${page}`, ...(hidden ? {hidden} : {})}]
    })
  }
}
