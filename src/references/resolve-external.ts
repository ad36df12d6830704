/** References into other projects: `{external…}` roles, `inv:` links, and names that the project itself does not know. */
import type {ExternalRole} from '../ast/nodes.js'
import {decodeEscapes} from '../names/paths.js'
import {suggest} from '../names/suggest.js'
import {entryCandidate} from './candidates.js'
import {ignoresCase, type RoleTypes, rolesOf, typesOfRole} from './domains.js'
import type {ExternalIndex} from './external.js'
import {nearAny, nearNames, otherForms} from './near.js'
import type {InventoryEntry} from './objects-inv.js'
import type {Candidate, Missing, Resolution} from './resolution.js'
import {caseDiffers, choose, found, missing, type Search, step} from './search.js'
import {linkAddress} from './spell.js'
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
  const asked = typesOfRole(role, domain)
  if (where.length === 0)
    return {...missingInventory(search, key, otherForms(search, target, 'markup')), part: 'inventory'}
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
  if (external.size === 0) return
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
        if (step(search, `${each.domain}:${type} "${name}" in ${index.key}`, entry, name, index) && entry)
          return entryCandidate(index, entry)
      }
    }
  }
  return
}

/**
 * Nothing has this key.
 *
 * @param others what bears the name that was asked for.
 * @param write what stands in place of the key.
 */
export function missingInventory(
  search: Search,
  key = '',
  others: readonly string[] = [],
  write = (meant: string) => meant
): Missing {
  const keys = [...search.inventory.external.keys()]
  step(search, key ? `inventory "${key}"` : 'the inventories', undefined)
  return missing(
    search,
    'unknown-inventory',
    keys.length === 0
      ? `no inventory is configured${key && `, so "${key}" is unknown`}; add it to \`inventories\``
      : `there is no inventory "${key}" among ${keys.join(', ')}`,
    [...suggest(key, keys).map(write), ...others]
  )
}

function missingEntry(
  search: Search,
  where: readonly ExternalIndex[],
  asked: readonly RoleTypes[],
  target: string
): Resolution {
  const kinds = asked.map(({domain, types}) => `${domain}:${types[0]}`).join(' or ')
  const keys = where.map((index) => index.key).join(', ')
  return missing(search, 'unknown-external-target', `${keys} has no ${kinds} "${target}"`, [
    ...otherForms(search, target, 'markup', where),
    ...nearNames(search, where, target, asked)
  ])
}

/** `inv:key:domain:type#name`, each part optional, with `*` for anything (MyST-Parser). */
export function resolveInvLink(search: Search, url: string): Resolution {
  const hash = url.indexOf('#')
  const name = decodeEscapes(hash === -1 ? '' : url.slice(hash + 1))
  const [key = '', domain = '', ...types] = (hash === -1 ? url : url.slice(0, hash))
    .slice('inv:'.length)
    .split(':')
  // A type may have a colon: `rst:directive:option`.
  const type = types.join(':')
  if (!name)
    return missing(
      search,
      'malformed-inv-link',
      'an inv: link needs a name: write inv:KEY:DOMAIN:TYPE#NAME, each part but the name may be left out'
    )
  const written = name.replaceAll('\\*', '*')
  const all = [...search.inventory.external.values()]
  if (key && !key.includes('*') && !search.inventory.external.has(key))
    return missingInventory(search, key, otherForms(search, written, 'address'), (meant) =>
      linkAddress(`inv:${meant}${url.slice('inv:'.length + key.length)}`)
    )
  const acceptsKey = wildcard(key)
  const acceptsDomain = wildcard(domain)
  const acceptsType = wildcard(type)
  const acceptsName = wildcard(name)
  const isPattern = /(?<!\\)\*/.test(name)
  const where = all.filter((index) => acceptsKey(index.key))
  const inAnyCase = where.flatMap((index) =>
    (isPattern ? index.inventory.entries.filter((entry) => acceptsName(entry.name)) : index.named(written))
      .filter(
        (entry) =>
          acceptsDomain(entry.domain) &&
          acceptsType(entry.type) &&
          // Of entries with one name and type the last counts.
          index.find(entry.domain, entry.type, entry.name) === entry
      )
      .map((entry): [ExternalIndex, InventoryEntry] => [index, entry])
  )
  const matches = inAnyCase.filter(([, entry]) => isPattern || entry.name === written)
  step(search, url, matches[0], written, where[0])
  const result = choose(
    search,
    matches.map(([index, entry]) => entryCandidate(index, entry)),
    `"${url}"`
  )
  if (result) return result
  const [differing] = inAnyCase
  if (differing) return found(search, entryCandidate(...differing), [caseDiffers(written, differing[1].name)])
  return missingAt(search, `no inventory has anything for "${url}"`, written, where)
}

/** Some inventories have nothing at the address of a link. */
export function missingAt(
  search: Search,
  reason: string,
  name: string,
  where: readonly ExternalIndex[]
): Missing {
  return missing(search, 'unknown-external-target', reason, [
    ...otherForms(search, name, 'address', where),
    ...where.flatMap((index) =>
      nearAny(search, index, name).flatMap(
        (near) => search.inventory.elsewhere?.addressesIn(index, near) ?? []
      )
    )
  ])
}
