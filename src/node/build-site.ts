/** Writes a site to disk: aside first, then switched in, so that an old site stays whole on any fault. */
import {copyFile, mkdir, readFile, realpath, writeFile} from 'node:fs/promises'
import {dirname, join, resolve} from 'node:path'
import type {VFileMessage} from 'vfile-message'
import {toMessage} from '../pipeline/messages.js'
import type {Config, Plugins} from '../pipeline/options.js'
import type {ProjectOptions} from '../project/create-project.js'
import {createSite, type Site, siteAssets} from '../project/create-site.js'
import type {UrlStyle} from '../project/site-urls.js'
import {writeMystXref} from '../references/myst-xref.js'
import {writeObjectsInv} from '../references/write-objects-inv.js'
import {createProject, nodePlugins} from './plugged.js'
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
    const {site, messages, failed} = makeSite(options)
    const written = new Set<string>()
    const write = async (file: string, text: string): Promise<void> => {
      await writeInto(folder.path, file, (path) => writeFile(path, text))
      written.add(file)
    }
    /** Files that pages show or offer, with the first page that does. */
    const used = new Map<string, string>()
    let done = failed.length
    const total = site.pages.length + failed.length
    for (const page of site.pages) {
      const rendered = attempt(() => site.render(page))
      if ('error' in rendered) {
        failed.push(page)
        messages.push(brokenPage(page, rendered.error))
      } else {
        const {file, document, files} = rendered.value
        await write(file, document)
        messages.push(...rendered.value.messages)
        for (const path of files) if (!used.has(path)) used.set(path, page)
      }
      onProgress?.(++done, total, page)
    }
    for (const {file, document} of site.extraDocuments()) await write(file, document)
    for (const [file, source] of assets)
      await write(file, await readFile(new URL(source, import.meta.url), 'utf8'))
    for (const [path, page] of used) {
      if (written.has(path))
        messages.push(notCopied(page, path, 'a page of the site has its address; rename one of them'))
      else
        await writeInto(folder.path, path, (target) => copyFile(join(root, path), target)).catch((error) =>
          messages.push(notCopied(page, path, reasonOf(error)))
        )
    }
    for (const [file, content] of inventoriesOf(site))
      if (!written.has(file) && !used.has(file))
        await writeInto(folder.path, file, (path) => writeFile(path, content))
    // GitHub Pages would leave out folders such as `_static`.
    await write('.nojekyll', '')
    await folder.switchIn()
    return {pages: total - failed.length, messages, failed}
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

/** The site of all pages that can be compiled. */
function makeSite({loaded, base, urlStyle}: BuildSiteOptions): {
  site: Site
  messages: VFileMessage[]
  failed: string[]
} {
  const {pages: sources, files, inventories, tocs, plugins, config} = loaded
  const options = {
    ...nodePlugins(),
    ...plugins,
    files,
    inventories,
    tocs,
    config: base === undefined ? config : {...config, base}
  }
  const make = (pages: ProjectOptions['pages']): Site => createSite({...options, pages, urlStyle})
  const site = make(sources)
  const whole = attempt(() => site.map)
  if (!('error' in whole)) return {site, messages: [...site.messages], failed: []}
  // Some page breaks the compiler, and with it the inventory of all: go on without it.
  const messages: VFileMessage[] = []
  const sound = Object.entries(sources).filter(([page, source]) => {
    const alone = attempt(() => createProject({...options, pages: {[page]: source}}).inventory)
    if ('error' in alone) messages.push(brokenPage(page, alone.error))
    return !('error' in alone)
  })
  if (messages.length === 0) throw whole.error
  const rest = make(Object.fromEntries(sound))
  return {
    site: rest,
    messages: [...rest.messages, ...messages],
    failed: Object.keys(sources).filter((page) => !rest.pages.includes(page))
  }
}

function brokenPage(page: string, error: unknown): VFileMessage {
  const message = toMessage(
    {
      ruleId: 'page-failed',
      reason: `the page is not in the site, as rendering it broke: ${reasonOf(error)}`
    },
    page
  )
  message.fatal = true
  return message
}

function notCopied(page: string, path: string, why: string): VFileMessage {
  return toMessage({ruleId: 'file-not-copied', reason: `"${path}" is not in the site: ${why}`}, page)
}

async function writeInto(folder: string, file: string, put: (path: string) => Promise<void>): Promise<void> {
  const path = join(folder, file)
  await mkdir(dirname(path), {recursive: true})
  await put(path)
}

function attempt<T>(make: () => T): {value: T} | {error: unknown} {
  try {
    return {value: make()}
  } catch (error) {
    return {error}
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
