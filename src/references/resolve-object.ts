/** References to objects of domains: the project's own, then those of other projects. */
import {suggest} from '../names/suggest.js'
import {type RoleTypes, rolesOf, typesOfRole} from './domains.js'
import type {Resolution} from './resolution.js'
import {findInInventories} from './resolve-external.js'
import {
  caseDiffers,
  choose,
  found,
  inexact,
  missing,
  objectCandidate,
  objectCandidates,
  type Search,
  step
} from './search.js'
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
    step(search, `${domain}:${types[0]} "${target}" in the project`, hits[0])
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
  const hit = step(search, `"${target}" in any case in the project`, hits.length === 1 ? hits[0] : undefined)
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
  const {objects, external} = search.inventory
  const types = new Set(asked.flatMap((each) => each.types.map((type) => `${each.domain}:${type}`)))
  const names = [
    ...objects.objects.filter((each) => types.has(`${each.domain}:${each.type}`)).map(({name}) => name),
    ...[...external.values()].flatMap((index) =>
      asked.flatMap((each) => index.names(each.domain, each.types))
    )
  ]
  // The right name under the wrong role says more than any near name.
  const others = otherRoles(search, domain, role, target)
  const near = others.length > 0 ? [] : suggest(target, names)
  return {
    ...missing(
      search,
      'unknown-object',
      `nothing in the project or an inventory is a ${domain}:${role} "${target}"`,
      [...near, ...others]
    ),
    // As in Sphinx: names of other people's code stand in every text, and few of them are documented here.
    severity: 'info'
  }
}

/** The same name under another role of the domain. */
function otherRoles({inventory}: Search, domain: string, role: string, target: string): string[] {
  const known = new Set(
    inventory.objects.findNamed(target).flatMap((each) => (each.domain === domain ? [each.type] : []))
  )
  if (known.size === 0) return []
  return rolesOf(domain)
    .filter(
      (other) => other !== role && typesOfRole(other, domain).some(({types}) => known.has(types[0] ?? ''))
    )
    .slice(0, 1)
    .map((other) => `{${domain}:${other}}\`${target}\``)
}
