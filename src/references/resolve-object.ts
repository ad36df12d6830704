/** References to objects of domains: the project's own, then those of other projects. */

import {objectCandidate} from './candidates.js'
import {type RoleTypes, typesOfRole} from './domains.js'
import {nearDefined, otherForms} from './near.js'
import type {Resolution} from './resolution.js'
import {findInInventories} from './resolve-external.js'
import {caseDiffers, choose, found, inexact, missing, objectCandidates, type Search, step} from './search.js'
import {spellings} from './spellings.js'

/** `{py:func}`, `{option}` and their like. A leading `.` asks for any name that ends so. */
export function resolveObject(search: Search, domain: string, role: string, written: string): Resolution {
  const target = written.replace(/^\./, '')
  const asked = typesOfRole(role, domain)
  const exact = written === target ? findObject(search, asked, target) : undefined
  const answer =
    exact ??
    (written === target ? undefined : findEnding(search, asked, target)) ??
    findObject(search, asked, target) ??
    findInInventories(search, asked, target) ??
    findObjectAnyCase(search, asked, target) ??
    findEnding(search, asked, target, true)
  return answer ?? missingObject(search, domain, role, asked, target)
}

/** An object of the project by its full name. */
export function findObject(
  search: Search,
  asked: readonly RoleTypes[],
  target: string
): Resolution | undefined {
  const {objects} = search.inventory
  for (const {domain, types} of asked) {
    const hits = types.flatMap((type) =>
      spellings(domain, type, target).flatMap((name) => objects.find(domain, type, name))
    )
    step(search, `${domain}:${types[0]} "${target}" in the project`, hits[0], target)
    const own = choose(search, objectCandidates(search, hits), `"${target}"`)
    if (own) return own
  }
  return
}

/** The only object of that name in another case. */
function findObjectAnyCase(
  search: Search,
  asked: readonly RoleTypes[],
  target: string
): Resolution | undefined {
  const hits = asked.flatMap(({domain, types}) =>
    types.flatMap((type) => search.inventory.objects.findAnyCase(domain, type, target))
  )
  const only = hits.length === 1 ? hits[0] : undefined
  const hit = step(search, `"${target}" in any case in the project`, only, target)
  return hit && found(search, objectCandidate(search, hit), [caseDiffers(target, hit.name)])
}

function findEnding(
  search: Search,
  asked: readonly RoleTypes[],
  target: string,
  unasked = false
): Resolution | undefined {
  const hits = asked.flatMap(({domain, types}) => search.inventory.objects.findEnding(domain, types, target))
  step(search, `a name that ends in ".${target}" in the project`, hits[0])
  const [first] = hits
  // Where nobody asked for it, only what cannot be mistaken.
  if (!first || (unasked && hits.length > 1)) return
  if (!unasked) return choose(search, objectCandidates(search, hits), `".${target}"`)
  return found(search, objectCandidate(search, first), [inexact(target, first.name)])
}

function missingObject(
  search: Search,
  domain: string,
  role: string,
  asked: readonly RoleTypes[],
  target: string
): Resolution {
  return {
    ...missing(
      search,
      'unknown-object',
      `nothing in the project or an inventory is a ${domain}:${role} "${target}"`,
      // The right name under the wrong role says more than any near name.
      [...otherForms(search, target, 'markup'), ...nearDefined(search, target, asked)]
    ),
    // As in Sphinx: names of other people's code stand in every text, and few of them are documented here.
    severity: 'info'
  }
}
