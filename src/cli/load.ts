/** What several commands do first. */
import {readdirSync, statSync} from 'node:fs'
import {resolve} from 'node:path'
import {didYouMean} from '../ast/report.js'
import {suggest} from '../names/suggest.js'
import {markdownEndings} from '../node/formats.js'
import {type FetchInventoryRules, fetchInventory, isUrl, readInventoryFile} from '../node/inventories.js'
import {type LoadedProject, type LoadOptions, loadProject} from '../node/load-project.js'
import type {ExternalInventory} from '../references/objects-inv.js'
import {type Io, Misuse, type Values} from './command.js'

/** The option that several commands have. */
export const inventoryOption = {
  type: 'string',
  multiple: true,
  value: 'KEY=FILE-OR-URL[,BASE-URL]',
  help: 'Another project to refer to; may be repeated.'
} as const

/** The values of `--engine`; the first is chosen where it is left out. */
export const engines = ['native', 'remark'] as const

/** The option of commands that parse a project. */
export const engineOption = {
  type: 'string',
  value: 'native|remark',
  help: 'What parses pages; native if left out, which is faster. The trees are the same.'
} as const

/** The options of commands that fetch inventories. */
export const fetchOptions = {
  offline: {type: 'boolean', help: 'Fetch nothing: kept copies of inventories count.'},
  'allow-http': {type: 'boolean', help: 'Fetch inventories over http:, too.'},
  'allow-private': {type: 'boolean', help: 'Fetch inventories from the own network, too.'}
} as const

/** What they say, and where the program keeps what it fetched. */
export function fetchRules(
  values: Values<typeof fetchOptions>,
  {cache}: Pick<Io, 'cache'>
): FetchInventoryRules {
  return {
    cache,
    offline: values.offline,
    allowHttp: values['allow-http'],
    allowPrivate: values['allow-private']
  }
}

/**
 * Load the project that an argument names.
 *
 * @throws Misuse where there is none.
 */
export async function loadFolder(
  folder: string,
  cwd: string,
  options: Pick<LoadOptions, 'inventories' | 'out' | 'fetch' | 'engine'>
): Promise<LoadedProject> {
  const path = resolve(cwd, folder)
  const stat = statSync(path, {throwIfNoEntry: false})
  if (!stat) throw new Misuse(`there is no folder "${folder}"${didYouMean(suggest(folder, foldersIn(cwd)))}`)
  if (!stat.isDirectory())
    throw new Misuse(
      `"${folder}" is a file; give the folder of the project, or use mystmark render for one page`
    )
  const loaded = await loadProject(path, options)
  if (loaded.project.pages.length === 0)
    throw new Misuse(
      `there is no page in "${folder}": no file there ends in ${markdownEndings(loaded.formats).join(' or ')}`
    )
  return loaded
}

function foldersIn(cwd: string): string[] {
  return readdirSync(cwd, {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
}

/**
 * Read the inventories of `--inventory`.
 *
 * @throws Misuse where one is not `KEY=FILE-OR-URL[,BASE-URL]`.
 */
export async function readInventories(
  given: readonly string[],
  cwd: string,
  rules: FetchInventoryRules
): Promise<Record<string, ExternalInventory>> {
  const out: Record<string, ExternalInventory> = {}
  for (const each of given) {
    const parts = /^([^=,\s]+)=([^,]+)(?:,(.+))?$/.exec(each)
    const [, key, place, base] = parts ?? []
    if (key === undefined || place === undefined)
      throw new Misuse(`--inventory takes KEY=FILE-OR-URL[,BASE-URL]; "${each}" is not of that form`)
    if (base !== undefined && !isUrl(base))
      throw new Misuse(
        `the base of the inventory "${key}" is an address such as https://docs.example/en/, not "${base}"`
      )
    if (isUrl(place)) out[key] = await fetchInventory(place, {...rules, baseUrl: base})
    else {
      if (base === undefined)
        throw new Misuse(
          `the file of the inventory "${key}" does not say where its documentation stands: write ${key}=${place},BASE-URL`
        )
      out[key] = await readInventoryFile(resolve(cwd, place), {baseUrl: base})
    }
  }
  return out
}
