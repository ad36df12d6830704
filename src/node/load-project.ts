/** A project on disk: its pages, its configuration, its inventories. */
import {realpathSync, statSync} from 'node:fs'
import {join, relative, resolve, sep} from 'node:path'
import type {Position} from 'unist'
import type {VFileMessage} from 'vfile-message'
import {toMessage} from '../pipeline/messages.js'
import type {Config, Plugins} from '../pipeline/options.js'
import type {Project, ProjectOptions} from '../project/create-project.js'
import type {ExternalInventory} from '../references/objects-inv.js'
import {orphanPages} from '../references/orphans.js'
import type {PageRecord} from '../references/record.js'
import type {IgnoredSetting} from './config/ignored.js'
import {importConfig} from './config/import-config.js'
import {readConfiguration} from './config/read-configuration.js'
import {partsOf} from './config/schema.js'
import type {Setting} from './config/settings.js'
import type {Tell} from './config/source.js'
import {findTocPages} from './config/toc.js'
import {loadInventory} from './configured-inventories.js'
import {confine, isWithin} from './confine.js'
import {findPages} from './find-pages.js'
import {type Formats, formatIn} from './formats.js'
import type {FetchInventoryRules} from './inventories.js'
import {type EngineOption, withParser} from './native-parser.js'
import {createProject} from './plugged.js'
import {projectPlugins} from './project-plugins.js'
import {readText, readTextIfFile, reasonOf} from './read-text.js'
import {findRedirects} from './redirects.js'
import {findSiteFiles, type SiteFiles, sourceIn} from './site-files.js'
import {formatName, recordOf} from './unrendered.js'

/** What to load a project with beside its own files. */
export interface LoadOptions extends Plugins, EngineOption {
  /** Wins over the configuration file, key by key. */
  config?: Config | undefined
  /** The folder to build, absolute: no pages are looked for in it. Wins over the configuration file. */
  out?: string | undefined
  /** Further inventories; they win over those of the configuration file. */
  inventories?: Readonly<Record<string, ExternalInventory>> | undefined
  /**
   * Whether a `mystmark.config.ts` or `.js` of the folder is imported, so that its code runs; yes if left out. Say
   * `false` for projects of strangers: nothing else of a project is ever run.
   */
  runConfig?: boolean | undefined
  /** From where the inventories of the configuration file may be fetched, and where they are kept. */
  fetch?: FetchInventoryRules | undefined
}

/** A project with where it came from. */
export interface LoadedProject {
  /** The folder: absolute, without symbolic links. */
  root: string
  project: Project
  config: Config
  /** Sources by path from the root. */
  pages: Readonly<Record<string, string>>
  /** What went wrong with loading; what is wrong with the pages says `project.check()`. */
  messages: VFileMessage[]
  inventories: Readonly<Record<string, ExternalInventory>>
  /** Toctrees of a table of contents that stands in a file of its own. */
  tocs: NonNullable<ProjectOptions['tocs']>
  /** That table of contents: where its first entry stands, and the pages that it lists. */
  toc: {file: string; pages: readonly string[]; position?: Position | undefined} | undefined
  /** What the configuration files say, and which of them says it. */
  settings: readonly Setting[]
  /** Settings of other tools that have no effect here. */
  ignoredSettings: readonly IgnoredSetting[]
  /** Formats of pages, by the ending of their names. */
  formats: Formats
  /** The configuration files that were read. */
  configFiles: readonly string[]
  /** What is known of pages in other formats. */
  unrendered: readonly PageRecord[]
  /** What the configuration has in a site beside pages. */
  siteFiles: SiteFiles
  /** Pages that are gone, each with the page or address that stands for it. */
  redirects: Readonly<Record<string, string>>
  /** As given to `loadProject`, with its checks of the whole project, for whoever renders the same sources anew. */
  plugins: Plugins
  /** Text of any file below the root; `undefined` where there is none. Nothing is read before it is asked for. */
  files: (path: string) => string | undefined
  /** The folder to build, absolute, if the configuration names one. */
  out: string | undefined
}

/**
 * Load the Markdown files of a folder with its configuration, `mystmark.config.json` or that of another tool, and the
 * inventories named there.
 *
 * Files outside of the folder are never read, neither over `..` nor over symbolic links.
 *
 * @throws Error where there is no such folder; what is wrong within it is in `messages`.
 * @example
 * const {project, messages} = await loadProject('docs')
 * project.check()
 */
