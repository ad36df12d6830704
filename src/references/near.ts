/** Suggestions from the project and its inventories, written as the author would. */

import {type NameIndex, nameIndex} from '../names/name-index.js'
import {docname, documentPath, folderOf} from '../names/paths.js'
import {nearest} from '../names/suggest.js'
import type {OtherForms} from './bearers.js'
import type {RoleTypes} from './domains.js'
import type {ExternalIndex} from './external.js'
import type {PageIndex} from './inventory.js'
import type {Search} from './search.js'

/** By what holds the names and their kind; each is made for the first miss, and serves all others. */
const indexes = new WeakMap<object, Map<string, NameIndex<string>>>()

function kept(owner: object, kind: string, names: () => Iterable<string>): NameIndex<string> {
  const ofOwner = indexes.get(owner) ?? new Map<string, NameIndex<string>>()
  const known = ofOwner.get(kind)
  if (known) return known
  const made = nameIndex(new Set(names()), (name) => name)
  indexes.set(owner, ofOwner.set(kind, made))
  return made
}

/** The nearest names, unless near ones are not sought. */
function near({isQuiet}: Search, name: string, among: readonly NameIndex<string>[]): string[] {
  return isQuiet ? [] : nearest(name, among)
}

/** Names of the kinds that a role asks other projects for. */
function external(where: Iterable<ExternalIndex>, asked: readonly RoleTypes[]): NameIndex<string>[] {
  return [...where].flatMap((index) =>
    asked.flatMap(({domain, types}) =>
      types.map((type) => kept(index, `${domain}:${type}`, () => index.names(domain, type)))
    )
  )
}

/** Labels and headings of this page, or another, then labels of the project, then what others have by that role. */
export function nearLabels(
  search: Search,
  name: string,
  page: string = search.from,
  asked: readonly RoleTypes[] = []
): string[] {
  const {inventory, from} = search
  const own = inventory.pages.get(page)
  const indexes = own ? [kept(own, 'label', () => namesOn(own))] : []
  if (page === from) {
    const all = () => [...inventory.labels.values()].flatMap((targets) => targets[0]?.label ?? [])
    // The labels of the only page are its own.
    if (!own || inventory.pages.size > 1) indexes.push(kept(inventory, 'label', all))
    indexes.push(...external(inventory.external.values(), asked))
  }
  return near(search, name, indexes)
}

function namesOn({record, implicit, anchors}: PageIndex): Iterable<string> {
  return [...record.targets.map((target) => target.label), ...implicit.keys(), ...anchors.keys()]
}

/** Terms or objects of the project and of others, as a role asks for them. */
export function nearDefined(search: Search, name: string, asked: readonly RoleTypes[]): string[] {
  const {inventory} = search
  const {terms, objects} = inventory.objects
  // A domain has many kinds, and most pages have nothing of any.
  const own = (terms.length + objects.length > 0 ? asked : []).flatMap(({domain, types}) =>
    types.map((type) =>
      kept(inventory, `${domain}:${type}`, () =>
        type === 'term'
          ? terms.map(({term}) => term)
          : objects.filter((each) => each.domain === domain && each.type === type).map((each) => each.name)
      )
    )
  )
  return near(search, name, [...own, ...external(inventory.external.values(), asked)])
}

/** Names of some other projects that a role asks for. */
export function nearNames(
  search: Search,
  where: readonly ExternalIndex[],
  name: string,
  asked: readonly RoleTypes[]
): string[] {
  return near(search, name, external(where, asked))
}

/** Names in another project, whatever has them. */
export function nearAny(search: Search, index: ExternalIndex, name: string): string[] {
  return near(search, name, [kept(index, '', () => index.inventory.entries.map((entry) => entry.name))])
}

/** Pages; one that would be right if its path counted from the root comes first. */
export function nearPages(search: Search, name: string): PageIndex[] {
  const {inventory, from} = search
  const index = kept(inventory, 'page', () => inventory.docs.keys())
  const plain = docname(name)
  const path = documentPath(from, plain)
  const found = [
    ...(folderOf(from) ? [docname(documentPath('', name))] : []),
    // As it counts from here, and as it stands: a page that has moved.
    ...near(search, path, [index]),
    ...(plain.replace(/^\//, '') === path ? [] : near(search, plain, [index]))
  ]
  return found.length === 0
    ? []
    : [...new Set(found)].flatMap((doc) => inventory.docs.get(doc) ?? []).slice(0, 3)
}

/** How to ask for what bears a name as something else or in another project, where somebody finds it. */
export function otherForms(search: Search, ...rest: OtherForms): string[] {
  return search.inventory.elsewhere?.formsOf(search, ...rest) ?? []
}

/** A path as a page would write it: a name in the same folder, else from the root. */
export function seenFrom(from: string, path: string): string {
  const folder = folderOf(from)
  return folderOf(path) === folder ? path.slice(folder ? folder.length + 1 : 0) : `/${path}`
}
