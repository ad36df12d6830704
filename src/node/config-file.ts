/** `mystmark.config.json`: read strictly, each key for itself, so that one fault voids one key. */
import {LineCounter, parseDocument} from 'yaml'
import * as z from 'zod/mini'
import {didYouMean, type Fault, type Report} from '../ast/report.js'
import {suggest} from '../names/suggest.js'
import {configSchema, issueReason} from '../pipeline/options.js'

/** The name of the file, in the project's root. */
export const configFileName = 'mystmark.config.json'

const inventorySchema = z.strictObject({
  file: z.optional(z.string()),
  url: z.optional(z.string().check(z.regex(/^https?:\/\//i, 'write a http or https address'))),
  baseUrl: z.optional(z.string())
})

const shape = {
  ...configSchema.shape,
  /** Inventories by the key that authors use. */
  inventories: z.optional(z.record(z.string(), inventorySchema)),
  /** The folder that `mystmark build` writes, from the root. */
  out: z.optional(z.string())
}

const projectSchema = z.strictObject(shape)

/** Where an inventory is: a `file` of the project or a `url`, and the address of the documentation itself. */
export type InventorySource = z.output<typeof inventorySchema>

/** What `mystmark.config.json` may say: the configuration, inventories and the folder to build. */
export type ProjectFile = z.output<typeof projectSchema>

const known: Readonly<Record<string, z.ZodMiniType>> = shape

/**
 * Read the text of a configuration file. What is wrong is reported at its place; the rest counts.
 *
 * @example
 * parseConfig('{"titel": "Handbook"}', report) // {}, and: unknown key "titel"; did you mean "title"?
 */
export function parseConfig(text: string, report: Report): ProjectFile {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    report(syntaxFault(text, error))
    return {}
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    report({ruleId: 'config-syntax', reason: 'the configuration is no object: write `{"key": value}`'})
    return {}
  }
  const place = placesIn(text)
  const good: Record<string, unknown> = {}
  for (const [key, each] of Object.entries(value)) {
    const schema = Object.hasOwn(known, key) ? known[key] : undefined
    if (!schema) {
      const names = Object.keys(known)
      report({
        ruleId: 'unknown-config-key',
        reason: `unknown key "${key}"${didYouMean(suggest(key, names))} [keys: ${names.join(', ')}]`,
        position: place([key], true)
      })
      continue
    }
    const result = schema.safeParse(each)
    if (result.success) good[key] = each
    else {
      for (const issue of result.error.issues) {
        const path = [key, ...issue.path]
        report({
          ruleId: 'invalid-config-value',
          reason: `"${path.join('.')}": ${issueReason(issue)}`,
          position: place(path, false)
        })
      }
    }
  }
  const result = projectSchema.safeParse(good)
  return result.success ? result.data : {}
}

function syntaxFault(text: string, error: unknown): Fault {
  const reason = `the configuration is not good JSON: ${error instanceof Error ? error.message : String(error)}`
  const lines = new LineCounter()
  const [wrong] = parseDocument(text, {lineCounter: lines, prettyErrors: false, logLevel: 'silent'}).errors
  return {ruleId: 'config-syntax', reason, ...(wrong && {position: between(lines, ...wrong.pos)})}
}

/** Finds where a key, or its value, is written; JSON is YAML, whose reader keeps places. */
function placesIn(text: string) {
  const lines = new LineCounter()
  const document = parseDocument(text, {lineCounter: lines, logLevel: 'silent'})
  return (path: readonly PropertyKey[], atKey: boolean) => {
    const parent = document.getIn(path.slice(0, -1), true)
    const container = path.length === 1 ? document.contents : parent
    const last = String(path.at(-1))
    const range = atKey
      ? keyRange(container, last)
      : (valueRange(container, last) ?? keyRange(container, last))
    return range && between(lines, range[0], range[1])
  }
}

type Range = [number, number, number]

function pairOf(container: unknown, key: string): {key: unknown; value: unknown} | undefined {
  if (typeof container !== 'object' || container === null || !('items' in container)) return undefined
  const {items} = container
  if (!Array.isArray(items)) return undefined
  const list: unknown[] = items
  for (const [index, item] of list.entries()) {
    if (typeof item !== 'object' || item === null) continue
    if (!('key' in item) || !('value' in item)) {
      if (String(index) === key) return {key: item, value: item}
      continue
    }
    const name = item.key
    if (typeof name === 'object' && name !== null && 'value' in name && name.value === key) {
      return {key: name, value: item.value}
    }
  }
  return undefined
}

const keyRange = (container: unknown, key: string): Range | undefined => rangeOf(pairOf(container, key)?.key)
const valueRange = (container: unknown, key: string): Range | undefined =>
  rangeOf(pairOf(container, key)?.value)

function rangeOf(node: unknown): Range | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined
  const {range} = node
  if (!Array.isArray(range)) return undefined
  const [start, end, after]: unknown[] = range
  return typeof start === 'number' && typeof end === 'number' && typeof after === 'number'
    ? [start, end, after]
    : undefined
}

function between(lines: LineCounter, from: number, to: number) {
  const at = (offset: number) => {
    const {line, col} = lines.linePos(offset)
    return {line, column: col, offset}
  }
  return {start: at(from), end: at(Math.max(from, to))}
}
