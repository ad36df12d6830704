/** The grammar of citations, as Pandoc has it and mystmd reads it. */

/** One work of a citation; offsets count from the start of the source. */
export interface CitedWork {
  key: string
  keyStart: number
  keyEnd: number
  /** `-@key`: the year alone. */
  yearOnly: boolean
  /** Where `@key` begins and ends, with braces and hyphen. */
  start: number
  end: number
  /** What stands before and behind it, without the white space around it and the comma before the suffix. */
  prefix?: Words
  suffix?: Words
}

/** Words of a citation as written, with their place. */
export interface Words {
  text: string
  start: number
  end: number
}

const bareKey = /[\p{L}\p{N}_]+(?:[:.#$%&\-+?<>~/]+[\p{L}\p{N}_]+)*/uy
const bracedKey = /\{([^{}\r\n]+)\}/y

/**
 * Whether an `@` behind this character may begin a citation: not in words, addresses and paths.
 *
 * @example
 * mayCiteAfter('m') // false, as in me@example.org
 */
export function mayCiteAfter(previous: string): boolean {
  return !/[\p{L}\p{N}.@/:=&#%+?~\\]/u.test(previous)
}

/**
 * Read `@key` or `@{any key}`.
 *
 * @param at where the `@` stands.
 * @example
 * parseCitationKey('@smith:2020.', 0) // {key: 'smith:2020', keyStart: 1, keyEnd: 11, end: 11}
 */
export function parseCitationKey(
  source: string,
  at: number
): Pick<CitedWork, 'key' | 'keyStart' | 'keyEnd' | 'end'> | undefined {
  const braced = source[at + 1] === '{'
  const pattern = braced ? bracedKey : bareKey
  pattern.lastIndex = at + 1
  const match = pattern.exec(source)
  if (!match) return
  const end = pattern.lastIndex
  if (!braced) return {key: match[0], keyStart: at + 1, keyEnd: end, end}
  const words = trimmed(source, at + 2, end - 1)
  return words && {key: words.text, keyStart: words.start, keyEnd: words.end, end}
}

/**
 * Read a citation that is a part of the sentence: `@key`, with `[suffix]` behind it.
 *
 * @returns `undefined` where the source does not begin with one.
 * @example
 * parseNarrative('@key [p. 3] says')?.suffix // {text: 'p. 3', start: 6, end: 10}
 */
export function parseNarrative(source: string): CitedWork | undefined {
  const key = parseCitationKey(source, 0)
  if (!key) return
  const work: CitedWork = {...key, yearOnly: false, start: 0}
  const [all, space = '', inner = ''] =
    /^([ \t]*)\[((?:[^\\[\]]|\\[\s\S])*)\](?![([])/.exec(source.slice(key.end)) ?? []
  const from = key.end + space.length + 1
  const suffix =
    all === undefined || inner.includes('@') ? undefined : trimmed(source, from, from + inner.length)
  return suffix && !suffix.text.startsWith('^') ? {...work, suffix, end: key.end + (all?.length ?? 0)} : work
}

/**
 * Read what stands in brackets: works between semicolons, each with an `@`.
 *
 * @param from where the first of them begins.
 * @returns `undefined` where a part has none: then the brackets are no citation.
 * @example
 * parseCitationGroup('see @a, p. 3; -@b')?.map((work) => work.key) // ['a', 'b']
 */
export function parseCitationGroup(source: string, from = 0): CitedWork[] | undefined {
  if (source[from] === '^') return
  const works: CitedWork[] = []
  let start = from
  for (const part of source.slice(from).split(';')) {
    const work = parseWork(source, start, start + part.length)
    if (!work) return
    works.push(work)
    start += part.length + 1
  }
  return works
}

function parseWork(source: string, start: number, end: number): CitedWork | undefined {
  const part = source.slice(0, end)
  for (let at = part.indexOf('@', start); at !== -1; at = part.indexOf('@', at + 1)) {
    const yearOnly = at > start && part[at - 1] === '-'
    const from = yearOnly ? at - 1 : at
    const key = from === start || mayCiteAfter(part[from - 1] ?? '') ? parseCitationKey(part, at) : undefined
    if (!key) continue
    const comma = /^\s*,/.exec(part.slice(key.end))?.[0].length ?? 0
    const prefix = trimmed(source, start, from)
    const suffix = trimmed(source, key.end + comma, end)
    return {...key, yearOnly, start: from, ...(prefix ? {prefix} : {}), ...(suffix ? {suffix} : {})}
  }
  return
}

function trimmed(source: string, start: number, end: number): Words | undefined {
  const inner = source.slice(start, end)
  const text = inner.trim()
  if (!text) return
  const from = start + inner.length - inner.trimStart().length
  return {text: text.replace(/(?<!\s)\s*[\r\n]\s*/g, ' '), start: from, end: from + text.length}
}
