/** What all configuration files come to: one schema. */
import * as z from 'zod/mini'
import {type Config, configSchema} from '../../pipeline/options.js'

const inventorySchema = z.strictObject({
  file: z.optional(z.string()),
  url: z.optional(z.string().check(z.regex(/^https?:\/\//i, 'write a http or https address'))),
  baseUrl: z.optional(z.string())
})

const styleSchema = z.union([z.string(), z.strictObject({file: z.string(), media: z.optional(z.string())})])

/** What a project may say: the configuration, inventories, the folder to build and what stands in it beside pages. */
export const projectShape = {
  ...configSchema.shape,
  /** Folders and files, from the root, that stand in `_static/` of a site. */
  static: z.optional(z.array(z.string())),
  /** Folders and files, from the root, that stand at the root of a site. */
  extra: z.optional(z.array(z.string())),
  /** Style sheets of the site's own, by their places in the site; globs, too. */
  styles: z.optional(z.array(styleSchema)),
  /** Pictures, by their places in the site or by address. */
  logo: z.optional(z.string()),
  favicon: z.optional(z.string()),
  /** Inventories by the key that authors use. */
  inventories: z.optional(z.record(z.string(), inventorySchema)),
  /** The folder that `mystmark build` writes, from the root. */
  out: z.optional(z.string())
}

export const projectSchema = z.strictObject(projectShape)

/** Where an inventory is: a `file` of the project or a `url`, and the address of the documentation itself. */
export type InventorySource = z.output<typeof inventorySchema>

/** What `mystmark.config.json` may say: the configuration, inventories and what is for sites alone. */
export type ProjectFile = z.output<typeof projectSchema>

/** What files say of a project as a whole, apart from the configuration of its pages. */
export function partsOf({
  inventories = {},
  out,
  static: folders,
  extra,
  styles,
  logo,
  favicon,
  ...config
}: ProjectFile): {
  config: Config
  inventories: Readonly<Record<string, InventorySource>>
  out: string | undefined
  look: Pick<ProjectFile, 'static' | 'extra' | 'styles' | 'logo' | 'favicon'>
} {
  return {config, inventories, out, look: {static: folders, extra, styles, logo, favicon}}
}
