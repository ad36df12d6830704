/** Writes a Sphinx inventory: the same entries give the same bytes. */
import {strToU8, zlibSync} from 'fflate'
import {compareEntries} from './compare-entries.js'
import type {InventoryEntry} from './objects-inv.js'

/** What an `objects.inv` says. */
export interface ObjectsInvContent {
  project: string
  version?: string | undefined
  entries: readonly InventoryEntry[]
}

/**
 * Write an `objects.inv` of version 2, as Sphinx writes it: sorted, `$` and `-` for what repeats the name, packed at
 * level 9.
 *
 * @example
 * writeObjectsInv({project: 'Team', version: '1.0', entries: project.inventory.entries()})
 */
export function writeObjectsInv({project, version = '', entries}: ObjectsInvContent): Uint8Array {
  const header = [
    '# Sphinx inventory version 2',
    `# Project: ${oneLine(project)}`,
    `# Version: ${oneLine(version)}`,
    '# The remainder of this file is compressed using zlib.',
    ''
  ].join('\n')
  const body = [...entries].sort(compareEntries).map(entryLine).join('')
  const packed = zlibSync(strToU8(body), {level: 9})
  const head = strToU8(header)
  const bytes = new Uint8Array(head.length + packed.length)
  bytes.set(head)
  bytes.set(packed, head.length)
  return bytes
}

function entryLine({name, domain, type, priority, uri, displayName}: InventoryEntry): string {
  const shortName = oneLine(name)
  const place =
    uri.endsWith(name) && name !== '' ? `${uri.slice(0, -name.length)}$` : uri.replace(/\$$/, '%24')
  // The place is one word; what stands for a name may have spaces, as it is not written out.
  const word = place.replace(/\s/g, (space) => encodeURIComponent(space))
  const title = displayName === name || displayName.trim() === '' ? '-' : oneLine(displayName)
  return `${shortName} ${domain}:${type} ${priority} ${word} ${title}\n`
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').trim()
}
