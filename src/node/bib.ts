/** Reads `.bib` files by Citation.js, if that is installed. */
import {createRequire} from 'node:module'
import * as z from 'zod/mini'
import type {BibFault, Person, ReadBib, Work} from '../bibliography.js'

const name = z.object({
  family: z.optional(z.string()),
  given: z.optional(z.string()),
  literal: z.optional(z.string()),
  suffix: z.optional(z.string()),
  'non-dropping-particle': z.optional(z.string()),
  'dropping-particle': z.optional(z.string())
})
const words = z.optional(z.union([z.string(), z.number()]))

/** What is taken of CSL's data. */
const item = z.object({
  author: z.optional(z.array(name)),
  editor: z.optional(z.array(name)),
  title: words,
  issued: z.optional(
    z.object({
      'date-parts': z.optional(z.array(z.array(z.union([z.string(), z.number()])))),
      raw: z.optional(z.string()),
      literal: z.optional(z.string())
    })
  ),
  'container-title': words,
  'collection-title': words,
  volume: words,
  issue: words,
  number: words,
  page: words,
  edition: words,
  publisher: words,
  'publisher-place': words,
  genre: words,
  medium: words,
  note: words,
  URL: words,
  DOI: words
})
const items = z.array(item)
const entry = z.object({
  type: z.string(),
  label: z.string(),
  properties: z.record(z.string(), z.unknown())
})
const entries = z.array(entry)

type Chain = (input: unknown, options: {target: string; generateGraph: boolean}) => unknown

/** What Citation.js offers, or that it is not there. */
function loadChain(): Chain | undefined {
  const require = createRequire(import.meta.url)
  try {
    require('@citation-js/plugin-bibtex')
    const core: unknown = require('@citation-js/core')
    const found = z
      .object({
        plugins: z.object({input: z.object({chain: z.custom<Chain>((value) => typeof value === 'function')})})
      })
      .safeParse(core)
    return found.success ? found.data.plugins.input.chain : undefined
  } catch {
    return undefined
  }
}

let loaded: {chain: Chain | undefined} | undefined

/**
 * Read a `.bib` file, BibTeX's or BibLaTeX's. What is wrong costs one entry.
 *
 * Citation.js is loaded with the first file: `npm install @citation-js/core @citation-js/plugin-bibtex`.
 *
 * @example
 * createCitations(readBib)
 */
export const readBib: ReadBib = (text) => {
  loaded ??= {chain: loadChain()}
  const {chain} = loaded
  if (!chain)
    return {
      works: [],
      faults: [
        {
          reason:
            'nothing reads .bib files: install @citation-js/core and @citation-js/plugin-bibtex beside mystmark',
          line: 1
        }
      ]
    }
  try {
    return {works: worksOf(text, chain), faults: []}
  } catch {
    return readEntries(text, chain)
  }
}

/** Each entry by itself, with the abbreviations of the file. */
function readEntries(text: string, chain: Chain): {works: Work[]; faults: BibFault[]} {
  const works: Work[] = []
  const faults: BibFault[] = []
  const starts = [...text.matchAll(/^[ \t]*@(?=[A-Za-z]+\s*[{(])/gm)].map(({index}) => index)
  const parts = starts.map((start, index) => ({start, source: text.slice(start, starts[index + 1])}))
  const isString = (source: string): boolean => /^\s*@string\b/i.test(source)
  const good = (source: string): boolean => {
    try {
      // A file of abbreviations alone is none to Citation.js.
      worksOf(`${source}\n@misc{x, title = {x}}`, chain)
      return true
    } catch {
      return false
    }
  }
  const strings = parts
    .filter(({source}) => isString(source) && good(source))
    .map(({source}) => source)
    .join('')
  for (const {start, source} of parts) {
    if (isString(source) && strings.includes(source)) continue
    try {
      works.push(...worksOf(strings + source, chain))
    } catch {
      const [, key] = /^\s*@\w+\s*[{(]\s*([^\s,]+)/.exec(source) ?? []
      faults.push({
        reason: `the entry ${key === undefined ? '' : `"${key}" `}cannot be read and is left out: look for a brace, a quote or a comma that is missing`,
        line: text.slice(0, start).split(/\r\n|\r|\n/).length
      })
    }
  }
  return {works, faults}
}

function worksOf(text: string, chain: Chain): Work[] {
  const raw = entries.parse(chain(text, {target: '@biblatex/entries+list', generateGraph: false}))
  const csl =
    raw.length > 0 ? items.parse(chain(raw, {target: '@csl/list+object', generateGraph: false})) : []
  return raw.map((each, index) => toWork(each, csl[index] ?? {}))
}

function toWork({type, label, properties}: z.output<typeof entry>, csl: z.output<typeof item>): Work {
  const fields: Record<string, string> = {}
  for (const [key, value] of Object.entries(properties)) fields[key.toLowerCase()] = String(value)
  const [year, month] = csl.issued?.['date-parts']?.[0] ?? []
  const work: Work = {
    key: label,
    type: type.toLowerCase(),
    authors: (csl.author ?? []).map(toPerson),
    editors: (csl.editor ?? []).map(toPerson),
    title: textOf(csl.title) ?? fields.title ?? '',
    year: String(year ?? csl.issued?.literal ?? csl.issued?.raw ?? fields.year ?? ''),
    fields
  }
  const more: [keyof Work, string | number | undefined][] = [
    ['month', month === undefined ? undefined : Number(month)],
    ['container', textOf(csl['container-title'])],
    ['series', textOf(csl['collection-title'])],
    ['volume', textOf(csl.volume)],
    ['number', textOf(csl.issue) ?? textOf(csl.number)],
    ['pages', textOf(csl.page)],
    ['edition', textOf(csl.edition)],
    ['publisher', textOf(csl.publisher)],
    ['place', textOf(csl['publisher-place'])],
    ['genre', fields.type],
    ['howPublished', textOf(csl.medium)],
    ['note', textOf(csl.note)],
    ['url', textOf(csl.URL)],
    ['doi', textOf(csl.DOI)],
    ['eprint', fields.eprint]
  ]
  return Object.assign(
    work,
    Object.fromEntries(more.filter(([, value]) => value !== undefined && value !== ''))
  )
}

function textOf(value: string | number | undefined): string | undefined {
  return value === undefined
    ? undefined
    : String(value)
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/(?<!\\)\\+(?=[&%#_])/g, '')
        // TeX's narrow spaces, and its hints for breaks and spacing, of which nothing is seen.
        .replace(/(?<!\\)\\+[,:;]/g, '\u202f')
        .replace(/(?<!\\)\\+[-/!@]/g, '')
}

function toPerson(csl: z.output<typeof name>): Person {
  const von = [csl['dropping-particle'], csl['non-dropping-particle']].filter(Boolean).join(' ')
  const {given, suffix} = csl
  return {
    family: csl.family ?? csl.literal ?? given ?? '',
    ...(csl.family !== undefined && given ? {given} : {}),
    ...(von ? {von} : {}),
    ...(suffix ? {suffix} : {})
  }
}
