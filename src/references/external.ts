/** Inventories of other projects, as the resolver asks them. */
import type {ExternalInventory, InventoryEntry} from './objects-inv.js'

/** An inventory with its ways in. */
export interface ExternalIndex {
  key: string
  inventory: ExternalInventory
  /** Entries of `domain:type` by name, then by lower-case name. */
  find(domain: string, type: string, name: string): InventoryEntry | undefined
  findAnyCase(domain: string, type: string, name: string): InventoryEntry | undefined
  domains(): ReadonlySet<string>
  names(domain: string, types: readonly string[]): string[]
}

/** Index an inventory; the maps are made when first asked for. */
export function externalIndex(key: string, inventory: ExternalInventory): ExternalIndex {
  let exact: Map<string, InventoryEntry> | undefined
  let folded: Map<string, InventoryEntry> | undefined
  let domains: Set<string> | undefined
  const build = (fold: (name: string) => string): Map<string, InventoryEntry> =>
    new Map(inventory.entries.map((entry) => [`${entry.domain}:${entry.type} ${fold(entry.name)}`, entry]))
  return {
    key,
    inventory,
    find(domain, type, name) {
      exact ??= build((entry) => entry)
      return exact.get(`${domain}:${type} ${name}`)
    },
    findAnyCase(domain, type, name) {
      folded ??= build((entry) => entry.toLowerCase())
      return folded.get(`${domain}:${type} ${name.toLowerCase()}`)
    },
    domains() {
      domains ??= new Set(inventory.entries.map((entry) => entry.domain))
      return domains
    },
    names: (domain, types) =>
      inventory.entries
        .filter((entry) => entry.domain === domain && types.includes(entry.type))
        .map((entry) => entry.name)
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
