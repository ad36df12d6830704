/** References into other projects: `{external…}` roles, `inv:` links, and names that the project itself does not know. */
import type {ExternalRole} from '../ast/nodes.js'
import {decodeEscapes} from '../names/paths.js'
import {suggest} from '../names/suggest.js'
import {ignoresCase, type RoleTypes, rolesOf, typesOfRole} from './domains.js'
import type {ExternalIndex} from './external.js'
import type {InventoryEntry} from './objects-inv.js'
import type {Candidate, Missing, Resolution} from './resolution.js'
import {caseDiffers, choose, entryCandidate, found, missing, type Search, step} from './search.js'
import {spellings} from './spellings.js'
import {wildcard} from './wildcard.js'

/**
 * `{external+inventory:domain:role}` (Sphinx's intersphinx). With an inventory only that one is asked, else all in
 * the order of the configuration.
 */
export function resolveExternalRole(
  search: Search,
  {inventory: key, domain, role}: ExternalRole,
  target: string
): Resolution {
  const {external} = search.inventory
  const where =
    key === undefined ? [...external.values()] : [external.get(key)].filter((each) => each !== undefined)
  if (where.length === 0) return {...missingInventory(search, key), part: 'inventory'}
  const asked = typesOfRole(role, domain)
  if (
    domain !== undefined &&
    external.has(domain) &&
    (asked.length === 0 || !where.some((each) => each.domains().has(domain)))
  ) {
    step(search, `domain "${domain}"`, undefined)
    return {
      ...missing(search, 'unknown-domain', `there is no domain "${domain}", but an inventory of that name`, [
        `{external+${domain}:${role}}\`${target}\``
      ]),
      part: 'domain'
    }
  }
  if (asked.length === 0) {
    const near = suggest(role, rolesOf(domain)).map(
      (name) =>
        `{external${key === undefined ? '' : `+${key}`}:${domain === undefined ? '' : `${domain}:`}${name}}\`${target}\``
    )
    step(
      search,
      `role "${role}" in ${domain === undefined ? 'every domain' : `domain "${domain}"`}`,
      undefined
    )
    return {
      ...missing(search, 'unknown-external-role', `no domain has a role "${role}"`, near),
      part: 'role'
    }
  }
  const candidates = where.flatMap((index) => findEntry(search, index, asked, target) ?? [])
  return (
    choose(search, candidates, `"${target}"`) ??
    findEntryAnyCase(search, where, asked, target) ??
    missingEntry(search, where, asked, target)
  )
}

/**
 * A name in any inventory, whatever its kind among those that the role asks for. `key:name` asks the inventory of
 * that key before all.
 */
export function findInInventories(
  search: Search,
  asked: readonly RoleTypes[],
  target: string
): Resolution | undefined {
  const {external} = search.inventory
  const colon = target.indexOf(':')
  const named = colon > 0 ? external.get(target.slice(0, colon)) : undefined
  const byKey = named && findEntry(search, named, asked, target.slice(colon + 1))
  if (byKey) return found(search, byKey)
  const where = [...external.values()]
  const candidates = where.flatMap((index) => findEntry(search, index, asked, target) ?? [])
  return choose(search, candidates, `"${target}"`) ?? findEntryAnyCase(search, where, asked, target)
}

/** The first that has the name in another case, and what to say of it. */
function findEntryAnyCase(
  search: Search,
  where: readonly ExternalIndex[],
  asked: readonly RoleTypes[],
  target: string
): Resolution | undefined {
  for (const index of where)
    for (const {domain, types} of asked)
      for (const type of types) {
        const entry = index.findAnyCase(domain, type, target)
        if (entry) return found(search, entryCandidate(index, entry), [caseDiffers(target, entry.name)])
      }
  return
}

function findEntry(
  search: Search,
  index: ExternalIndex,
  asked: readonly RoleTypes[],
  target: string
): Candidate | undefined {
  for (const each of asked) {
    for (const type of each.types) {
      for (const name of spellings(each.domain, type, target)) {
        const exact = index.find(each.domain, type, name)
        const entry =
          exact ?? (ignoresCase(each, type) ? index.findAnyCase(each.domain, type, name) : undefined)
        if (step(search, `${each.domain}:${type} "${name}" in ${index.key}`, entry) && entry)
          return entryCandidate(index, entry)
      }
    }
  }
  return
}

/** Nothing has this key. */
export function missingInventory(search: Search, key: string | undefined): Missing {
  const keys = [...search.inventory.external.keys()]
  step(search, key === undefined ? 'the inventories' : `inventory "${key}"`, undefined)
  if (keys.length === 0) {
    return missing(
      search,
      'unknown-inventory',
      `no inventory is configured${key === undefined ? '' : `, so "${key}" is unknown`}; add it to \`inventories\``
    )
  }
  const near = suggest(key ?? '', keys)
  return missing(search, 'unknown-inventory', `there is no inventory "${key}" among ${keys.join(', ')}`, near)
}

function missingEntry(
  search: Search,
  where: readonly ExternalIndex[],
  asked: readonly RoleTypes[],
  target: string
): Resolution {
  const names = where.flatMap((index) => asked.flatMap(({domain, types}) => index.names(domain, types)))
  const near = suggest(target, names)
  const kinds = asked.map(({domain, types}) => `${domain}:${types[0]}`).join(' or ')
  const keys = where.map((index) => index.key).join(', ')
  return missing(search, 'unknown-external-target', `${keys} has no ${kinds} "${target}"`, near)
}

/** `inv:key:domain:type#name`, each part optional, with `*` for anything (MyST-Parser). */
export function resolveInvLink(search: Search, url: string): Resolution {
  const hash = url.indexOf('#')
  const name = decodeEscapes(hash === -1 ? '' : url.slice(hash + 1))
  const [key, domain, type] = (hash === -1 ? url : url.slice(0, hash)).slice('inv:'.length).split(':')
  if (!name)
    return missing(
      search,
      'malformed-inv-link',
      'an inv: link needs a name: write inv:KEY:DOMAIN:TYPE#NAME, each part but the name may be left out'
    )
  if (key && key !== '*' && !key.includes('*') && !search.inventory.external.has(key))
    return missingInventory(search, key)
  const acceptsKey = wildcard(key ?? '')
  const acceptsDomain = wildcard(domain ?? '')
  const acceptsType = wildcard(type ?? '')
  const acceptsName = wildcard(name)
  const where = [...search.inventory.external.values()].filter((index) => acceptsKey(index.key))
  const matches = where.flatMap((index) =>
    index.inventory.entries
      .filter((entry) => acceptsName(entry.name) && acceptsDomain(entry.domain) && acceptsType(entry.type))
      .map((entry): [ExternalIndex, InventoryEntry] => [index, entry])
  )
  step(search, url, matches[0])
  const result = choose(
    search,
    matches.map(([index, entry]) => entryCandidate(index, entry)),
    `"${url}"`
  )
  if (result) return result
  const near = suggest(
    name,
    where.flatMap((index) => index.inventory.entries.map((entry) => entry.name))
  )
  return missing(search, 'unknown-external-target', `no inventory has anything for "${url}"`, near)
}
