/** What bears a name, whatever it is: for those who asked for it as something else, or elsewhere. */
import {normalizeLabel} from '../names/labels.js'
import {docname, documentPath} from '../names/paths.js'
import {roleOf} from './domains.js'
import type {ExternalIndex} from './external.js'
import type {Inventory} from './inventory.js'
import type {HeadingRecord} from './record.js'
import {entryAddress, linkAddress, spellEntry, spellLink, spellRole} from './spell.js'

/** Something by its name, and how to ask for it. */
export interface Bearer {
  /** `page`, `label`, `heading`, `term` or, as `py:function`, the type of an object. */
  kind: string
  /** The page, or the key of the other project. */
  where: string
  /** The form that asks for this. */
  markup: string
  /** What a link asks for this by. */
  address: string
}

/** Headings of all pages by their ids and anchors; made for the first that asks. */
const headings = new WeakMap<Inventory, ReadonlyMap<string, HeadingRecord>>()

function headingsOf(inventory: Inventory): ReadonlyMap<string, HeadingRecord> {
  const known = headings.get(inventory)
  if (known) return known
  const [first] = inventory.pages.values()
  if (first && inventory.pages.size === 1) return first.implicit
  const made = new Map<string, HeadingRecord>()
  for (const {implicit} of inventory.pages.values())
    for (const [anchor, heading] of implicit) if (!made.has(anchor)) made.set(anchor, heading)
  headings.set(inventory, made)
  return made
}

/** What bears a name in the project. */
export function bearersHere({inventory, from}: {inventory: Inventory; from: string}, name: string): Bearer[] {
  const {labels, docs, objects} = inventory
  const page = docs.get(docname(documentPath(from, name)))
  const label = labels.get(normalizeLabel(name))?.[0]
  const term = objects.findTerms(name)[0]
  const heading = headingsOf(inventory).get(name)
  const bearers: Bearer[] = []
  const add = (kind: string, where: string, address: string, role: string | undefined, target: string) =>
    bearers.push({kind, where, markup: spellRole(role, target, address), address: linkAddress(address)})
  if (label) add('label', label.page, `#${label.label}`, 'ref', label.label)
  if (page) add('page', page.record.page, `/${page.record.page}`, 'doc', `/${docname(page.record.page)}`)
  if (term) add('term', term.page, `/${term.page}#${term.id}`, 'term', term.term)
  for (const object of objects.findNamed(name)) {
    const {domain, type, id} = object
    add(`${domain}:${type}`, object.page, `/${object.page}#${id}`, roleOf(domain, type), name)
  }
  if (heading && !label) {
    const address = `/${heading.page}#${name}`
    bearers.push({
      kind: 'heading',
      where: heading.page,
      markup: spellLink(address),
      address: linkAddress(address)
    })
  }
  return bearers
}

/** What bears a name in another project. */
function bearersIn({key, named}: ExternalIndex, name: string): Bearer[] {
  return named(name)
    .filter((entry) => entry.name === name)
    .map((entry) => ({
      kind: `${entry.domain}:${entry.type}`,
      where: key,
      markup: spellEntry(key, entry),
      address: linkAddress(entryAddress(key, entry))
    }))
}

/** What it is asked by: a name, how it is written, and the other projects where it was looked for. */
export type OtherForms = [name: string, form: 'address' | 'markup', first?: readonly ExternalIndex[]]

/** Finds what bears a name, whatever it is and wherever: see {@link elsewhere}. */
export interface Elsewhere {
  /** How to ask for it, as a link or by markup of its own: first where it was looked for. */
  formsOf(search: {inventory: Inventory; from: string}, ...asked: OtherForms): string[]
  /** What links ask for what bears it in another project by. */
  addressesIn(index: ExternalIndex, name: string): string[]
}

/**
 * Suggests what bears a name as something else or in another project. `createProject` and `render` take it as
 * `elsewhere`; those of `mystmark/node` and `mystmark/testing` have it anyway.
 *
 * @example
 * const project = createProject({pages, elsewhere})
 * project.resolve('{doc}`a-label`', {from: 'index.md'}).suggestions // ['{ref}`a-label`']
 */
export const elsewhere: Elsewhere = {
  formsOf(search, name, form, first = []) {
    const bearers = first.flatMap((index) => bearersIn(index, name))
    bearers.push(...bearersHere(search, name))
    for (const index of search.inventory.external.values())
      if (!first.includes(index)) bearers.push(...bearersIn(index, name))
    return bearers.map((bearer) => bearer[form])
  },
  addressesIn: (index, name) => bearersIn(index, name).map(({address}) => address)
}
