/** Finds entries by a few letters or a pattern, the likeliest first. */
import {nameIndex} from '../names/name-index.js'
import {nearest} from '../names/suggest.js'
import type {InventoryEntry} from './objects-inv.js'
import {wildcard} from './wildcard.js'

/** An entry that a search found, and where. */
export interface SearchHit {
  entry: InventoryEntry
  /** Key of the other project's inventory; left out for the project's own. */
  inventory?: string | undefined
  /** 0 is the name itself; the more the farther. */
  rank: number
}

/** Entries to search, by the key of their inventory. */
export type SearchSource = readonly [inventory: string | undefined, entries: readonly InventoryEntry[]]

/**
 * Search names and titles: the name itself, its last part, its beginning, a part of it, a part of the title, all
 * words of the search, and last what is spelt almost alike. `*` stands for anything.
 */
export function searchEntries(sources: readonly SearchSource[], text: string, limit = 20): SearchHit[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return []
  const isPattern = wanted.includes('*')
  const rankOf = isPattern ? rankByPattern(wanted) : rankByText(wanted)
  const all = sources.flatMap(([inventory, entries]) =>
    entries.map(
      (entry): SearchHit => ({entry, ...(inventory === undefined ? {} : {inventory}), rank: nearRank})
    )
  )
  const hits = all.flatMap((hit): SearchHit[] => {
    const rank = rankOf(hit.entry)
    return rank === undefined ? [] : [{...hit, rank}]
  })
  if (hits.length === 0 && !isPattern) return nearest(text, [nameIndex(all, ({entry}) => entry.name)], limit)
  // Stable: equal hits stay in the order of the inventories.
  return hits.sort((a, b) => a.rank - b.rank || a.entry.name.length - b.entry.name.length).slice(0, limit)
}

/** The rank of what is only spelt almost alike. */
export const nearRank = 8

type Rank = (entry: InventoryEntry) => number | undefined

function rankByPattern(pattern: string): Rank {
  const accepts = wildcard(pattern)
  return ({name, displayName}) =>
    accepts(name.toLowerCase()) ? 0 : accepts(displayName.toLowerCase()) ? 1 : undefined
}

function rankByText(wanted: string): Rank {
  const words = wanted.split(/\s+/)
  return ({name, displayName, domain, type}) => {
    const lower = name.toLowerCase()
    const title = displayName.toLowerCase()
    if (lower === wanted) return 0
    if (title === wanted) return 1
    if (/[./:]/.test(lower.charAt(lower.length - wanted.length - 1)) && lower.endsWith(wanted)) return 2
    if (lower.startsWith(wanted)) return 3
    if (title.startsWith(wanted)) return 4
    if (lower.includes(wanted)) return 5
    if (title.includes(wanted)) return 6
    const all = `${lower} ${title} ${domain}:${type}`
    return words.length > 1 && words.every((word) => all.includes(word)) ? 7 : undefined
  }
}
