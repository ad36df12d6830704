/** The steps that look-ups are made of; each notes what it tried. */
import type {PhrasingContent} from 'mdast'
import type {Position} from 'unist'
import {didYouMean} from '../ast/report.js'
import {normalizeLabel} from '../names/labels.js'
import {docname, documentPath} from '../names/paths.js'
import {type ExternalIndex, externalTitle, externalUrl} from './external.js'
import type {Inventory, PageIndex} from './inventory.js'
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
import type {Ambiguous, Candidate, Missing, Note, Resolution, Resolved, Step} from './resolution.js'

/** A look-up under way. */
export interface Search {
  inventory: Inventory
  /** The page that asks. */
  from: string
  /** Whether a file of the project exists; without it, none is looked for. */
  hasFile?: ((path: string) => boolean) | undefined
  tried: Step[]
}

/** Begin a look-up. */
export function startSearch(inventory: Inventory, from: string, hasFile?: (path: string) => boolean): Search {
  return {inventory, from, hasFile, tried: []}
}

/** Note a step and hand on what it found. */
export function step<T>({tried}: Search, what: string, found: T | undefined): T | undefined {
  const outcome = found === undefined ? 'not found' : 'found'
  // Several look-ups share steps; one that has failed already says nothing new.
  if (outcome === 'found' || !tried.some((each) => each.tried === what)) tried.push({tried: what, outcome})
  return found
}

/** A label of this page. */
export function findLabel(search: Search, name: string): Candidate | undefined {
  const identifier = normalizeLabel(name)
  const own = search.inventory.pages.get(search.from)?.explicit.get(identifier)
  return step(search, `label "${identifier}" on this page`, own) && own && labelCandidate(search, own)
}

/** Labels of the project. */
export function findProjectLabels(search: Search, name: string): Candidate[] {
  const identifier = normalizeLabel(name)
  const targets = search.inventory.labels.get(identifier)
  step(search, `label "${identifier}" in the project`, targets)
  // One text that stands in two pages is one place.
  const places = new Set<string>()
  const once = (targets ?? []).filter((target) => !places.has(placeOf(target)) && places.add(placeOf(target)))
  return nearest(search, once).map((target) => labelCandidate(search, target))
}

/** Terms of glossaries: exact, then blind to case. */
export function findTerms(search: Search, name: string): Candidate[] {
  const terms = search.inventory.objects.findTerms(name)
  step(search, `term "${name}" in the project`, terms[0])
  return nearest(search, terms).map((term) => termCandidate(search, term))
}

/** Objects of any kind. */
export function findNamed(search: Search, name: string): Candidate[] {
  const objects = search.inventory.objects.findNamed(name)
  step(search, `object "${name}" in the project`, objects[0])
  return objectCandidates(search, objects)
}

/** What bears a name on this page, or, where nothing does, elsewhere. */
function nearest<T extends {page: string}>({from}: Search, all: readonly T[]): readonly T[] {
  const own = all.filter(({page}) => page === from)
  return own.length > 0 ? own : all
}

/** A heading or block of a page by its id or anchor, or its label. */
export function findAnchor(search: Search, page: PageIndex, name: string): Candidate | undefined {
  // Ids are composed, but for those of HTML.
  const anchor = page.anchors.has(name) ? name : name.normalize()
  const where = page.record.page === search.from ? 'this page' : page.record.page
  const target = page.explicit.get(normalizeLabel(anchor)) ?? page.ids.get(anchor)
  if (step(search, `label or id "${anchor}" on ${where}`, target) && target)
    return labelCandidate(search, target)
  const heading = page.implicit.get(anchor)
  if (step(search, `heading "${anchor}" on ${where}`, heading) && heading)
    return headingCandidate(search, heading)
  const defined = step(search, `term or object "${anchor}" on ${where}`, page.defined.get(anchor))
  if (!defined) {
    const html = step(search, `id "${anchor}" in HTML on ${where}`, page.anchors.get(anchor))
    return html && anchorCandidate(search, html)
  }
  return 'term' in defined ? termCandidate(search, defined) : objectCandidate(search, defined)
}

/** A heading whose anchor is this one in lower case, and what to say of it. */
export function findAnchorAnyCase(search: Search, page: PageIndex, anchor: string): Resolved | undefined {
  const lower = anchor.toLowerCase()
  const heading = lower === anchor ? undefined : page.implicit.get(lower)
  return heading && found(search, headingCandidate(search, heading), [caseDiffers(anchor, lower)])
}

