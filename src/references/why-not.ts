/** Why the steps of a look-up found nothing. No page needs it, so it is asked for by those who explain. */
import {docname, documentPath} from '../names/paths.js'
import {bearersHere} from './bearers.js'
import type {ExternalIndex} from './external.js'
import type {Inventory} from './inventory.js'
import type {WhyNot} from './resolution.js'

interface Asked {
  inventory: Inventory
  from: string
}

/**
 * Say why nothing was found. `createProject` takes it for `whyNot`, and then the steps of what `resolve` answers have
 * a `why`; those of `mystmark/testing` and `mystmark/node` have it anyway.
 *
 * @example
 * const project = createProject({pages, whyNot})
 * explain(project.resolve('{ref}`wheel`', {from: 'index.md'}))
 */
export function whyNot(asked: Asked, name?: string, where?: string | ExternalIndex): WhyNot {
  if (name === undefined) return {reason: 'unknown'}
  return typeof where === 'object' ? whyNotIn(where, name) : whyNotHere(asked, name, where)
}

function whyNotHere(asked: Asked, name: string, page: string | undefined): WhyNot {
  const others = bearersHere(asked, name)
  const kinds = others.filter(({where}) => page === undefined || where === page).map(({kind}) => kind)
  if (kinds.length > 0) return {reason: 'other-kind', kinds: [...new Set(kinds)]}
  const places = [...new Set(others.map(({where}) => where))]
  if (places.length > 0) return {reason: 'other-place', places}
  const inAnyCase = asked.inventory.docsAnyCase(docname(documentPath(asked.from, name)))
  const [other] = inAnyCase
  if (!other) return {reason: 'unknown'}
  return inAnyCase.length > 1
    ? {reason: 'several', count: inAnyCase.length}
    : {reason: 'other-case', name: docname(other.record.page)}
}

function whyNotIn({inventory, named}: ExternalIndex, name: string): WhyNot {
  const [other] = named(name)
  if (!other) return {reason: inventory.entries.length > 0 ? 'unknown' : 'empty'}
  const same = named(name).filter((entry) => entry.name === name)
  return same.length > 0
    ? {reason: 'other-kind', kinds: same.map(({domain, type}) => `${domain}:${type}`)}
    : {reason: 'other-case', name: other.name}
}
