/** Schemas of option values: each takes the written string. Rules are docutils' and sphinx-design's converters. */
import * as z from 'zod/mini'
import {didYouMean} from '../ast/report.js'
import {designColors} from '../names/design-colors.js'
import {normalizeClassNames} from '../names/labels.js'
import {suggest} from '../names/suggest.js'
import {readLength} from '../names/values.js'

/**
 * A schema that reads a string.
 *
 * @param read gives the value, or `undefined` where the string is none.
 * @param wanted says what would be right, for the message.
 */
export function reading<T>(
  read: (value: string) => T | undefined,
  wanted: string | ((value: string) => string)
): z.ZodMiniType<T, string> {
  const schema = z.pipe(
    z.string(),
    z.transform((value: string, context): T => {
      const result = read(value)
      if (result !== undefined) return result
      const hint = typeof wanted === 'string' ? wanted : wanted(value)
      context.issues.push({
        code: 'custom',
        input: value,
        message: value ? `"${value}" is not ${hint}` : `a value is missing (${hint})`
      })
      return z.NEVER
    })
  )
  wantedBy.set(schema, typeof wanted === 'string' ? wanted : wanted(''))
  return schema
}

/** What each schema of {@link reading} wants. */
const wantedBy = new WeakMap<object, string>()

/**
 * What would be right for a schema, as the reference page and messages say it.
 *
 * @example
 * describeOption(z.optional(flag)) // 'a flag'
 */
export function describeOption(schema: z.core.$ZodType): string | undefined {
  if (schema instanceof z.ZodMiniOptional) return describeOption(schema.def.innerType)
  return wantedBy.get(schema) ?? (schema instanceof z.ZodMiniPipe ? describeOption(schema.def.in) : undefined)
}

/** Any text, trimmed. */
export const text = reading((value) => value.trim(), 'a text')

/** Present or not; the value does not matter, but for `false` and `no`. */
export const flag = reading((value) => !/^(?:false|no|0)$/i.test(value.trim()), 'a flag')

/** One of some words. */
export function oneOf<const T extends string>(...choices: readonly T[]): z.ZodMiniType<T, string> {
  return reading(
    (value) => choices.find((choice) => choice === value.trim().toLowerCase()),
    (value) => `one of ${choices.join(', ')}${didYouMean(suggest(value, choices))}`
  )
}

/** Class names, normalised as docutils does. */
export const classList = reading(
  (value) => normalizeClassNames(value).join(' ') || undefined,
  'a list of class names'
)

/** A whole number in a range. */
export function integer(min: number, max = Number.POSITIVE_INFINITY): z.ZodMiniType<number, string> {
  return reading(
    (value) =>
      /^\d+$/.test(value.trim()) && Number(value) >= min && Number(value) <= max ? Number(value) : undefined,
    max === Number.POSITIVE_INFINITY ? `a number of at least ${min}` : `a number from ${min} to ${max}`
  )
}

/** A CSS length or percentage; a bare number counts pixels. */
export const length = reading(readLength, 'a length such as 200px, 50% or 12em')

/** A percentage, with or without its sign. */
export const percentage = reading((value) => {
  const match = /^(\d{1,6})\s*%?$/.exec(value.trim())
  return match ? Number(match[1]) : undefined
}, 'a percentage')

/** One of the colours of sphinx-design. */
export const color = oneOf(...designColors)

export const alignment = oneOf('left', 'center', 'right')

/**
 * One value for all widths of the window or four for extra small, small, medium and large, as class names.
 *
 * @param prefix as `sd-col-`.
 * @param accept what each value may be.
 */
export function responsive(
  prefix: string,
  accept: (value: string) => boolean,
  wanted: string
): z.ZodMiniType<string, string> {
  return reading(
    (value) => responsiveClasses(value, prefix, accept),
    `1 or 4 values (xs sm md lg), each ${wanted}`
  )
}

/** The class names of {@link responsive}, or `undefined` for anything else. */
export function responsiveClasses(
  value: string,
  prefix: string,
  accept: (value: string) => boolean
): string | undefined {
  const values = value.trim().split(/\s+/)
  if ((values.length !== 1 && values.length !== 4) || !values.every(accept)) return
  const at = (index: number) => values[index] ?? values[0]
  return `${prefix}${at(0)} ${['xs', 'sm', 'md', 'lg'].map((size, index) => `${prefix}${size}-${at(index)}`).join(' ')}`
}

/** `auto` or 1 to 12. */
export function isColumns(value: string): boolean {
  return value === 'auto' || (/^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= 12)
}

export const columns = responsive('sd-col-', isColumns, 'auto or a number from 1 to 12')
export const gutter = responsive('sd-g-', (value) => /^[0-5]$/.test(value), 'a number from 0 to 5')
export const margin = spacing('m', (value) => /^(?:auto|[0-5])$/.test(value), 'auto or a number from 0 to 5')
export const padding = spacing('p', (value) => /^[0-5]$/.test(value), 'a number from 0 to 5')
export const textAlign = prefixed('sd-text-', oneOf('left', 'right', 'center', 'justify'))
export const shadow = prefixed('sd-shadow-', oneOf('none', 'sm', 'md', 'lg'))
export const width = reading((value) => {
  const match = /^(auto|25%|50%|75%|100%)$/.exec(value.trim())?.[1]
  return match && `sd-w-${match.replace('%', '')}`
}, 'one of auto, 25%, 50%, 75%, 100%')

/** One value, or four for top, bottom, left and right. */
function spacing(
  letter: string,
  accept: (value: string) => boolean,
  wanted: string
): z.ZodMiniType<string, string> {
  return reading((value) => {
    const values = value.trim().split(/\s+/)
    if (!values.every(accept)) return
    if (values.length === 1) return `sd-${letter}-${values[0]}`
    return values.length === 4
      ? ['t', 'b', 'l', 'r'].map((side, index) => `sd-${letter}${side}-${values[index]}`).join(' ')
      : undefined
  }, `1 or 4 values (top bottom left right), each ${wanted}`)
}

function prefixed(prefix: string, schema: z.ZodMiniType<string, string>): z.ZodMiniType<string, string> {
  return z.pipe(
    schema,
    z.transform((value: string) => prefix + value)
  )
}

/** Class names of several options as one list. */
export function classes(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
