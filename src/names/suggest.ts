/** Near names, found without asking each name how far it is. */

// Each edit scores 1. Between the others a quarter is left for the nearest in length to come first.
const INDEX = 0.5
const LAST_PART = 0.75
const OTHER_FOLDER = 1.2
const BEGINNING = 2.5

/** So many keys are looked at for one kind of nearness: one miss costs the same among many names as among some. */
const maxLooks = 600

/** After so many, as many names as asked for are enough, where none that is left can be nearer. */
const fewLooks = 60

/** So many are kept of one set of names. */
const maxAnswers = 200

/** Nobody writes a name that is longer. */
const maxLength = 300

const far = Number.POSITIVE_INFINITY

/** Something by one of its names. */
interface Key<T> {
  text: string
  item: T
  name: string
  /** Its place among the items. */
  order: number
  /** Added to the score: the text is not the whole name. */
  extra: number
  /** Which letters are in it, a bit for each thirty-second; counted where it is asked for. */
  letters?: number
}

/** Names in which near ones are found; made by {@link nameIndex}. */
export interface NameIndex<T> {
  /** In the order of their texts, so that keys which begin alike stand together. */
  readonly forwards: readonly Key<T>[]
  /** The same with texts turned round, for those that end alike. */
  readonly backwards: readonly Key<T>[]
}

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
 * Get names ready for {@link nearest}. Worth keeping where it is asked often.
 *
 * @example
 * ```ts
 * nameIndex(['index', 'contribute'], (name) => name)
 * ```
 */
