/** `mystmark/inventories`: inventories of both worlds, read and written. Apart from the core, which only reads. */
export {
  type MystXref,
  type MystXrefReference,
  readMystXref,
  toMystReferences,
  writeMystXref
} from './references/myst-xref.js'
export {
  type ExternalInventory,
  type InventoryEntry,
  type ReadObjectsInvOptions,
  readObjectsInv
} from './references/objects-inv.js'
export {type ObjectsInvContent, writeObjectsInv} from './references/write-objects-inv.js'
