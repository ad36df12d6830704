/** A project in memory, for tests. */

import {own} from '../names/own.js'
import type {Config, Plugins} from '../pipeline/options.js'
import {createProject, type Project} from '../project/create-project.js'
import {elsewhere} from '../references/bearers.js'
import type {ExternalInventory} from '../references/objects-inv.js'
import {whyNot} from '../references/why-not.js'
import {inventoryOf} from './inventory-of.js'

export interface TestProjectOptions extends Plugins {
  /** Sources by path; a text alone is `index.md`. */
  pages: string | Readonly<Record<string, string>>
  /** By key: what `readObjectsInv` returned, or lines for {@link inventoryOf}. */
  inventories?: Readonly<Record<string, ExternalInventory | string | readonly string[]>> | undefined
  /** Other files by path. */
  files?: Readonly<Record<string, string>> | undefined
  config?: Config | undefined
}

/**
 * Make a project for a test: nothing is read from disk or network.
 *
 * @example
 * const project = createTestProject({
 *   pages: {'index.md': '# Home', 'about/team.md': 'See {doc}`/index`.'},
 *   inventories: {tc: 'team std:doc team.html Team'}
 * })
 */
export function createTestProject(options: TestProjectOptions): Project {
  const {pages, inventories = {}, files, ...rest} = options
  const project = createProject({
    whyNot,
    elsewhere,
    ...rest,
    pages: typeof pages === 'string' ? {'index.md': pages} : pages,
    inventories: Object.fromEntries(
      Object.entries(inventories).map(([key, each]) => [key, isInventory(each) ? each : read(key, each)])
    ),
    ...(files ? {files: (path: string) => own(files, path)} : {})
  })
  if (files) fileNames.set(project, Object.keys(files))
  return project
}

const fileNames = new WeakMap<Project, readonly string[]>()

/** The other files of a project that {@link createTestProject} made; of others nobody knows them all. */
export function filesOf(project: Project): readonly string[] {
  return fileNames.get(project) ?? []
}

function read(key: string, lines: string | readonly string[]): ExternalInventory {
  return inventoryOf(lines, {baseUrl: `https://${key}.example/`, project: key})
}

function isInventory(value: ExternalInventory | string | readonly string[]): value is ExternalInventory {
  return typeof value === 'object' && 'entries' in value && !Array.isArray(value)
}
