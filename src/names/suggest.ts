interface Hit {
  name: string
  score: number
}

// Each edit scores 1. Between the others a quarter is left for the nearest in length to come first.
const SAME = 0
const INDEX = 0.5
const LAST_SEGMENT = 0.75
const PREFIX = 2.5

/**
 * The names that somebody who wrote `wanted` may have meant, best first.
 *
 * Near are names with few letters added, dropped, changed or swapped (the longer the name the more of them), the
 * same path elsewhere or as a folder's `index`, the same last part of a dotted, colon or slash name, and names that
 * begin alike. Letter case does not count. `wanted` itself is never suggested.
 *
 * @example
 * ```ts
 * suggest('contribte', ['index', 'contribute']) // ['contribute']
 * suggest('team', ['about', 'team/index']) // ['team/index']
 * ```
 */
export function suggest(wanted: string, candidates: Iterable<string>, limit = 3): string[] {
  const rate = ratingFor(wanted)
  const hits: Hit[] = []
  if (limit < 1 || rate === undefined) return []
  for (const name of candidates) {
    // Once there are enough, a name has to beat the last of them, which narrows the search as it goes.
    const worst = hits.length < limit ? Number.POSITIVE_INFINITY : (hits.at(-1)?.score ?? SAME)
    if (worst === SAME) break
    if (name === wanted) continue
    const score = rate(name, worst)
    if (score >= worst || hits.some((d) => d.name === name)) continue
    const after = hits.findIndex((d) => d.score > score)
    hits.splice(after === -1 ? hits.length : after, 0, {name, score})
    if (hits.length > limit) hits.pop()
  }
  return hits.map((d) => d.name)
}

type Rate = (name: string, worst: number) => number

function ratingFor(wanted: string): Rate | undefined {
  const lower = wanted.trim().toLowerCase()
  const extension = /\.(?:md|rst|ipynb|html)$/.exec(lower)?.[0] ?? ''
  const path = lower.replace(/^(?:\.{0,2}\/)+/, '').slice(0, extension ? -extension.length : undefined)
  if (path === '') return undefined
  const folder = path.endsWith('/index') ? path.slice(0, -'/index'.length) : path
  const segment = path.slice(path.lastIndexOf('/') + 1)
  const isSegment = !/[/:.]/.test(path)
  const edits = editsFrom(path)
  const most = path.length < 3 ? 0 : Math.min(3, Math.ceil(path.length / 5))

  return (candidate, worst) => {
    const written = candidate.toLowerCase()
    const name = extension && written.endsWith(extension) ? written.slice(0, -extension.length) : written
    const apart = Math.abs(name.length - path.length)
    const nudge = (0.2 * apart) / (apart + 1)
    if (name === path) return SAME
    if (
      name === folder ||
      (name.length === path.length + 6 && name.endsWith('/index') && name.startsWith(path))
    ) {
      return INDEX + nudge
    }
    const endsAlike =
      segment.length > 1 && name.endsWith(segment) && isSeparator(name, name.length - segment.length - 1)
    if (endsAlike && isSegment) return LAST_SEGMENT + nudge
    const bound = Math.min(most, worst)
    let score = edits(name, bound)
    if (endsAlike) score = Math.min(score, 1 + LAST_SEGMENT)
    if (score > bound && isSegment) {
      const start = Math.max(name.lastIndexOf('/'), name.lastIndexOf(':'), name.lastIndexOf('.')) + 1
      if (start > 0) score = edits(name.slice(start), bound - LAST_SEGMENT) + LAST_SEGMENT
    }
    return score > PREFIX && beginAlike(name, path) ? PREFIX + nudge : score
  }
}

const isSeparator = (name: string, at: number) => at >= 0 && '/:.'.includes(name.charAt(at))

function beginAlike(name: string, path: string): boolean {
  if (path.length >= 3 && name.startsWith(path)) return true
  return name.length >= 3 && name.length * 2 >= path.length && path.startsWith(name)
}

/**
 * Counts the edits (a letter added, dropped, changed; two neighbours swapped) from one text to others. More than
 * `bound` of them are infinitely many: only the table's cells within `bound` of its diagonal are filled in.
 */
function editsFrom(text: string): (other: string, bound: number) => number {
  const far = Number.POSITIVE_INFINITY
  let before: number[] = []
  let last: number[] = []
  let row: number[] = []
  const letters = new Int32Array(32)
  for (let index = 0; index < text.length; index++) count(letters, text.charCodeAt(index), 1)
  const left = new Int32Array(32)

  return (other, bound) => {
    if (Math.abs(text.length - other.length) > bound) return far
    // Each letter that the text has not, or not as often, is an edit: most names are far by their letters alone.
    left.set(letters)
    let more = 0
    for (let index = 0; index < other.length; index++)
      if (count(left, other.charCodeAt(index), -1) < 0 && ++more > bound) return far
    let lead = 0
    while (lead < text.length && text.charCodeAt(lead) === other.charCodeAt(lead)) lead++
    let tail = 0
    const shortest = Math.min(text.length, other.length) - lead
    while (
      tail < shortest &&
      text.charCodeAt(text.length - 1 - tail) === other.charCodeAt(other.length - 1 - tail)
    ) {
      tail++
    }
    const width = text.length - lead - tail
    const height = other.length - lead - tail
    if (width === 0 || height === 0) return width + height

    const band = Math.floor(bound)
    for (let x = 0; x <= Math.min(width, band); x++) last[x] = x
    last[band + 1] = far
    let leastBefore = 0
    for (let y = 1; y <= height; y++) {
      const from = Math.max(1, y - band)
      const to = Math.min(width, y + band)
      const letter = other.charCodeAt(lead + y - 1)
      row[from - 1] = from === 1 ? y : far
      let least = row[from - 1] ?? far
      for (let x = from; x <= to; x++) {
        let cost = last[x - 1] ?? far
        if (letter !== text.charCodeAt(lead + x - 1)) {
          cost = 1 + Math.min(cost, last[x] ?? far, row[x - 1] ?? far)
          if (
            x > 1 &&
            y > 1 &&
            letter === text.charCodeAt(lead + x - 2) &&
            other.charCodeAt(lead + y - 2) === text.charCodeAt(lead + x - 1)
          ) {
            cost = Math.min(cost, 1 + (before[x - 2] ?? far))
          }
        }
        row[x] = cost
        if (cost < least) least = cost
      }
      row[to + 1] = far
      // A swap reaches two rows back, so two hopeless rows end it.
      if (least > bound && leastBefore > bound) return far
      leastBefore = least
      const free = before
      before = last
      last = row
      row = free
    }
    const cost = last[width] ?? far
    return cost > bound ? far : cost
  }
}

/** Letters whose codes are 32 apart are counted as one. */
function count(counts: Int32Array, letter: number, by: 1 | -1): number {
  const sum = (counts[letter & 31] ?? 0) + by
  counts[letter & 31] = sum
  return sum
}
