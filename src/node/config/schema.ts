/** What all configuration files come to: one schema. */
import * as z from 'zod/mini'
import {configSchema} from '../../pipeline/options.js'

const inventorySchema = z.strictObject({
  file: z.optional(z.string()),
  url: z.optional(z.string().check(z.regex(/^https?:\/\//i, 'write a http or https address'))),
  baseUrl: z.optional(z.string())
})

/** What a project may say: the configuration, inventories and the folder to build. */
export const projectShape = {
  ...configSchema.shape,
  /** Inventories by the key that authors use. */
  inventories: z.optional(z.record(z.string(), inventorySchema)),
  /** The folder that `mystmark build` writes, from the root. */
  out: z.optional(z.string())
}

export const projectSchema = z.strictObject(projectShape)

/** Where an inventory is: a `file` of the project or a `url`, and the address of the documentation itself. */
export type InventorySource = z.output<typeof inventorySchema>

/** What `mystmark.config.json` may say: the configuration, inventories and the folder to build. */
export type ProjectFile = z.output<typeof projectSchema>
