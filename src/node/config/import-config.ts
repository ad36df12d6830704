/** `mystmark.config.ts` and `.js`: a module whose default export is the configuration, functions included. */
import {randomUUID} from 'node:crypto'
import {rm, stat, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Plugins} from '../../pipeline/options.js'
import {confine} from '../confine.js'
import type {ProjectFile} from './schema.js'
import {type ConfigSource, isRecord, type Tell} from './source.js'

/** Names of the files, in the project's root; the first that is there counts. */
export const moduleNames = [
  'mystmark.config.ts',
  'mystmark.config.mts',
  'mystmark.config.js',
  'mystmark.config.mjs'
]

/** What a module may export: what the file may say, and what cannot stand in a file. */
export type ProjectConfig = Omit<ProjectFile, 'icons'> &
  Omit<Plugins, 'icons'> & {icons?: ProjectFile['icons'] | Plugins['icons']}

/** What a module exports. */
export interface ImportedConfig {
  /** The part that is plain data. */
  source: ConfigSource
  plugins: Plugins
}

const pluginKeys: Readonly<Record<keyof Plugins, 'function' | 'object' | 'boolean'>> = {
  allowDangerousHtml: 'boolean',
  checks: 'object',
  citations: 'object',
  directives: 'object',
  elsewhere: 'object',
  elements: 'object',
  excerpts: 'function',
  fileTools: 'object',
  highlight: 'function',
  parser: 'function',
  icons: 'function',
  math: 'function',
  parseHtml: 'function',
  passes: 'object',
  roles: 'object',
  toHast: 'object',
  transformHast: 'function',
  translations: 'object',
  typography: 'function',
  url: 'function',
  words: 'object'
}

/**
 * A configuration with its type, for `mystmark.config.ts`.
 *
 * @example
 * export default defineConfig({title: 'Handbook', directives: [defineDirective({name: 'sketch', …})]})
 */
export function defineConfig(config: ProjectConfig): ProjectConfig {
  return config
}

/**
 * Import the module of a project, if it has one. Its code runs.
 *
 * @param root an absolute path without symbolic links.
 */
export async function importConfig(root: string, tell: Tell): Promise<ImportedConfig | undefined> {
  const file = moduleNames.find((name) => confine(root, name) !== undefined)
  const path = file === undefined ? undefined : confine(root, file)
  if (file === undefined || path === undefined) return undefined
  const wrong = (reason: string): undefined => {
    tell(file, {ruleId: 'config-syntax', reason})
  }
  let loaded: unknown
  try {
    loaded = /\.m?ts$/.test(file) ? await importTypeScript(path) : await importFresh(path)
  } catch (error) {
    return wrong(
      `the configuration cannot be imported: ${error instanceof Error ? error.message : String(error)}`
    )
  }
  const value = isRecord(loaded) ? loaded.default : undefined
  if (!isRecord(value)) return wrong('the configuration is no object: write `export default {key: value}`')
  const data: [string, unknown][] = []
  const hooks: [string, unknown][] = []
  for (const [key, each] of Object.entries(value)) {
    // `icons` is a word of the configuration, or a plug-in.
    const isHook = Object.hasOwn(pluginKeys, key) && !(key === 'icons' && typeof each === 'string')
    if (each !== undefined) (isHook ? hooks : data).push([key, each])
  }
  const plugins: Plugins = {}
  for (const [key, each] of hooks) {
    if (isPlugins({[key]: each})) Object.assign(plugins, {[key]: each})
    else
      tell(file, {
        ruleId: 'invalid-config-value',
        reason: `"${key}" is of type ${typeof each}, which it cannot be; see the plug-ins in docs/configuration.md`
      })
  }
  return {source: {file, value: Object.fromEntries(data), place: () => undefined}, plugins}
}

function isPlugins(value: object): value is Plugins {
  const kinds: Readonly<Record<string, string>> = pluginKeys
  return Object.entries(value).every(
    ([key, each]) => each === undefined || (each !== null && typeof each === kinds[key])
  )
}

/** Not a module that was imported before the file changed. */
async function importFresh(path: string): Promise<unknown> {
  const {mtimeMs} = await stat(path)
  return import(`${pathToFileURL(path).href}?${mtimeMs}`)
}

/** By Node, which reads types from 22.18 on, or by esbuild. */
async function importTypeScript(path: string): Promise<unknown> {
  if ('typescript' in process.features && process.features.typescript) return importFresh(path)
  const esbuild = await import('esbuild').catch(() => {
    throw new Error(
      'this Node reads no TypeScript: use Node 22.18 or newer, install esbuild beside mystmark, or name the file mystmark.config.js'
    )
  })
  const {outputFiles} = await esbuild.build({
    entryPoints: [path],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    write: false,
    logLevel: 'silent'
  })
  // Beside the file, so that packages are found from there.
  const made = join(dirname(path), `.mystmark.config.${randomUUID().slice(0, 8)}.mjs`)
  await writeFile(made, outputFiles[0]?.text ?? '')
  try {
    return await import(pathToFileURL(made).href)
  } finally {
    await rm(made, {force: true})
  }
}
