/** Suggestions from the project itself, written as the author would. */
import {docname, documentPath, folderOf} from '../names/paths.js'
import {type NameIndex, nameIndex, nearest} from '../names/suggest.js'
import type {PageIndex} from './inventory.js'
import type {Search} from './search.js'

/** By what holds the names; each is made for the first miss, and serves all others. */
const indexes = new WeakMap<object, NameIndex<string>>()

/** Labels and headings of this page, or another, then labels of the project. */
export function nearLabels({inventory, from}: Search, name: string, page: string = from): string[] {
  const own = inventory.pages.get(page)
  const near = own ? [kept(own, () => namesOn(own))] : []
  const all = () => [...inventory.labels.values()].flatMap((targets) => targets[0]?.label ?? [])
  return [...new Set(nearest(name, page === from ? [...near, kept(inventory.labels, all)] : near))]
}

function namesOn({record, implicit, anchors}: PageIndex): Iterable<string> {
  return new Set([...record.targets.map((target) => target.label), ...implicit.keys(), ...anchors.keys()])
}

/**
 * Pages as seen from this one: a name in the same folder, else a path from the root. A path that would be right if it
 * counted from the root comes first.
 */
export function nearPages({inventory, from}: Search, name: string): string[] {
  const folder = folderOf(from)
  const rooted = docname(documentPath('', name))
  const index = kept(inventory.docs, () => inventory.docs.keys())
  // As it counts from here, and as it stands: a page that has moved.
  const near = [...nearest(documentPath(from, docname(name)), [index]), ...nearest(docname(name), [index])]
  return [...new Set([...(folder && inventory.docs.has(rooted) ? [rooted] : []), ...near])]
    .slice(0, 3)
    .map((doc) => (folderOf(doc) === folder ? doc.slice(folder ? folder.length + 1 : 0) : `/${doc}`))
}

function kept(owner: object, names: () => Iterable<string>): NameIndex<string> {
  const index = indexes.get(owner) ?? nameIndex(names(), (name) => name)
  indexes.set(owner, index)
  return index
}
