/** The project's own terms and objects, as the resolver asks for them. */
import {normalizeLabel} from '../names/labels.js'
import {grouped} from './grouped.js'
import type {ObjectRecord, PageRecord, TermRecord} from './record.js'

/** Terms and objects of all pages. */
export interface ObjectIndex {
  /** Terms by name: exact ones before those that differ in case. */
  findTerms(name: string): readonly TermRecord[]
  /** Objects of one type by full name. */
  find(domain: string, type: string, name: string): readonly ObjectRecord[]
  /** Objects of one type by full name in any case. */
  findAnyCase(domain: string, type: string, name: string): readonly ObjectRecord[]
  /** Objects of any kind by full name. */
  findNamed(name: string): readonly ObjectRecord[]
  /** Objects of a domain whose full name ends in `.name`. */
  findEnding(domain: string, types: readonly string[], name: string): readonly ObjectRecord[]
  readonly terms: readonly TermRecord[]
  readonly objects: readonly ObjectRecord[]
}

/** Index the records; each map is made when first asked for. */
export function objectIndex(records: readonly PageRecord[]): ObjectIndex {
  const terms = records.flatMap((record) => record.terms)
  const objects = records.flatMap((record) => record.objects)
  const exactTerms = lazyIndex(terms, ({term}) => term)
  const foldedTerms = lazyIndex(terms, ({term}) => normalizeLabel(term))
  const byName = lazyIndex(objects, ({domain, type, name}) => `${domain}:${type} ${name}`)
  const byFolded = lazyIndex(objects, ({domain, type, name}) => `${domain}:${type} ${name.toLowerCase()}`)
  const byFullName = lazyIndex(objects, ({name}) => name)
  const byEnding = lazyIndex(objects, ({domain, name}) => `${domain} ${lastPart(name)}`)
  return {
    terms,
    objects,
    findTerms(name) {
      const exact = exactTerms(name)
      return exact.length > 0 ? exact : foldedTerms(normalizeLabel(name))
    },
    find: (domain, type, name) => byName(`${domain}:${type} ${name}`),
    findAnyCase: (domain, type, name) => byFolded(`${domain}:${type} ${name.toLowerCase()}`),
    findNamed: byFullName,
    findEnding: (domain, types, name) =>
      byEnding(`${domain} ${lastPart(name)}`).filter(
        (each) => types.includes(each.type) && (each.name === name || each.name.endsWith(`.${name}`))
      )
  }
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}

function lazyIndex<T>(items: readonly T[], key: (item: T) => string): (name: string) => readonly T[] {
  let index: Map<string, T[]> | undefined
  if (items.length === 0) return () => []
  return (name) => {
    index ??= grouped(items, key)
    return index.get(name) ?? []
  }
}
