/** How something is written so that it is found: the markup by itself, and the address in a link. */
import {roleOf} from './domains.js'
import type {InventoryEntry} from './objects-inv.js'

/** A link without a text, whatever letters its address has. */
export function spellLink(address: string): string {
  return `[](${linkAddress(address)})`
}

/** A role, or, where its target would be read as something else, a link. */
export function spellRole(role: string | undefined, target: string, address: string): string {
  return role === undefined || /[`<>\\]|^[!~.]/.test(target) ? spellLink(address) : `{${role}}\`${target}\``
}

/** An address as it stands between the brackets of any link. */
export function linkAddress(address: string): string {
  return address.replace(/[ ()<>\\%]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)
}

/** The `inv:` address of an entry and of nothing else: a star in its name stands for itself. */
export function entryAddress(key: string, {domain, type, name}: InventoryEntry): string {
  return `inv:${key}:${domain}:${type}#${name.replaceAll('*', '\\*')}`
}

/** The role for an entry of another project. */
export function spellEntry(key: string, entry: InventoryEntry): string {
  const role = roleOf(entry.domain, entry.type)
  const full = role === undefined ? undefined : `external+${key}:${role}`
  return spellRole(full, entry.name, entryAddress(key, entry))
}
