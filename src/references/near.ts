/** Suggestions from the project itself, written as the author would. */
import {docname, documentPath, folderOf} from '../names/paths.js'
import {suggest} from '../names/suggest.js'
import type {Inventory} from './inventory.js'
import type {Search} from './search.js'

/** The names of the page that asked last, by inventory: one page asks for all that it misses one after the other. */
const lastNames = new WeakMap<Inventory, {page: string; withOthers: boolean; names: ReadonlySet<string>}>()

/** Labels and headings of this page, or another, then labels of the project. */
export function nearLabels({inventory, from}: Search, name: string, page: string = from): string[] {
  const withOthers = page === from
  const last = lastNames.get(inventory)
  if (last?.page === page && last.withOthers === withOthers) return suggest(name, last.names)
  const index = inventory.pages.get(page)
  const own = index
    ? [
        ...index.record.targets.map((target) => target.label),
        ...index.implicit.keys(),
        ...index.anchors.keys()
      ]
    : []
  const others = withOthers
    ? [...inventory.labels.values()].flatMap((targets) => targets[0]?.label ?? [])
    : []
  const names = new Set([...own, ...others])
  lastNames.set(inventory, {page, withOthers, names})
  return suggest(name, names)
}

/**
 * Pages as seen from this one: a name in the same folder, else a path from the root. A path that would be right if it
 * counted from the root comes first.
 */
export function nearPages({inventory, from}: Search, name: string): string[] {
  const folder = folderOf(from)
  const rooted = docname(documentPath('', name))
  const names = [...inventory.docs.keys()].map((doc) =>
    folderOf(doc) === folder ? doc.slice(folder ? folder.length + 1 : 0) : `/${doc}`
  )
  const near = suggest(docname(name), names)
  if (!folder || !inventory.docs.has(rooted)) return near
  const meant = folderOf(rooted) === folder ? rooted.slice(folder.length + 1) : `/${rooted}`
  return [meant, ...near.filter((other) => other !== meant)].slice(0, 3)
}
