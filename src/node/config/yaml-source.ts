/** Configuration in YAML, and in JSON, which is YAML to the reader that keeps places. */
import type {Position} from 'unist'
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  type ScalarTag,
  visit,
  type YAMLMap
} from 'yaml'
import {type ConfigSource, isRecord, type Path, type Tell} from './source.js'

/** Aliases can make a short text huge. */
const maxAliasCount = 100

/** Who walks the values calls itself for each level. */
const maxDepth = 100
const tooDeep = `its values stand more than ${maxDepth} deep in each other`

/** The value holds itself nowhere. */
function isTooDeep(value: unknown): boolean {
  let level = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) return true
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []))
  }
  return false
}

const boolean = (value: boolean, test: RegExp): ScalarTag => ({
  tag: 'tag:yaml.org,2002:bool',
  default: true,
  identify: (each) => each === value,
  test,
  resolve: () => value
})

const spokenBooleans = [
  boolean(true, /^(?:yes|Yes|YES|on|On|ON)$/),
  boolean(false, /^(?:no|No|NO|off|Off|OFF)$/)
]

interface ReadOptions {
  file: string
  tell: Tell
  /** Whether `yes`, `no`, `on` and `off` are true and false, as Python's tools read them. */
  words?: boolean
  /** Whether a list may stand at the top. */
  list?: boolean
}

/**
 * Read a YAML file. What is wrong is said at its place; what could be read counts.
 *
 * @returns `undefined` where there is nothing to read. A list at the top stands under the key `''`.
 */
export function readYamlSource(
  whole: string,
  {file, tell, words = false, list = false}: ReadOptions
): ConfigSource | undefined {
  const text = whole.replace(/^\uFEFF/, '')
  const lines = new LineCounter()
  const wrong = (reason: string, position?: Position): void =>
    tell(file, {ruleId: 'config-syntax', reason, ...(position ? {position} : {})})
  let document: Document
  let value: unknown
  try {
    document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'silent',
      // The library compares each key with every other; see `repeatedKeys`.
      uniqueKeys: false,
      merge: true,
      ...(words ? {customTags: (tags) => [...tags, ...spokenBooleans]} : {})
    })
    value = document.toJS({maxAliasCount})
  } catch (error) {
    // Too deep, or an alias that unfolds without end.
    wrong(`the file cannot be read: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
  if (isCircular(value)) {
    wrong('the file cannot be read: an alias leads back to what it stands in')
    return undefined
  }
  if (isTooDeep(value)) {
    wrong(`the file cannot be read: ${tooDeep}`)
    return undefined
  }
  for (const error of document.errors)
    wrong(`the file is not good YAML: ${error.message}`, between(text, lines, ...error.pos))
  for (const at of repeatedKeys(document))
    wrong('the file is not good YAML: Map keys must be unique', between(text, lines, at, at + 1))
  const place = placesIn(text, document, lines)
  if (list && Array.isArray(value))
    return {file, value: {'': value}, place: (path, atKey) => place(path.slice(1), atKey)}
  if (isRecord(value)) return {file, value, place}
  if (value !== null && value !== undefined && document.errors.length === 0)
    wrong('the file is no list of keys: write `key: value` lines', place([]))
  return undefined
}

/** Whether a value holds itself. Linear: what was looked at is not looked at again. */
function isCircular(value: unknown): boolean {
  const above = new Set<object>()
  const done = new Set<object>()
  const visit = (each: unknown): boolean => {
    if (typeof each !== 'object' || each === null || done.has(each)) return false
    if (above.has(each)) return true
    above.add(each)
    const found = Object.values(each).some(visit)
    above.delete(each)
    done.add(each)
    return found
  }
  return visit(value)
}

/** Read a JSON file. */
export function readJsonSource(text: string, {file, tell}: ReadOptions): ConfigSource | undefined {
  const lines = new LineCounter()
  const source = text.replace(/^\uFEFF/, '')
  const document = parseDocument(source, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'silent',
    uniqueKeys: false
  })
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch (error) {
    const [wrong] = document.errors
    tell(file, {
      ruleId: 'config-syntax',
      reason: `the configuration is not good JSON: ${error instanceof Error ? error.message : String(error)}`,
      ...(wrong && {position: between(source, lines, ...wrong.pos)})
    })
    return undefined
  }
  if (isTooDeep(value)) {
    tell(file, {ruleId: 'config-syntax', reason: `the configuration cannot be read: ${tooDeep}`})
    return undefined
  }
  if (isRecord(value)) return {file, value, place: placesIn(source, document, lines)}
  tell(file, {ruleId: 'config-syntax', reason: 'the configuration is no object: write `{"key": value}`'})
  return undefined
}

/** Finds where a key, or its value, is written. */
function placesIn(text: string, document: Document, lines: LineCounter): ConfigSource['place'] {
  return (path: Path, atKey = false) => {
    let node: unknown = document.contents
    let range = isNode(node) ? node.range : undefined
    for (const [depth, step] of path.entries()) {
      if (isAlias(node)) node = node.resolve(document)
      let found: unknown
      if (isMap(node)) {
        const pair = pairsOf(node).get(String(step))
        const value = pair?.value
        const key = isNode(pair?.key) ? pair.key.range : undefined
        // What is said of a key with a whole block below it stands at the key.
        range = (depth === path.length - 1 && atKey ? key : rangeOf(value)) ?? key ?? range
        if (!pair) break
        found = value
      } else if (isSeq(node)) {
        found = node.items[Number(step)]
        range = rangeOf(found) ?? range
        if (found === undefined) break
      } else break
      node = found
    }
    return range ? between(text, lines, range[0], range[1]) : undefined
  }
}

/** Where a mapping has a key once more. */
function repeatedKeys(document: Document): number[] {
  const out: number[] = []
  visit(document, {
    Map(_, map) {
      const seen = new Set<unknown>()
      for (const {key} of map.items) {
        if (!isScalar(key) || key.value === '<<') continue
        if (seen.has(key.value)) out.push(key.range?.[0] ?? 0)
        seen.add(key.value)
      }
    }
  })
  return out
}

const known = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>()

/** The last of each name, which counts. */
function pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
  const old = known.get(map)
  if (old) return old
  const pairs = new Map<string, Pair>()
  for (const pair of map.items) {
    const name = isScalar(pair.key) ? String(pair.key.value) : undefined
    if (name !== undefined) pairs.set(name, pair)
  }
  known.set(map, pairs)
  return pairs
}

function rangeOf(value: unknown): [number, number, number] | undefined {
  return isNode(value) && value.range ? value.range : undefined
}

/** A block ends before the line break behind it. */
function between(text: string, lines: LineCounter, from: number, to: number): Position {
  const at = (offset: number) => {
    const {line, col} = lines.linePos(offset)
    return {line, column: col, offset}
  }
  return {start: at(from), end: at(from + text.slice(from, to).trimEnd().length)}
}
