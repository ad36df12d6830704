/** What was found, as an answer has it. */
import type {PhrasingContent} from 'mdast'
import type {Position} from 'unist'
import {normalizeLabel} from '../names/labels.js'
import {docname} from '../names/paths.js'
import {roleOf} from './domains.js'
import {type ExternalIndex, externalTitle, externalUrl} from './external.js'
import type {PageIndex} from './inventory.js'
import type {GivenNumber} from './numbers.js'
import type {InventoryEntry} from './objects-inv.js'
import {
  type AnchorRecord,
  type HeadingRecord,
  type ObjectRecord,
  placeOf,
  type TargetRecord,
  type TermRecord
} from './record.js'
import type {Candidate} from './resolution.js'
import type {Search} from './search.js'
import {entryAddress, spellLink, spellRole} from './spell.js'

export function pageCandidate({inventory, from}: Search, {record}: PageIndex): Candidate {
  const number = inventory.numbers.section(record.page, undefined)
  return {
    kind: 'page',
    url: inventory.href(from, record.page),
    remote: false,
    description: `page ${record.page}`,
    spelling: `{doc}\`/${docname(record.page)}\``,
    text: record.title ?? [{type: 'text', value: docname(record.page)}],
    page: record.page,
    ...(number ? {number} : {})
  }
}

/** What every place on a page has. */
interface Place {
  page: string
  id: string
  position?: Position | undefined
}

/** @param name by which a link asks for it on its page. */
function placeCandidate(
  {inventory, from}: Search,
  kind: Candidate['kind'],
  place: Place,
  called: string,
  text: string | PhrasingContent[],
  number?: GivenNumber,
  name = place.id
): Candidate {
  const {page, id, position} = place
  return {
    kind,
    url: inventory.href(from, page, id),
    remote: false,
    description: `${called} at ${placeOf(place)}`,
    spelling: spellLink(`/${page}#${name}`),
    text: typeof text === 'string' ? [{type: 'text', value: text}] : text,
    page,
    id,
    ...(number ? {number} : {}),
    ...(position ? {position} : {})
  }
}

export function labelCandidate(search: Search, target: TargetRecord): Candidate {
  const {numbers} = search.inventory
  const {page, id, label, kind, ordinal, title = []} = target
  const number = numbers.block(page, ordinal) ?? (kind === 'heading' ? numbers.section(page, id) : undefined)
  return placeCandidate(search, 'label', target, `label "${label}"`, title, number, label)
}

export function headingCandidate(search: Search, heading: HeadingRecord): Candidate {
  const {page, id, text, title} = heading
  const number = search.inventory.numbers.section(page, id)
  return placeCandidate(search, 'heading', heading, `heading "${text}"`, title, number)
}

export function anchorCandidate(search: Search, anchor: AnchorRecord): Candidate {
  return placeCandidate(search, 'anchor', anchor, `id "${anchor.id}" in HTML`, [])
}

export function termCandidate(search: Search, term: TermRecord): Candidate {
  const candidate = placeCandidate(search, 'term', term, `term "${term.term}"`, term.term)
  return alone(search, candidate, 'term', term.term)
}

export function objectCandidate(search: Search, object: ObjectRecord): Candidate {
  const {domain, type, name, display = name} = object
  const role = roleOf(domain, type)
  const candidate = placeCandidate(search, 'object', object, `${domain}:${type} "${name}"`, display)
  return role === undefined ? candidate : alone(search, candidate, role, name)
}

/** Where a label of the page has the name that something has for its id, the place is the label's: a role asks for it. */
function alone({inventory}: Search, candidate: Candidate, role: string, name: string): Candidate {
  const {page = '', id = '', spelling = ''} = candidate
  const label = inventory.pages.get(page)?.explicit.get(normalizeLabel(id))
  return label && label.id !== id ? {...candidate, spelling: spellRole(role, name, spelling)} : candidate
}

export function entryCandidate({key, inventory}: ExternalIndex, entry: InventoryEntry): Candidate {
  const shown: PhrasingContent = {type: 'text', value: entry.displayName}
  return {
    kind: 'object',
    url: externalUrl(inventory, entry),
    remote: true,
    description: `${entry.domain}:${entry.type} "${entry.name}" of ${key}`,
    spelling: spellLink(entryAddress(key, entry)),
    text: [shown],
    title: externalTitle(inventory),
    inventory: key
  }
}
