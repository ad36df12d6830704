/** The steps that look-ups are made of; each notes what it tried. */
import {didYouMean} from '../ast/report.js'
import {normalizeLabel} from '../names/labels.js'
import {docname, documentPath} from '../names/paths.js'
import {
  anchorCandidate,
  headingCandidate,
  labelCandidate,
  objectCandidate,
  pageCandidate,
  termCandidate
} from './candidates.js'
import type {ExternalIndex} from './external.js'
import type {Inventory, PageIndex} from './inventory.js'
import {madePage} from './made-pages.js'
import {type ObjectRecord, placeOf} from './record.js'
import type {Ambiguous, Candidate, Missing, Note, Resolution, Resolved, Step, WhyNot} from './resolution.js'

/** A look-up under way. */
export interface Search {
  inventory: Inventory
  /** The page that asks. */
  from: string
  /** Whether a file of the project exists; without it, none is looked for. */
  hasFile?: ((path: string) => boolean) | undefined
  tried: Step[]
  /** Says why a step found nothing, where somebody asks. */
  whyNot?: SayWhyNot | undefined
  /** Near names are not sought: the page misses very many. */
  isQuiet?: boolean | undefined
}

/** Says why a step found nothing: what it looked for by which name, and the page or other project to which it kept. */
export type SayWhyNot = (
  asked: {inventory: Inventory; from: string},
  name?: string,
  where?: string | ExternalIndex
) => WhyNot

/** Begin a look-up. */
export function startSearch(
  inventory: Inventory,
  from: string,
  hasFile?: (path: string) => boolean,
  whyNot?: SayWhyNot
): Search {
  return {inventory, from, hasFile, tried: [], whyNot}
}

/**
 * Note a step and hand on what it found.
 *
 * @param name what was looked for by its name, to say why it was not found.
 * @param where the page or the other project to which the step kept.
 */
export function step<T>(
  search: Search,
  what: string,
  found: T | undefined,
  name?: string,
  where?: string | ExternalIndex
): T | undefined {
  const {tried, whyNot} = search
  if (found !== undefined) tried.push({tried: what, outcome: 'found'})
  // Several look-ups share steps; one that has failed already says nothing new.
  else if (!wasTried(tried, what)) {
    const noted: Step = {tried: what, outcome: 'not found'}
    if (whyNot) noted.why = whyNot(search, name, where)
    tried.push(noted)
  }
  return found
}

function wasTried(tried: readonly Step[], what: string): boolean {
  for (const each of tried) if (each.tried === what) return true
  return false
}

/** A label of this page. */
export function findLabel(search: Search, name: string): Candidate | undefined {
  const identifier = normalizeLabel(name)
  const own = search.inventory.pages.get(search.from)?.explicit.get(identifier)
  const found = step(search, `label "${identifier}" on this page`, own, name, search.from)
  return found && labelCandidate(search, found)
}

/** Labels of the project. */
export function findProjectLabels(search: Search, name: string): Candidate[] {
  const identifier = normalizeLabel(name)
  const targets = search.inventory.labels.get(identifier)
  if (!step(search, `label "${identifier}" in the project`, targets, name) || !targets) return []
  // One text that stands in two pages is one place.
  const places = new Set<string>()
  const once = targets.filter((target) => !places.has(placeOf(target)) && places.add(placeOf(target)))
  return nearest(search, once).map((target) => labelCandidate(search, target))
}

/** Terms of glossaries: exact, then blind to case. */
export function findTerms(search: Search, name: string): Candidate[] {
  const terms = search.inventory.objects.findTerms(name)
  if (!step(search, `term "${name}" in the project`, terms[0], name)) return []
  return nearest(search, terms).map((term) => termCandidate(search, term))
}

/** Objects of any kind. */
export function findNamed(search: Search, name: string): Candidate[] {
  const objects = search.inventory.objects.findNamed(name)
  if (!step(search, `object "${name}" in the project`, objects[0], name)) return []
  return objectCandidates(search, objects)
}

/** What bears a name on this page, or, where nothing does, elsewhere. */
function nearest<T extends {page: string}>({from}: Search, all: readonly T[]): readonly T[] {
  const own = all.filter(({page}) => page === from)
  return own.length > 0 ? own : all
}

export function objectCandidates(search: Search, objects: readonly ObjectRecord[]): Candidate[] {
  return nearest(search, objects).map((object) => objectCandidate(search, object))
}

/** A heading or block of a page by its id or anchor, or its label. */
export function findAnchor(search: Search, page: PageIndex, name: string): Candidate | undefined {
  // Ids are composed, but for those of HTML.
  const anchor = page.anchors.has(name) ? name : name.normalize()
  const own = page.record.page
  const where = own === search.from ? 'this page' : own
  const at = <T>(what: string, known: T | undefined): T | undefined =>
    step(search, `${what} "${anchor}" on ${where}`, known, anchor, own)
  const target = at('label or id', page.explicit.get(normalizeLabel(anchor)) ?? page.ids.get(anchor))
  if (target) return labelCandidate(search, target)
  const heading = at('heading', page.implicit.get(anchor))
  if (heading) return headingCandidate(search, heading)
  const defined = at('term or object', page.defined.get(anchor))
  if (defined) return 'term' in defined ? termCandidate(search, defined) : objectCandidate(search, defined)
  const html = at('HTML id', page.anchors.get(anchor))
  return html && anchorCandidate(search, html)
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
  return step(search, `page "${full}"`, page, path)
}

/** The only page whose path differs from this one by case alone, and what to say of it. */
export function findPageAnyCase(search: Search, path: string): Resolved | undefined {
  const {inventory, from} = search
  const full = docname(documentPath(from, path))
  const pages = inventory.docsAnyCase(full)
  const page = step(search, `page "${full}" in any case`, pages.length === 1 ? pages[0] : undefined, path)
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
  meant: readonly string[] = []
): Missing {
  const suggestions = meant.length > 1 ? [...new Set(meant)].slice(0, 3) : [...meant]
  return {status: 'missing', ruleId, reason: reason + didYouMean(suggestions), suggestions, tried}
}

/** {@link missing} for what may be a page that another tool makes. */
export function missingOrMade(
  search: Search,
  ruleId: string,
  target: string,
  reason: string,
  meant: () => readonly string[]
): Missing {
  const made = madePage(search.inventory, target)
  return made ? missing(search, made.ruleId, made.reason) : missing(search, ruleId, reason, meant())
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
