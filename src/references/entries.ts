/** Which pages the entries of a toctree mean. */
import type {TocEntry} from '../ast/nodes.js'
import {globMatcher} from '../names/glob.js'
import {docname, documentPath} from '../names/paths.js'
import type {PageIndex} from './inventory.js'
import type {TocRecord} from './record.js'

/** Where pages are looked up. */
export interface PageFinder {
  readonly pages: ReadonlyMap<string, PageIndex>
  readonly docs: ReadonlyMap<string, PageIndex>
}

/** The page that an entry names. */
export function findEntry({docs}: PageFinder, owner: string, target: string): PageIndex | undefined {
  const path = documentPath(owner, target)
  return docs.get(path) ?? docs.get(docname(path))
}

/** Entries with the pages that their globs mean in place of the globs. */
export function expandGlobs(
  toc: Pick<TocRecord, 'entries' | 'glob'>,
  owner: string,
  {docs}: PageFinder
): TocEntry[] {
  if (!toc.glob) return toc.entries
  const listed = new Set(toc.entries.map((entry) => documentPath(owner, entry.target)))
  return toc.entries.flatMap((entry) => {
    if (!/[*?[]/.test(entry.target)) return [entry]
    const matches = globMatcher(documentPath(owner, entry.target))
    const names = [...docs.keys()]
      .filter((name) => matches(name) && name !== docname(owner) && !listed.has(name))
      .sort()
    for (const name of names) listed.add(name)
    return names.map((name) => ({target: `/${name}`, ...(entry.position ? {position: entry.position} : {})}))
  })
}