export function nameIndex<T>(items: Iterable<T>, nameOf: (item: T) => string): NameIndex<T> {
  const forwards: Key<T>[] = []
  const backwards: Key<T>[] = []
  let order = 0
  for (const item of items) {
    const name = nameOf(item)
    const add = (text: string, extra: number): void => {
      const key = {item, name, order, extra}
      forwards.push({...key, text})
      backwards.push({...key, text: reversed(text)})
    }
    const whole = withoutEnding(name.toLowerCase())
    const file = lastPart(whole, /\//)
    const part = lastPart(file, /[:.]/)
    add(whole, 0)
    if (file !== whole) add(file, LAST_PART)
    if (part !== file) add(part, LAST_PART)
    if (file === 'index' && file !== whole) add(whole.slice(0, -'/index'.length), INDEX)
    order++
  }
  return {forwards: forwards.sort(byText), backwards: backwards.sort(byText)}
}

/**
 * A way to ask for near names again and again; they are made ready when it is asked first.
 *
 * @example
 * ```ts
 * const near = suggester(() => ['index', 'contribute'])
 * near('contribte') // ['contribute']
 * ```
 */
export function suggester(names: () => Iterable<string>): (wanted: string) => string[] {
  let index: NameIndex<string> | undefined
  /** What is missing is often missing again. */
  const answers = new Map<string, readonly string[]>()
  return (wanted) => {
    const known = answers.get(wanted)
    if (known) return [...known]
    index ??= nameIndex(new Set(names()), (name) => name)
    const near = nearest(wanted, [index])
    if (answers.size >= maxAnswers) answers.clear()
    answers.set(wanted, [...near])
    return near
  }
}

/** What the names nearest to `wanted` stand for, best first; of equals what stands in the first index comes first. */
export function nearest<T>(wanted: string, given: readonly NameIndex<T>[], limit = 3): T[] {
  const indexes = given.filter(({forwards}) => forwards.length > 0)
  if (indexes.length === 0) return []
  const path = withoutEnding(wanted.trim().toLowerCase()).replace(/^(?:\.{0,2}\/)+/, '')
  const hits = new Map<T, {item: T; score: number; order: number}>()
  const note = ({item, name, order, extra}: Key<T>, away: number, place: number): void => {
    let score = away + extra
    // What is not near by its letters alone is nearer the nearer it is in length.
    const apart = Math.abs(name.length - path.length)
    if (score % 1) score += (0.2 * apart) / (apart + 1)
    if (name !== wanted && score < (hits.get(item)?.score ?? far))
      hits.set(item, {item, score, order: place * 2 ** 32 + order})
  }
  const best = () => [...hits.values()].sort((a, b) => a.score - b.score || a.order - b.order).slice(0, limit)
  const worst = () => best()[limit - 1]?.score ?? far

  const {length} = path
  const most = length < 3 || length > maxLength ? 0 : Math.min(3, Math.ceil(length / 5))
  /** Texts of which the very same counts. */
  const same = new Map<string, number>()
  if (most)
    for (let end = Math.max(3, (length + 1) >> 1); end < length; end++)
      same.set(path.slice(0, end), BEGINNING)
  same
    .set(lastPart(path, /\//), OTHER_FOLDER)
    .set(path.replace(/\/index$/, ''), INDEX)
    .set(path, 0)
  for (const [place, {forwards}] of path ? indexes.entries() : []) {
    for (const [text, away] of same) {
      const start = endOf(forwards, 0, (other) => other < text)
      for (const key of forwards.slice(start, start + (away ? fewLooks : maxLooks))) {
        const begins = key.text !== text
        if (begins && (away || !most || !key.text.startsWith(text))) break
        const score = begins ? BEGINNING : away
        if (score < BEGINNING || !key.extra) note(key, score, place)
      }
    }
  }
  const isPart = !/[/:.]/.test(path)
  // What is not found yet is as many edits away at least.
  for (let edits = 1; edits <= most && worst() >= edits; edits++) {
    for (const [place, {forwards, backwards}] of indexes.entries()) {
      if (!mayHold(forwards, path, edits)) continue
      const noted = (key: Key<T>, count: number): boolean => {
        if (!key.extra || (isPart && key.extra === LAST_PART && count < most)) note(key, count, place)
        return worst() <= edits
      }
      // However the edits are spread, one half of the name has no more than half of them.
      noteEdited(forwards, path, edits, length >> 1, noted)
      noteEdited(backwards, reversed(path), edits, (length + 1) >> 1, noted)
    }
  }
  return best().map(({item}) => item)
}

function withoutEnding(name: string): string {
  return name.replace(/\.(?:md|rst|ipynb|html)$/, '')
}

function lastPart(name: string, separator: RegExp): string {
  return name.split(separator).at(-1) ?? name
}

function reversed(text: string): string {
  return text.split('').reverse().join('')
}

function byText<T>(a: Key<T>, b: Key<T>): number {
  return a.text < b.text ? -1 : a.text > b.text ? 1 : a.order - b.order
}

/** The first place from `low` on where the test fails, which holds for none behind. */
function endOf<T>(keys: readonly Key<T>[], low: number, holds: (text: string) => boolean): number {
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(keys[middle]?.text ?? '')) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Whether a text may be so few edits away from one of some keys, by their lengths and letters: most are not. An edit
 * brings one letter and takes one.
 */
function mayHold<T>(keys: readonly Key<T>[], text: string, edits: number): boolean {
  if (keys.length > maxLooks) return true
  const letters = lettersOf(text)
  return keys.some((key) => {
    if (Math.abs(key.text.length - text.length) > edits) return false
    key.letters ??= lettersOf(key.text)
    let differing = key.letters ^ letters
    let bits = 0
    for (; differing !== 0 && bits <= 2 * edits; bits++) differing &= differing - 1
    return bits <= 2 * edits
  })
}

function lettersOf(text: string): number {
  let letters = 0
  for (let index = 0; index < text.length; index++) letters |= 1 << (text.charCodeAt(index) & 31)
  return letters
}

/** How many letters two texts have in common at their start. */
function sharedStart(a: string, b: string, most: number): number {
  let shared = 0
  while (shared < most && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++
  return shared
}

/**
 * Keys at most `most` edits away: a letter added, dropped or changed, or two neighbours swapped. The first `half` letters
 * may have no more than half of the edits. `note` says whether there are enough.
 *
 * The keys are walked in their order with the textbook's table, a row for each letter and in it only what is near the
 * diagonal. Rows of letters that a key has in common with the one before stay, and a row says which letters may
 * follow: keys with others there are passed over together.
 */
function noteEdited<T>(
  keys: readonly Key<T>[],
  text: string,
  most: number,
  half: number,
  note: (key: Key<T>, edits: number) => boolean
): void {
  const width = 2 * most + 1
  const limit = (x: number): number => (x < half ? most >> 1 : most)
  // Each row has one cell more than it needs, which is too far, as are the two rows before the first.
  const step = width + 1
  const tooFar = most + 1
  const table = new Int8Array((text.length + width + 3) * step).fill(tooFar)
  table[step + most] = -1
  /** By row, the letters that may follow; left out where any may. */
  const following: (number[] | undefined)[] = []
  const fill = (letters: string, y: number): number[] | undefined => {
    const letter = letters.charCodeAt(y - 1)
    const letterBefore = letters.charCodeAt(y - 2)
    const follow: number[] = []
    let any = false
    let cost = tooFar
    for (let index = 0; index < width; index++) {
      const x = y + index - most
      const at = (y + 2) * step + index
      const other = text.charCodeAt(x - 1)
      const next = text.charCodeAt(x)
      const change = table[at - step] ?? tooFar
      const same = letter === other ? change : change + 1
      cost = Math.min(cost + 1, (table[at - step + 1] ?? tooFar) + 1, same)
      if (letterBefore === other && letter === text.charCodeAt(x - 2))
        cost = Math.min(cost, (table[at - 2 * step] ?? tooFar) + 1)
      if (x < 0 || x > text.length || cost > limit(x)) cost = tooFar
      table[at] = cost
      if (cost < limit(x + 1)) any = true
      else if (cost < tooFar) follow.push(next)
      // The first half of a swap.
      if (letter === next && change < limit(x + 1)) follow.push(other)
    }
    return any ? undefined : follow
  }
  following[0] = fill('', 0)
  let shared = 0
  let at = 0
  for (let look = 0; look < maxLooks; look++) {
    const key = keys[at++]
    if (!key) return
    const letters = key.text
    let y = shared
    let follow = following[y]
    while (y < letters.length && (!follow || follow.includes(letters.charCodeAt(y)))) {
      follow = fill(letters, ++y)
      following[y] = follow
    }
    if (y === letters.length) {
      const index = text.length - y + most
      const edits = index < 0 || index >= width ? tooFar : (table[(y + 2) * step + index] ?? tooFar)
      if (edits <= most && note(key, edits) && look > fewLooks) return
    } else {
      // On to the next letter that may stand here.
      const start = letters.slice(0, y)
      const later = Math.min(...(follow ?? []).filter((each) => each > letters.charCodeAt(y)))
      at = endOf(keys, at, (other) => other.startsWith(start) && other.charCodeAt(y) < later)
    }
    shared = sharedStart(letters, keys[at]?.text ?? '', y)
  }
}
