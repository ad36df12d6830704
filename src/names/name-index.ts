/** Names made ready for finding near ones: in the order of their letters. */

/** Added to the score of a name that is asked for by its folder, or by its last part. */
export const INDEX = 0.5
export const LAST_PART = 0.75

/** Something by one of its names. */
export interface Key<T> {
  text: string
  item: T
  name: string
  /** Its place among the items. */
  order: number
  /** Added to the score: the text is not the whole name. */
  extra: number
  /** Which letters are in the text, and which twice: see {@link lettersOf}. */
  letters: number
  twice: number
}

/** Names in which near ones are found; made by {@link nameIndex}. */
export interface NameIndex<T> {
  /** In the order of their texts, so that keys which begin alike stand together. */
  readonly forwards: readonly Key<T>[]
  /** The same with texts turned round, for those that end alike; made when first asked for. */
  backwards(): readonly Key<T>[]
}

/**
 * Get names ready. Worth keeping where near ones are asked for often.
 *
 * @example
 * ```ts
 * nameIndex(['index', 'contribute'], (name) => name)
 * ```
 */
export function nameIndex<T>(items: Iterable<T>, nameOf: (item: T) => string): NameIndex<T> {
  const forwards: Key<T>[] = []
  let backwards: Key<T>[] | undefined
  let order = 0
  for (const item of items) {
    const name = nameOf(item)
    const add = (text: string, extra: number): void => {
      const [letters, twice] = lettersOf(text)
      forwards.push({text, item, name, order, extra, letters, twice})
    }
    const whole = withoutEnding(name.toLowerCase())
    const file = lastPart(whole, '/')
    const part = lastPart(lastPart(file, ':'), '.')
    add(whole, 0)
    if (file !== whole) add(file, LAST_PART)
    if (part !== file) add(part, LAST_PART)
    if (file === 'index' && file !== whole) add(whole.slice(0, -'/index'.length), INDEX)
    order++
  }
  forwards.sort(byText)
  return {
    forwards,
    backwards() {
      backwards ??= forwards.map((key) => ({...key, text: reversed(key.text)})).sort(byText)
      return backwards
    }
  }
}

/** Which letters are in a text, and which of them twice: sets with a bit for each thirty-second letter. */
export function lettersOf(text: string): [letters: number, twice: number] {
  let letters = 0
  let twice = 0
  for (let index = 0; index < text.length; index++) {
    const letter = 1 << (text.charCodeAt(index) & 31)
    twice |= letters & letter
    letters |= letter
  }
  return [letters, twice]
}

/** A name as it is compared: without the ending of a page. */
export function withoutEnding(name: string): string {
  return name.replace(/\.(?:md|rst|ipynb|html)$/, '')
}

/** What stands behind the last separator. */
export function lastPart(name: string, separator: string): string {
  return name.slice(name.lastIndexOf(separator) + 1)
}

/** A text turned round. */
export function reversed(text: string): string {
  return text.split('').reverse().join('')
}

function byText<T>(a: Key<T>, b: Key<T>): number {
  return a.text < b.text ? -1 : a.text > b.text ? 1 : a.order - b.order
}

/** The first place from `low` on where the test fails, which holds for none behind. */
export function endOf<T>(keys: readonly Key<T>[], low: number, holds: (text: string) => boolean): number {
  return endBetween(keys, low, keys.length, holds)
}

/** The same where it is most likely near: among many, few are asked. */
export function endNear<T>(keys: readonly Key<T>[], low: number, holds: (text: string) => boolean): number {
  let from = low
  for (let step = 1; from < keys.length; step *= 2) {
    const next = Math.min(from + step, keys.length)
    if (!holds(keys[next - 1]?.text ?? '')) return endBetween(keys, from, next - 1, holds)
    from = next
  }
  return from
}

function endBetween<T>(
  keys: readonly Key<T>[],
  low: number,
  high: number,
  holds: (text: string) => boolean
): number {
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(keys[middle]?.text ?? '')) low = middle + 1
    else high = middle
  }
  return low
}

/** How many letters two texts have in common at their start. */
export function sharedStart(a: string, b: string, most: number): number {
  let shared = 0
  while (shared < most && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++
  return shared
}
