/** Near names, found without asking each name how far it is. */
import {fewestEdits, fewLooks, maxLooks, noteEdited} from './edits.js'
import {
  endOf,
  INDEX,
  type Key,
  LAST_PART,
  lastPart,
  type NameIndex,
  nameIndex,
  reversed,
  sharedStart,
  withoutEnding
} from './name-index.js'

// Each edit scores 1. Between the others a quarter is left for the nearest in length to come first.
const OTHER_FOLDER = 1.2
const BEGINNING = 2.5

/** So many are kept of one set of names. */
const maxAnswers = 200

/**
 * To seek near names takes far longer than to look one up; of a page that misses more names than this nobody reads what
 * was meant by each.
 */
export const maxMisses = 1000

/** Nobody writes a name that is longer. */
const maxLength = 300

const far = Number.POSITIVE_INFINITY

/**
 * The names that somebody who wrote `wanted` may have meant, best first.
 *
 * Near are names with few letters added, dropped, changed or swapped (the longer the name the more of them), the
 * same path elsewhere or as a folder's `index`, the same last part of a dotted, colon or slash name, and names that
 * begin alike. Neither letter case nor a page's ending counts. `wanted` itself is never suggested.
 *
 * @example
 * ```ts
 * suggest('contribte', ['index', 'contribute']) // ['contribute']
 * suggest('team', ['about', 'team/index']) // ['team/index']
 * ```
 */
export function suggest(wanted: string, candidates: Iterable<string>, limit = 3): string[] {
  return nearest(wanted, [nameIndex(new Set(candidates), (name) => name)], limit)
}

/**
 * A way to ask for near names again and again; they are made ready when it is asked first.
 *
 * @param most different names that it answers; to further ones it knows nothing near.
 *
 * @example
 * ```ts
 * const near = suggester(() => ['index', 'contribute'])
 * near('contribte') // ['contribute']
 * ```
 */
export function suggester(
  names: () => Iterable<string>,
  most = Number.POSITIVE_INFINITY
): (wanted: string) => string[] {
  let index: NameIndex<string> | undefined
  let left = most
  /** What is missing is often missing again. */
  const answers = new Map<string, readonly string[]>()
  return (wanted) => {
    const known = answers.get(wanted)
    if (known) return [...known]
    if (left-- <= 0) return []
    index ??= nameIndex(new Set(names()), (name) => name)
    const near = nearest(wanted, [index])
    if (answers.size >= maxAnswers) answers.clear()
    answers.set(wanted, [...near])
    return near
  }
}

/** What the names nearest to `wanted` stand for, best first; of equals what stands in the first index comes first. */
export function nearest<T>(wanted: string, indexes: readonly NameIndex<T>[], limit = 3): T[] {
  const path = withoutEnding(wanted.trim().toLowerCase()).replace(/^(?:\.{0,2}\/)+/, '')
  const {length} = path
  if (length === 0) return []
  const most = length < 3 || length > maxLength ? 0 : Math.min(3, Math.ceil(length / 5))
  const hits = new Hits<T>(wanted, length, limit)
  for (const index of indexes) {
    noteAlike(index.forwards, path, most > 0, hits)
    hits.place++
  }
  if (most > 0) noteEdits(indexes, path, most, hits)
  return hits.best()
}

interface Hit<T> {
  item: T
  score: number
  order: number
}

/** Near names as they are found: each item once, as near as it was found. */
class Hits<T> {
  /** The index that is looked at. */
  place = 0
  readonly #wanted: string
  readonly #length: number
  readonly #limit: number
  /** Mostly there is none. */
  #found: Map<T, Hit<T>> | undefined

  constructor(wanted: string, length: number, limit: number) {
    this.#wanted = wanted
    this.#length = length
    this.#limit = limit
  }

  note({item, name, order, extra}: Key<T>, away: number): void {
    let score = away + extra
    // What is not near by its letters alone is nearer the nearer it is in length.
    const apart = Math.abs(name.length - this.#length)
    if (score % 1) score += (0.2 * apart) / (apart + 1)
    const known = this.#found?.get(item)
    if (name === this.#wanted || (known && known.score <= score)) return
    this.#found ??= new Map()
    this.#found.set(item, {item, score, order: this.place * 2 ** 32 + order})
  }

  /** How far the last is that is good enough. */
  worst(): number {
    const limit = this.#limit
    return !this.#found || this.#found.size < limit ? far : (this.#sorted()[limit - 1]?.score ?? far)
  }

  best(): T[] {
    return this.#sorted()
      .slice(0, this.#limit)
      .map(({item}) => item)
  }

  #sorted(): Hit<T>[] {
    return !this.#found
      ? []
      : [...this.#found.values()].sort((a, b) => a.score - b.score || a.order - b.order)
  }
}

/** Note keys that are the path, its last part, or its folder, and, where wanted, those that it begins with or that begin with it. */
function noteAlike<T>(keys: readonly Key<T>[], path: string, beginnings: boolean, hits: Hits<T>): void {
  if (keys.length === 0) return
  const start = placeOf(keys, path)
  for (let at = start; at < start + maxLooks; at++) {
    const key = keys[at]
    if (key?.text === path) hits.note(key, 0)
    else if (!beginnings || !key?.text.startsWith(path)) break
    else if (!key.extra) hits.note(key, BEGINNING)
  }
  const file = lastPart(path, '/')
  if (file !== path) noteSame(keys, file, OTHER_FOLDER, hits)
  if (path.endsWith('/index')) noteSame(keys, path.slice(0, -'/index'.length), INDEX, hits)
  if (!beginnings) return
  // A beginning of the path that stands farther up is no longer than what the key above the last has in common with it.
  const least = Math.max(3, (path.length + 1) >> 1)
  const above = (place: number): number => sharedStart(keys[place - 1]?.text ?? '', path, path.length)
  let shared = above(start)
  while (shared >= least) shared = above(noteSame(keys, path.slice(0, shared), BEGINNING, hits))
}

/** Note keys with a text; gives the place where they stand or would stand. */
function noteSame<T>(keys: readonly Key<T>[], text: string, away: number, hits: Hits<T>): number {
  const start = placeOf(keys, text)
  for (let at = start; at < start + fewLooks; at++) {
    const key = keys[at]
    if (key?.text !== text) break
    if (away < BEGINNING || !key.extra) hits.note(key, away)
  }
  return start
}

function placeOf<T>(keys: readonly Key<T>[], text: string): number {
  return endOf(keys, 0, (other) => other < text)
}

/** Note keys that few edits make of the path. */
function noteEdits<T>(indexes: readonly NameIndex<T>[], path: string, most: number, hits: Hits<T>): void {
  const isPart = !/[/:.]/.test(path)
  const counts = ({extra}: Key<T>, edits: number): boolean =>
    !extra || (isPart && extra === LAST_PART && edits < most)
  const fewest = indexes.map(({forwards}) => fewestEdits(forwards, path, most, counts))
  // What is not found yet is as many edits away at least.
  for (let edits = Math.max(1, Math.min(...fewest)); edits <= most && hits.worst() >= edits; edits++) {
    const noted = (key: Key<T>, count: number): boolean => {
      if (counts(key, count)) hits.note(key, count)
      return hits.worst() <= edits
    }
    for (const [place, index] of indexes.entries()) {
      hits.place = place
      if ((fewest[place] ?? 0) > edits) continue
      // However the edits are spread, one half of the name has no more than half of them.
      noteEdited(index.forwards, path, edits, path.length >> 1, noted)
      noteEdited(index.backwards(), reversed(path), edits, (path.length + 1) >> 1, noted)
    }
  }
}
