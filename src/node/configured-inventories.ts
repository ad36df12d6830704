/** The inventories that a configuration names; what is wrong with one is said where it is named. */
import type {VFileMessage} from 'vfile-message'
import type {Fault} from '../ast/report.js'
import {toMessage} from '../pipeline/messages.js'
import type {ExternalInventory} from '../references/objects-inv.js'
import type {InventorySource} from './config/schema.js'
import type {Setting} from './config/settings.js'
import {confine} from './confine.js'
import {type FetchInventoryRules, fetchInventory, readInventoryFile} from './inventories.js'

interface LoadedInventory {
  inventory?: ExternalInventory
  faults: VFileMessage[]
}

/** Load one of them. */
export async function loadInventory(
  root: string,
  key: string,
  {file, url, baseUrl}: InventorySource,
  setting: Setting | undefined,
  rules: FetchInventoryRules
): Promise<LoadedInventory> {
  const name = setting ? setting.path.map(String).join('.') : `inventories.${key}`
  const say = ({reason, ...fault}: Fault): VFileMessage =>
    toMessage(
      {
        ...fault,
        reason: `"${name}": ${reason}`,
        position: setting?.source.place(setting.path)
      },
      setting?.source.file
    )
  const wrong = (ruleId: string, reason: string): LoadedInventory => ({faults: [say({ruleId, reason})]})
  /** The inventory's own messages, at the file that names it. */
  const told = (inventory: ExternalInventory): LoadedInventory => ({
    inventory,
    faults: inventory.messages.map(({reason, ruleId = 'inventory-unreadable', fatal}) =>
      say({ruleId, reason, severity: fatal === undefined ? 'info' : 'warning'})
    )
  })
  if ((file === undefined) === (url === undefined))
    return wrong('invalid-config-value', 'give one of "file" and "url"')
  if (file === undefined) return told(await fetchInventory(url ?? '', {...rules, baseUrl}))
  if (baseUrl === undefined)
    return wrong('invalid-config-value', 'a file does not say where its documentation stands; add "baseUrl"')
  const path = confine(root, file)
  if (path === undefined) return wrong('unreadable-file', `there is no file "${file}" in the project`)
  return told(await readInventoryFile(path, {baseUrl}))
}
