/** Writes a site to disk: aside first, then switched in, so that an old site stays whole on any fault. */

import {readFile, realpath} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import type {VFileMessage} from 'vfile-message'
import {addAll} from '../ast/tree.js'
import {toMessage} from '../pipeline/messages.js'
import type {Config, Plugins} from '../pipeline/options.js'
import type {ProjectOptions} from '../project/create-project.js'
import {createSite, type Site, type SiteOptions, siteAssets} from '../project/create-site.js'
import {attempt, pageFailed} from '../project/page-failed.js'
import type {UrlStyle} from '../project/site-urls.js'
import {writeMystXref} from '../references/myst-xref.js'
import {writeObjectsInv} from '../references/write-objects-inv.js'
import {nodePlugins} from './plugged.js'
import {filesOf, type SiteFiles, sourceIn} from './site-files.js'
import {openSiteFolder} from './site-folder.js'

/** What every site has, with where it is in this package. */
const assets = [
  [siteAssets.stylesheet, '../style.css'],
  [siteAssets.script, '../site.js'],
  [siteAssets.tabs, '../script.js']
] as const

/** A project on disk, as `loadProject` gives it. */
export interface SiteSource {
  /** The project's folder. */
  root: string
  /** Sources by path from the root. */
  pages: Readonly<Record<string, string>>
  config?: Config | undefined
  files?: ProjectOptions['files']
  inventories?: ProjectOptions['inventories']
  tocs?: ProjectOptions['tocs']
  unrendered?: ProjectOptions['unrendered']
  siteFiles?: SiteFiles | undefined
  redirects?: SiteOptions['redirects']
  /** Over those of {@link nodePlugins}. */
  plugins?: Plugins | undefined
}

export interface BuildSiteOptions {
  loaded: SiteSource
  /** The folder to write. It is replaced as a whole: it must be new, empty, or an earlier site. */
  out: string
  /** Before every address, as `/docs/`; left out, addresses are relative. */
  base?: string | undefined
  /** `file` gives `about/team.html`, `folder` gives `about/team/`. */
  urlStyle?: UrlStyle | undefined
  /** Called after each page. */
  onProgress?: ((done: number, total: number, page: string) => void) | undefined
}

/** What came of a build. */
export interface BuiltSite {
  /** How many pages were written. */
  pages: number
  /** Of all pages, and of the site as a whole. */
  messages: VFileMessage[]
  /** Pages that are not in the site, as rendering them broke. */
  failed: string[]
}

/**
 * Build a site.
 *
 * @throws Error where the folder cannot be written, or holds what no earlier build wrote. What stood there before
 *   still does then.
 * @example
 * const {messages} = await buildSite({loaded: await loadProject('docs'), out: 'site'})
 */
export async function buildSite(options: BuildSiteOptions): Promise<BuiltSite> {
  const {loaded, out, onProgress} = options
  const root = await realpath(loaded.root)
  const folder = await openSiteFolder(resolve(out), root)
  try {
    const site = makeSite(options)
    const messages = [...site.messages]
    const failed: string[] = []
    const written = new Set<string>()
    const write = async (file: string, content: string | Uint8Array): Promise<void> => {
      await folder.write(file, content)
      written.add(file)
    }
    /** Files that pages show or offer, with the first page that does. */
    const used = new Map<string, string>()
    // What breaks the compiler stands in no navigation.
    const all = new Set([...site.pages, ...Object.keys(loaded.pages)])
    let done = 0
    for (const page of all) {
      const rendered = attempt(() => site.render(page))
      if ('error' in rendered) {
        failed.push(page)
        messages.push(pageFailed(page, rendered.error))
      } else {
        const {file, document, files} = rendered.value
        await write(file, document)
        addAll(messages, rendered.value.messages)
        for (const path of files) if (!used.has(path)) used.set(path, page)
      }
      onProgress?.(++done, all.size, page)
    }
    const {places = new Map<string, string>(), ...look} = loaded.siteFiles ?? {}
    for (const {file, document} of site.extraDocuments()) if (!places.has(file)) await write(file, document)
    for (const [file, source] of assets)
      await write(file, await readFile(new URL(source, import.meta.url), 'utf8'))
    const copy = async (path: string, by: string): Promise<void> => {
      const refused = written.has(path)
        ? 'a page of the site has its address; rename one of them'
        : await folder.copy(join(root, sourceIn(root, path, places)), path)
      if (refused !== undefined) messages.push(notCopied(by, path, refused))
    }
    for (const [path, page] of used) await copy(path, page)
    for (const path of [...places.keys(), ...filesOf(look)])
      if (!used.has(path)) {
        used.set(path, '')
        await copy(path, sourceIn(root, path, places))
      }
    for (const [file, content] of inventoriesOf(site))
      if (!written.has(file) && !used.has(file)) await write(file, content)
    // GitHub Pages would leave out folders such as `_static`.
    await write('.nojekyll', '')
    await folder.switchIn()
    return {pages: all.size - failed.length, messages, failed}
  } catch (error) {
    await folder.discard()
    throw error
  }
}

/** What other projects link to this one by: Sphinx reads the first, mystmd the second. */
function inventoriesOf({project: {inventory}, title}: Site): [file: string, content: string | Uint8Array][] {
  return [
    ['objects.inv', writeObjectsInv({project: title, entries: inventory.entries()})],
    ['myst.xref.json', writeMystXref({format: '1', references: inventory.mystReferences()})]
  ]
}

function makeSite({loaded, base, urlStyle}: BuildSiteOptions): Site {
  const {pages, files, inventories, tocs, unrendered, plugins, config, siteFiles, redirects} = loaded
  return createSite({
    look: siteFiles,
    redirects,
    ...nodePlugins(),
    ...plugins,
    pages,
    files,
    inventories,
    tocs,
    unrendered,
    config: base === undefined ? config : {...config, base},
    urlStyle
  })
}

function notCopied(page: string, path: string, why: string): VFileMessage {
  return toMessage({ruleId: 'file-not-copied', reason: `"${path}" is not in the site: ${why}`}, page)
}
