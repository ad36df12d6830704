/** The order of look-up, one for all forms: docs/references.md says it in words. */

import {pageCandidate} from './candidates.js'
import {type RoleTypes, typesOfRole} from './domains.js'
import {madePage} from './made-pages.js'
import type {Resolution} from './resolution.js'
import {findInInventories} from './resolve-external.js'
import {
  choose,
  findAnchor,
  findAnchorAnyCase,
  findLabel,
  findNamed,
  findPage,
  findPageAnyCase,
  findProjectLabels,
  findTerms,
  found,
  inexact,
  type Search
} from './search.js'

/**
 * How something is asked for. An `anchor` is `#name`: a place, by its name or id. A `name` may be a page's, too, but not
 * a heading's, which has an id and no name; a `label` is the name of a place.
 */
export type Form = 'anchor' | 'name' | 'label'

/** What each form asks other projects for. */
const elsewhere: Readonly<Record<Form, readonly RoleTypes[]>> = {
  anchor: ofRoles('ref', 'obj', 'term'),
  name: ofRoles('ref', 'doc', 'term', 'obj'),
  label: ofRoles('ref')
}

function ofRoles(...names: readonly string[]): RoleTypes[] {
  return names.flatMap((role) => typesOfRole(role))
}

/** Find what a name means. */
export function lookUp(search: Search, name: string, form: Form): Resolution | undefined {
  const page = search.inventory.pages.get(search.from)
  const own = form === 'anchor' ? page && findAnchor(search, page, name) : findLabel(search, name)
  if (own) return found(search, own)
  const candidates = findProjectLabels(search, name)
  const doc = form === 'name' ? findPage(search, name) : undefined
  if (doc) candidates.push(pageCandidate(search, doc))
  if (form !== 'label') candidates.push(...findTerms(search, name), ...findNamed(search, name))
  // A page of one's own stands for that which Sphinx makes.
  else if (candidates.length === 0 && madePage(search.inventory, name)) {
    const own = findPage(search, `/${name}`)
    if (own) return found(search, pageCandidate(search, own))
  }
  const inProject = choose(search, candidates, `"${name}"`)
  if (inProject) return inProject
  const other = findInInventories(search, elsewhere[form], name)
  if (other || !page) return other
  if (form === 'anchor') return findAnchorAnyCase(search, page, name)
  const differing = form === 'name' ? findPageAnyCase(search, name) : undefined
  if (differing) return differing
  // Nobody gave this name to the heading, but nobody gave it to anything else.
  const heading = findAnchor(search, page, name)
  return heading && found(search, heading, [inexact(name, `#${name}`)])
}
