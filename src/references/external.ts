/** Inventories of other projects, as the resolver asks them. */
import {grouped} from './grouped.js'
import type {ExternalInventory, InventoryEntry} from './objects-inv.js'

/** An inventory with its ways in. */
export interface ExternalIndex {
  readonly key: string
  readonly inventory: ExternalInventory
  /** Entries of a name, in any case. */
  named(name: string): readonly InventoryEntry[]
  /** The last entry of `domain:type` by name, and in any case. */
  find(domain: string, type: string, name: string): InventoryEntry | undefined
  findAnyCase(domain: string, type: string, name: string): InventoryEntry | undefined
  domains(): ReadonlySet<string>
  names(domain: string, type: string): string[]
}

/** Index an inventory; the maps are made when first asked for. */
export function externalIndex(key: string, inventory: ExternalInventory): ExternalIndex {
  let byName: Map<string, InventoryEntry[]> | undefined
  let domains: Set<string> | undefined
  const named = (name: string): readonly InventoryEntry[] => {
    byName ??= grouped(inventory.entries, (entry) => entry.name.toLowerCase())
    return byName.get(name.toLowerCase()) ?? []
  }
  const findAnyCase = (domain: string, type: string, name: string) =>
    named(name).findLast((entry) => entry.domain === domain && entry.type === type)
  return {
    key,
    inventory,
    named,
    find: (domain, type, name) =>
      named(name).findLast((entry) => entry.name === name && entry.domain === domain && entry.type === type),
    findAnyCase,
    domains() {
      domains ??= new Set(inventory.entries.map((entry) => entry.domain))
      return domains
    },
    names: (domain, type) =>
      inventory.entries.flatMap((entry) =>
        entry.domain === domain && entry.type === type ? [entry.name] : []
      )
  }
}

/**
 * Where an entry is: its URI behind the base URL.
 *
 * @example
 * externalUrl(inventory, entry) // 'https://docs.example/en/team.html#team'
 */
export function externalUrl({baseUrl}: ExternalInventory, {uri}: InventoryEntry): string {
  // An id may hold spaces (`Part 2`); an address may not.
  const place = uri.replace(/\s/g, encodeURIComponent)
  if (/^[a-z][a-z\d+.-]*:/i.test(place)) return place
  return baseUrl === '' || baseUrl.endsWith('/') ? baseUrl + place : `${baseUrl}/${place}`
}

/**
 * Where a link leads, for its title: `(in Project v1.2)`, as Sphinx says it.
 */
export function externalTitle({project, version}: ExternalInventory): string {
  const shown = /^\d/.test(version) ? ` v${version}` : version ? ` ${version}` : ''
  return `(in ${project}${shown})`
}
