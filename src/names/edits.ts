/** Names that are a few edits away: a letter added, dropped or changed, or two neighbours swapped. */
import {endNear, type Key, lettersOf, sharedStart} from './name-index.js'

/** So many keys are looked at for one kind of nearness: one miss costs the same among many names as among some. */
export const maxLooks = 600

/** After so many, as many names as asked for are enough, where none that is left can be nearer. */
export const fewLooks = 60

/**
 * The fewest edits that one of some keys may be away, by their lengths and letters: most are too many, so that no more
 * need be asked. An edit adds a letter, or drops one, or does both.
 *
 * @param counts whether a key is one to look at, if it may be so near.
 */
export function fewestEdits<T>(
  keys: readonly Key<T>[],
  text: string,
  most: number,
  counts: (key: Key<T>, edits: number) => boolean
): number {
  if (keys.length > maxLooks) return 0
  const [letters, twice] = lettersOf(text)
  let fewest = most + 1
  for (const key of keys) {
    const longer = Math.abs(key.text.length - text.length)
    if (longer >= fewest) continue
    const differing = bits(key.letters ^ letters) + bits(key.twice ^ twice)
    const edits = Math.max(longer, (differing + longer + 1) >> 1)
    if (edits < fewest && counts(key, edits)) fewest = edits
  }
  return fewest
}

function bits(set: number): number {
  let count = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) count++
  return count
}

/**
 * Keys at most `most` edits away: a letter added, dropped or changed, or two neighbours swapped. The first `half` letters
 * may have no more than half of the edits. `note` says whether there are enough.
 *
 * The keys are walked in their order with the textbook's table, a row for each letter and in it only what is near the
 * diagonal. Rows of letters that a key has in common with the one before stay, and a row says which letters may
 * follow: keys with others there are passed over together.
 */
export function noteEdited<T>(
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
      at = endNear(keys, at, (other) => other.startsWith(start) && other.charCodeAt(y) < later)
    }
    shared = sharedStart(letters, keys[at]?.text ?? '', y)
  }
}
