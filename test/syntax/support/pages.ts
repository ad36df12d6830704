/** All Markdown that the tests and the documentation have, and the pages and cases beside the repository. */
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {parse as parseYaml} from 'yaml'
import * as z from 'zod'
import {hasShared, projectRoot, readFolder, sharedRoot} from '../../support.js'

export interface Page {
  name: string
  source: string
}

/** Pages of the test-suite and of the documentation, the reference's examples, and the specifications' cases. */
export function ownPages(): Page[] {
  const folders = ['test', 'docs'].flatMap((folder) => pagesOf(join(projectRoot, folder)))
  const examples = ['directives', 'roles'].flatMap((file) => {
    const text = readFileSync(join(projectRoot, `test/docs/${file}.yaml`), 'utf8')
    const families = z.record(z.string(), z.record(z.string(), z.unknown())).parse(parseYaml(text))
    return Object.values(families).flatMap((family) =>
      Object.entries(family).flatMap(([name, example]) =>
        stringsIn(example).map((source) => ({name, source}))
      )
    )
  })
  const specification = z
    .array(z.object({title: z.string(), myst: z.string()}))
    .parse(
      JSON.parse(
        readFileSync(createRequire(import.meta.url).resolve('myst-spec/dist/myst.tests.json'), 'utf8')
      )
    )
    .map(({title, myst}) => ({name: title, source: myst}))
  return [...folders, ...examples, ...specification]
}

/** Pages of real projects. */
export function corpusPages(): Page[] {
  return hasShared ? ['corpus', 'sphinx'].flatMap((folder) => pagesOf(join(sharedRoot, folder))) : []
}

/** Inputs of other projects' cases. */
export function sharedInputs(): Page[] {
  if (!hasShared) return []
  const group = z.object({cases: z.array(z.object({input: z.unknown()}))})
  const files = ['myst-parser', 'markdown-it-plugins', 'syntax-probes'].flatMap((file) =>
    group
      .parse(JSON.parse(readFileSync(join(sharedRoot, `cases/${file}.json`), 'utf8')))
      .cases.flatMap(({input}, index) =>
        typeof input === 'string' ? [{name: `${file} ${index}`, source: input}] : []
      )
  )
  const reported = readFileSync(join(sharedRoot, 'cases/reported.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => z.object({id: z.string(), input: z.string()}).parse(JSON.parse(line)))
    .map(({id, input}) => ({name: id, source: input}))
  return [...files, ...reported]
}

function pagesOf(folder: string): Page[] {
  return Object.entries(readFolder(folder)).map(([name, source]) => ({
    name: `${folder}/${name}`,
    source: source.replace(/^\ufeff/, '')
  }))
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}
