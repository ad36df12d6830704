/** The order of an `objects.inv`. */
import type {InventoryEntry} from './objects-inv.js'

/** In Sphinx's order: by domain, name, display name, type and place. Not by the language of whoever runs it. */
export function compareEntries(a: InventoryEntry, b: InventoryEntry): number {
  return (
    compare(a.domain, b.domain) ||
    compare(a.name, b.name) ||
    compare(a.displayName, b.displayName) ||
    compare(a.type, b.type) ||
    compare(a.uri, b.uri) ||
    a.priority - b.priority
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
