/** The files of `cases`; how they are written stands in `cases.test.ts`. */
import {readdirSync, readFileSync} from 'node:fs'
import {type Config, checkConfig} from '../../../src/pipeline/options.js'
import type {Page} from './pages.js'

export interface Case {
  name: string
  source: string
  tree: string
}

export interface CaseFile {
  head: string
  config: Config
  typed: boolean
  cases: Case[]
}

export const caseFolder = new URL('../cases/', import.meta.url).pathname

/** The sources of all cases. */
export function caseSources(): Page[] {
  return readdirSync(caseFolder).flatMap((file) =>
    readCases(readFileSync(caseFolder + file, 'utf8')).cases.map(({name, source}) => ({
      name: `${file}: ${name}`,
      source
    }))
  )
}

/** Take a file apart. */
export function readCases(text: string): CaseFile {
  const [head = '', ...sections] = text.split(/^### /m)
  const config = /^config: (.*)$/m.exec(head)?.[1]
  return {
    head,
    config: checkConfig(config === undefined ? {} : JSON.parse(config)),
    typed: /^tree: typed$/m.test(head),
    cases: sections.map((section) => {
      const nameEnd = section.indexOf('\n')
      const line = section.lastIndexOf('\n---\n')
      const at = line === -1 ? section.trimEnd().length : line
      return {
        name: section.slice(0, nameEnd),
        source: section.slice(nameEnd + 1, at),
        tree: section.slice(at + 5).trimEnd()
      }
    })
  }
}
