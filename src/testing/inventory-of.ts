/** Inventories in a line or two, for tests. */
import type {ExternalInventory, InventoryEntry} from '../references/objects-inv.js'

export interface InventoryOfOptions {
  baseUrl?: string | undefined
  project?: string | undefined
  version?: string | undefined
}

/**
 * An inventory from lines `name domain:type uri title`, as an `objects.inv` has them; the priority may be left out,
 * and the title, which is then the name. `$` at the end of the uri stands for the name.
 *
 * @throws TypeError at a line of another form: a test that silently has no entry proves nothing.
 * @example
 * inventoryOf('team std:doc team.html Team')
 * inventoryOf(['team std:doc team.html Team', 'len py:function lib.html#$'], {baseUrl: 'https://x.example/'})
 */
export function inventoryOf(
  lines: string | readonly string[],
  {baseUrl = 'https://inventory.example/', project = 'Inventory', version = ''}: InventoryOfOptions = {}
): ExternalInventory {
  const all = (typeof lines === 'string' ? lines.split('\n') : lines).filter((line) => line.trim() !== '')
  return {project, version, baseUrl, entries: all.map(entryOf), messages: []}
}

function entryOf(line: string): InventoryEntry {
  const words = line.trim().split(/\s+/)
  const at = words.findIndex((word, index) => index > 0 && /^[^:]+:./.test(word))
  const [kind = '', ...rest] = words.slice(at)
  const priority = /^-?\d+$/.test(rest[0] ?? '') ? Number(rest.shift()) : 1
  const [uri, ...title] = rest
  if (at < 1 || uri === undefined)
    throw new TypeError(`mystmark: "${line.trim()}" is no entry; write "name domain:type uri title"`)
  const name = words.slice(0, at).join(' ')
  const colon = kind.indexOf(':')
  const shown = title.join(' ')
  return {
    name,
    domain: kind.slice(0, colon),
    type: kind.slice(colon + 1),
    priority,
    uri: uri.endsWith('$') ? uri.slice(0, -1) + name : uri,
    displayName: shown === '' || shown === '-' ? name : shown
  }
}
