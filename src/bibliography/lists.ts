/** Which works each bibliography of a project lists, in which order, under which labels and ids. */
import type {BibliographyOptions} from '../ast/nodes.js'
import {onLine} from '../ast/place.js'
import {didYouMean, type Fault} from '../ast/report.js'
import {makeId, uniqueSlug} from '../names/labels.js'
import {own} from '../names/own.js'
import {docname, projectPath} from '../names/paths.js'
import {suggest} from '../names/suggest.js'
import type {CitationConfig} from '../references/citations.js'
import {type Filter, type FilterValue, parseFilter} from './filter.js'
import {type BibStyle, bibStyle, bibStyles, type LabelledWork, labelWorks} from './labels.js'
import type {Library} from './library.js'
import {lastName, type Work} from './work.js'

/** A work in its list. */
export interface ListedWork extends LabelledWork {
  /** With the prefix of its list. */
  key: string
  page: string
  id: string
}

/** A bibliography with its works. */
export interface WorkList {
  list: 'citation' | 'bullet' | 'enumerated'
  /** As of an ordered list. */
  enumeration?: string | undefined
  /** The first number; nothing to go on from the last list. */
  start?: number | undefined
  works: ListedWork[]
}

/** Fills lists; each page's ids are unique. */
export interface ListMaker {
  list(page: string, options: BibliographyOptions): WorkList
  /** Works that no list of the project has. */
  unlisted(page: string, works: readonly Work[]): WorkList
}

export interface ListMakerOptions {
  config: CitationConfig
  /** Of the configuration. */
  files: readonly string[]
  library: Library
  /** Pages that cite a key, in order of the first citation. */
  citedOn: ReadonlyMap<string, ReadonlySet<string>>
  report(page: string, fault: Fault): void
}

/** Make lists. */
export function createListMaker({config, files, library, citedOn, report}: ListMakerOptions): ListMaker {
  const taken = new Map<string, Set<string>>()
  const order = new Map([...citedOn.keys()].map((key, index) => [key, index]))
  const byStyle = bibStyle(config.bibliographyStyle) ?? 'alpha'

  return {
    list(page, options) {
      const {
        keyprefix: keyPrefix = '',
        labelprefix: labelPrefix = '',
        list = 'citation',
        enumtype,
        position
      } = options
      const keys = words(options.keys)
      const all = library.worksOf(filesOf(page, options))
      const filter = filterOf(page, options)
      const wanted = new Set(keys)
      for (const key of keys)
        if (!all.has(key))
          report(page, {
            ruleId: 'missing-citation',
            reason: `no bibliography has the key "${key}"${didYouMean(suggest(key, all.keys()))}`,
            position
          })
      const works = [...all.values()].filter(
        (work) =>
          wanted.has(work.key) || truth(filter({value: (name) => fieldOf(name, work, page, keyPrefix)}))
      )
      works.sort((a, b) => place(keyPrefix + a.key) - place(keyPrefix + b.key))
      return {
        list,
        ...(enumtype ? {enumeration: enumtype.replace(/(?=alpha|roman)/, '-')} : {}),
        start: startOf(page, options),
        works: listed(page, works, styleOf(page, options), keyPrefix).map((work) => ({
          ...work,
          label: labelPrefix + work.label
        }))
      }
    },
    unlisted: (page, works) => ({list: 'citation', works: listed(page, works, byStyle, '')})
  }

  function listed(page: string, works: readonly Work[], style: BibStyle, keyPrefix: string): ListedWork[] {
    const ids = taken.get(page) ?? new Set<string>()
    taken.set(page, ids)
    return labelWorks(works, style).map((each) => {
      const key = keyPrefix + each.work.key
      const id = uniqueSlug(`${config.idPrefix ?? ''}${makeId(`cite-${key}`)}`, ids)
      ids.add(id)
      return {...each, key, page, id}
    })
  }

  /** Files count from the page, or from the root as the configuration names them. */
  function filesOf(page: string, {files: written, position}: BibliographyOptions): readonly string[] {
    if (!written) return files
    return words(written).flatMap((file) => {
      const found = [projectPath(page, file), file].find((path) => path !== undefined && library.has(path))
      if (found === undefined)
        report(page, {
          ruleId: 'unknown-file',
          reason: `there is no file "${file}" in the project; paths count from the page's folder or from the root${didYouMean(suggest(file, files))}`,
          position
        })
      return found ?? []
    })
  }

  function styleOf(page: string, {style, position}: BibliographyOptions): BibStyle {
    const known = bibStyle(style)
    if (!known)
      report(page, {
        ruleId: 'invalid-option',
        reason: `bibliography: there is no style "${style}"${didYouMean(suggest(style ?? '', bibStyles))}; there are ${bibStyles.join(', ')}`,
        position
      })
    return style === undefined || !known ? byStyle : known
  }

  function startOf(page: string, {start = '1', startPosition}: BibliographyOptions): number | undefined {
    if (start === 'continue') return
    if (/^[1-9]\d{0,8}$/.test(start)) return Number(start)
    report(page, {
      ruleId: 'invalid-option',
      reason: `bibliography: "${start}" is not a number or continue in option "start"`,
      position: startPosition
    })
    return 1
  }

  function filterOf(page: string, options: BibliographyOptions): Filter {
    const {all, notcited, filterPosition} = options
    const source = options.filter || (all ? 'True' : notcited ? 'not cited' : 'cited')
    const read = parseFilter(source)
    if ('filter' in read) return read.filter
    report(page, {
      ruleId: 'invalid-option',
      reason: `bibliography: the filter cannot be read: ${read.reason}; what is cited is listed`,
      position: filterPosition && onLine(filterPosition.start, read.start, read.end)
    })
    return (scope) => scope.value('cited')
  }

  function fieldOf(name: string, work: Work, page: string, keyPrefix: string): FilterValue {
    const pages = citedOn.get(keyPrefix + work.key) ?? new Set<string>()
    switch (name) {
      case 'cited':
        return pages.size > 0
      case 'docname':
        return docname(page)
      case 'docnames':
        return new Set([...pages].map(docname))
      case 'type':
        return work.type
      case 'key':
        return work.key.toLowerCase()
      case 'author':
        return work.authors.map(nameOf).join(' and ')
      case 'editor':
        return work.editors.map(nameOf).join(' and ')
      default:
        return own(work.fields, name) ?? (name === 'year' ? work.year : '')
    }
  }

  function place(key: string): number {
    return order.get(key) ?? order.size
  }
}

const words = (value: string): string[] => value.split(/\s+/).filter(Boolean)

function nameOf(person: Parameters<typeof lastName>[0]): string {
  return [lastName(person), person.given].filter(Boolean).join(', ')
}

function truth(value: FilterValue): boolean {
  return typeof value === 'object' ? value.size > 0 : Boolean(value)
}