export async function loadProject(folder: string, options: LoadOptions = {}): Promise<LoadedProject> {
  const root = rootOf(folder)
  const {
    config: given,
    inventories: more = {},
    out: wanted,
    fetch: rules = {},
    runConfig = true,
    ...own
  } = options
  const ownPlugins = withParser(own)
  const messages: VFileMessage[] = []
  const read = (path: string, name: string): string | undefined => {
    const {text, messages: faults} = readText(path, name)
    messages.push(...faults)
    return text
  }

  const tell: Tell = (file, fault) => messages.push(toMessage(fault, file))
  const imported = runConfig ? await importConfig(root, tell) : undefined
  const configuration = readConfiguration(
    (path) => {
      const real = confine(root, path)
      return real === undefined ? undefined : read(real, path)
    },
    tell,
    imported?.source
  )
  const parts = partsOf(configuration.config)
  const {inventories: sources, out, look, config: stated} = parts
  const plugins = projectPlugins(parts, {checks: [orphanPages], ...imported?.plugins, ...ownPlugins})
  const asked: Config = {...stated, ...given}

  const outFolder = wanted ?? (out === undefined ? undefined : resolve(root, out))
  const found = await findPages(
    root,
    [...(asked.exclude ?? []), ...ignoreFolder(root, outFolder)],
    configuration.formats
  )
  messages.push(...found.messages)
  const toc = configuration.toc && findTocPages(configuration.toc, [...found.pages, ...found.others], tell)
  const config: Config = {
    // Where nothing is named all files count, as in mystmd.
    ...(found.bibliography.length > 0 ? {bibliography: found.bibliography} : {}),
    ...(toc?.root === undefined ? {} : {index: toc.root}),
    ...asked
  }
  const pages: Record<string, string> = {}
  const counts = (page: string): boolean => !configuration.toc?.onlyListed || toc?.listed.has(page) === true
  for (const page of found.pages.filter(counts)) {
    const text = read(join(root, page), page)
    if (text !== undefined) pages[page] = text
  }

  const unrendered = found.others.filter(counts).flatMap((page) => {
    const text = read(join(root, page), page)
    if (text === undefined) return []
    const format = formatIn(configuration.formats, page) ?? 'notebook'
    const reason = `the page is ${formatName(format)}, which is not rendered: a site has its title and its source in its place`
    tell(page, {ruleId: 'page-not-rendered', reason, severity: 'info'})
    return [recordOf(page, text, format)]
  })

  const siteFiles = findSiteFiles(root, {...look, exclude: config.exclude}, configuration.settings, tell)
  const inventories: Record<string, ExternalInventory> = {}
  const missing = Object.entries(sources).filter(([key]) => !Object.hasOwn(more, key))
  const loaded = await Promise.all(
    missing.map(async ([key, source]) => {
      const setting = configuration.settings.find((each) => each.key === 'inventories' && each.entry === key)
      return {key, ...(await loadInventory(root, key, source, setting, rules))}
    })
  )
  for (const {key, inventory, faults} of loaded) {
    if (inventory) inventories[key] = inventory
    messages.push(...faults)
  }
  const files = (path: string): string | undefined => {
    const real = confine(root, sourceIn(root, path, siteFiles.places))
    return real === undefined ? undefined : readTextIfFile(real)
  }
  Object.assign(inventories, more)
  const tocs = toc?.tocs ?? {}
  const project = createProject({...plugins, pages, unrendered, files, config, inventories, tocs})
  return {
    root,
    tocs,
    toc: configuration.toc &&
      toc && {
        file: configuration.toc.file,
        pages: [...toc.listed],
        position: (configuration.toc.root ?? configuration.toc.blocks[0]?.entries[0])?.position
      },
    unrendered,
    settings: configuration.settings,
    ignoredSettings: configuration.ignored,
    configFiles: configuration.files,
    formats: configuration.formats,
    project,
    config,
    pages,
    inventories,
    plugins,
    siteFiles,
    redirects: findRedirects(
      parts.redirects,
      [...Object.keys(pages), ...unrendered.map(({page}) => page)],
      configuration.settings,
      tell
    ),
    messages,
    files,
    out: outFolder
  }
}

/** Text of a file as positions count in it: without a byte order mark. */
export function sourceOf({pages, files}: LoadedProject, path: string): string | undefined {
  return (Object.hasOwn(pages, path) ? pages[path] : files(path))?.replace(/^\ufeff/, '')
}

function rootOf(folder: string): string {
  try {
    const root = realpathSync(resolve(folder))
    if (!statSync(root).isDirectory()) throw new Error('it is a file, not a folder')
    return root
  } catch (error) {
    throw new Error(`mystmark: there is no folder "${folder}" to load: ${reasonOf(error)}`)
  }
}

/** What was built is no source. */
function ignoreFolder(root: string, out: string | undefined): string[] {
  if (out === undefined || out === root || !isWithin(root, out)) return []
  return [`${relative(root, out).replaceAll(sep, '/')}/**`]
}
