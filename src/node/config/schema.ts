/** What all configuration files come to: one schema. */
import * as z from 'zod/mini'
import {isSafeUrl} from '../../ast/url.js'
import {type Config, configSchema} from '../../pipeline/options.js'
import {type Formats, noEnding, pageEndings, pageFormats} from '../formats.js'

const inventorySchema = z.strictObject({
  file: z.optional(z.string()),
  url: z.optional(z.string().check(z.regex(/^https?:\/\//i, 'write a http or https address'))),
  baseUrl: z.optional(z.string())
})

/** A folder stands for what is in it, but under a name of its own if it is given one. */
const copySchema = z.union([z.string(), z.strictObject({path: z.string(), to: z.string()})])

const styleSchema = z.union([z.string(), z.strictObject({file: z.string(), media: z.optional(z.string())})])

/** As Python's `%` takes it. */
const pattern = z
  .string()
  .check(
    z.refine(
      (text) => /^(?:[^%]|%%)*%s(?:[^%]|%%)*$/.test(text),
      'write `%s` once, where the text of the role belongs, and `%%` for a percent sign'
    )
  )

/** What a project may say: the configuration, inventories, the folder to build and what stands in it beside pages. */
export const projectShape = {
  ...configSchema.shape,
  /** Folders and files, from the root, that stand in `_static/` of a site. */
  static: z.optional(z.array(copySchema)),
  /** Folders and files, from the root, that stand at the root of a site. */
  extra: z.optional(z.array(copySchema)),
  /** Style sheets of the site's own, by their places in the site; globs, too. */
  styles: z.optional(z.array(styleSchema)),
  /** Pictures, by their places in the site or by address. */
  logo: z.optional(z.string()),
  favicon: z.optional(z.string()),
  /** Roles by name, and the addresses that their texts complete. */
  extlinks: z.optional(
    z.record(
      z.string(),
      z.strictObject({
        url: pattern.check(
          z.refine(
            (url) => isSafeUrl(url.replace('%s', 'x')),
            'write an address such as "https://x.example/%s"'
          )
        ),
        caption: z.optional(pattern)
      })
    )
  ),
  /** What stands for what, by the abbreviation; `null` for what looks like one and is none. */
  abbreviations: z.optional(z.record(z.string(), z.union([z.string(), z.null()]))),
  /** Formats of pages by the ending of their names. */
  formats: z.optional(
    z.record(
      z
        .string()
        .check(
          z.refine((ending) => pageEndings.includes(ending), {error: ({input}) => noEnding(String(input))})
        ),
      z.enum(pageFormats)
    )
  ),
  /** Pages that are gone, each with the page or address that stands for it in a site. */
  redirects: z.optional(z.record(z.string(), z.string())),
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

/** What files say of a project, by what it is for. */
export interface ProjectParts {
  /** What every page is rendered with. */
  config: Config
  inventories: Readonly<Record<string, InventorySource>>
  out: string | undefined
  extlinks: NonNullable<ProjectFile['extlinks']>
  abbreviations: NonNullable<ProjectFile['abbreviations']>
  formats: Formats
  redirects: Readonly<Record<string, string>>
  look: Pick<ProjectFile, 'static' | 'extra' | 'styles' | 'logo' | 'favicon'>
}

/** Take apart what files say. */
export function partsOf({
  inventories = {},
  out,
  static: folders,
  extra,
  styles,
  logo,
  favicon,
  extlinks = {},
  abbreviations = {},
  formats = {},
  redirects = {},
  ...config
}: ProjectFile): ProjectParts {
  return {
    config,
    inventories,
    out,
    extlinks,
    abbreviations,
    formats,
    redirects,
    look: {static: folders, extra, styles, logo, favicon}
  }
}