/** A page as a page names it: relative, or from the root; `.md` may stand. */
export function findPage(search: Search, path: string): PageIndex | undefined {
  const {inventory, from} = search
  const full = documentPath(from, path)
  const page = inventory.docs.get(full) ?? inventory.pages.get(full) ?? inventory.docs.get(docname(full))
  return step(search, `page "${full}"`, page)
}

/** The only page whose path differs from this one by case alone, and what to say of it. */
export function findPageAnyCase(search: Search, path: string): Resolved | undefined {
  const {inventory, from} = search
  const full = docname(documentPath(from, path))
  const pages = inventory.docsAnyCase(full)
  const page = step(search, `page "${full}" in any case`, pages.length === 1 ? pages[0] : undefined)
  if (!page) return
  const written = docname(page.record.page)
  return found(search, pageCandidate(search, page), [caseDiffers(full, written)])
}

/** The note for what was found by another case alone. */
export function caseDiffers(asked: string, written: string): Note {
  return {
    ruleId: 'case-differs',
    reason: `"${asked}" is written "${written}"; other tools and systems tell case apart`,
    severity: 'info'
  }
}

/** The note for what was found by a part of its name, or by an anchor. */
export function inexact(asked: string, name: string): Note {
  return {
    ruleId: 'inexact-reference',
    reason: `"${asked}" is called "${name}" in full; write that`,
    severity: 'info'
  }
}

/** A link without a text, whatever letters its address has. */
function spellLink(address: string): string {
  const safe = address.replaceAll('%', '%25')
  return /[\s()<>\\]/.test(safe) ? `[](<${safe.replace(/[<>\\]/g, '\\$&')}>)` : `[](${safe})`
}

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

function headingCandidate(search: Search, heading: HeadingRecord): Candidate {
  const {page, id, text, title} = heading
  const number = search.inventory.numbers.section(page, id)
  return placeCandidate(search, 'heading', heading, `heading "${text}"`, title, number)
}

function anchorCandidate(search: Search, anchor: AnchorRecord): Candidate {
  return placeCandidate(search, 'anchor', anchor, `id "${anchor.id}" in HTML`, [])
}

export function termCandidate(search: Search, term: TermRecord): Candidate {
  return placeCandidate(search, 'term', term, `term "${term.term}"`, term.term)
}

export function objectCandidates(search: Search, objects: readonly ObjectRecord[]): Candidate[] {
  return nearest(search, objects).map((object) => objectCandidate(search, object))
}

export function objectCandidate(search: Search, object: ObjectRecord): Candidate {
  const {domain, type, name, display = name} = object
  return placeCandidate(search, 'object', object, `${domain}:${type} "${name}"`, display)
}

export function entryCandidate({key, inventory}: ExternalIndex, entry: InventoryEntry): Candidate {
  const shown: PhrasingContent = {type: 'text', value: entry.displayName}
  return {
    kind: 'object',
    url: externalUrl(inventory, entry),
    remote: true,
    description: `${entry.domain}:${entry.type} "${entry.name}" of ${key}`,
    spelling: spellLink(`inv:${key}:${entry.domain}:${entry.type}#${entry.name}`),
    text: [shown],
    title: externalTitle(inventory),
    inventory: key
  }
}

/** One candidate is the answer; several are an ambiguity, of which the first is taken. */
export function choose(
  search: Search,
  candidates: readonly Candidate[],
  name: string
): Resolution | undefined {
  const first = candidates[0]
  if (!first) return
  if (candidates.length === 1) return found(search, first)
  const ambiguous: Ambiguous = {
    ...first,
    status: 'ambiguous',
    candidates: [...candidates],
    tried: search.tried,
    notes: [
      {
        ruleId: 'ambiguous-reference',
        reason: `${name} means ${candidates
          .slice(0, 4)
          .map(({description, spelling}) => `${description} (${spelling})`)
          .join(
            ', or '
          )}${candidates.length > 4 ? `, or ${candidates.length - 4} more` : ''}; the first is taken, write the form behind the one that is meant`
      }
    ]
  }
  return ambiguous
}

export function found({tried}: Search, candidate: Candidate, notes: Note[] = []): Resolved {
  return {...candidate, status: 'resolved', tried, notes}
}

/** Nothing: a sentence, to which what may have been meant is added. */
export function missing(
  {tried}: Search,
  ruleId: string,
  reason: string,
  suggestions: string[] = []
): Missing {
  return {status: 'missing', ruleId, reason: reason + didYouMean(suggestions), suggestions, tried}
}

/** An address as the author wrote it. */
export function address({tried}: Search, url: string, notes: Note[] = []): Resolved {
  return {
    status: 'resolved',
    kind: 'address',
    url,
    remote: /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url),
    description: `address ${url}`,
    text: [],
    tried,
    notes
  }
}
