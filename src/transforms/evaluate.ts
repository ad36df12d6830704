/** What an expression of a substitution gives. */
import {suggest} from '../names/suggest.js'
import type {Expression, Value} from '../syntax/substitution/expression.js'

/** A name, key or filter that is not there. */
export interface Missing {
  kind: 'name' | 'filter'
  name: string
  near: string[]
  start: number
  end: number
}

/** The outcome: a text, or what is missing. */
export type Evaluated = {text: string; missing?: undefined} | {text?: undefined; missing: Missing}

/** Stands for what is missing until `default` or the end asks for it. */
class Undefined {
  constructor(readonly missing: Missing) {}
}

type Filter = (value: Value, args: Value[]) => Value

const filters = new Map<string, Filter>([
  ['upper', (value) => toText(value).toUpperCase()],
  ['lower', (value) => toText(value).toLowerCase()],
  ['title', (value) => toText(value).replace(/[^\s([{<-]+/g, (word) => capitalize(word))],
  ['capitalize', (value) => capitalize(toText(value))],
  ['trim', (value) => toText(value).trim()],
  ['strip', (value) => toText(value).trim()],
  ['string', (value) => toText(value)],
  ['safe', (value) => value],
  ['escape', (value) => value],
  ['e', (value) => value],
  ['int', (value) => Math.trunc(Number(value)) || 0],
  ['length', (value) => (Array.isArray(value) ? value.length : [...toText(value)].length)],
  ['first', (value) => (Array.isArray(value) ? value[0] : [...toText(value)][0])],
  ['last', (value) => (Array.isArray(value) ? value.at(-1) : [...toText(value)].at(-1))],
  [
    'join',
    (value, [glue]) =>
      items(value)
        .map(toText)
        .join(glue === undefined ? '' : toText(glue))
  ],
  [
    'replace',
    (value, [from, to]) =>
      from === undefined || toText(from) === ''
        ? value
        : toText(value)
            .split(toText(from))
            .join(to === undefined ? '' : toText(to))
  ]
])

export const filterNames = [...filters.keys(), 'default', 'd']

/**
 * Evaluate.
 *
 * @param values what names stand for.
 * @example
 * evaluate(expression, {name: 'Ada'}) // {text: 'ADA'}
 */
export function evaluate(expression: Expression, values: Readonly<Record<string, Value>>): Evaluated {
  const value = valueFor(expression, values)
  return value instanceof Undefined ? {missing: value.missing} : {text: toText(value)}
}

/** The names that an expression begins with: those it stands on. */
export function namesOf(expression: Expression): string[] {
  switch (expression.kind) {
    case 'literal':
      return []
    case 'name':
      return [expression.name]
    case 'member':
      return [...namesOf(expression.of), ...namesOf(expression.key)]
    case 'filter':
      return [...namesOf(expression.of), ...expression.args.flatMap(namesOf)]
    case 'sum':
      return [...namesOf(expression.left), ...namesOf(expression.right)]
  }
}

function valueFor(expression: Expression, values: Readonly<Record<string, Value>>): Value | Undefined {
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'name':
      return member(values, expression.name, expression)
    case 'member': {
      const of = valueFor(expression.of, values)
      const key = valueFor(expression.key, values)
      if (of instanceof Undefined) return of
      return key instanceof Undefined ? key : member(of, key, expression)
    }
    case 'filter':
      return filtered(expression, values)
    case 'sum': {
      const left = valueFor(expression.left, values)
      const right = valueFor(expression.right, values)
      if (left instanceof Undefined) return left
      if (right instanceof Undefined) return right
      return expression.operator === '+' && typeof left === 'number' && typeof right === 'number'
        ? left + right
        : toText(left) + toText(right)
    }
  }
}

function filtered(
  {name, of, args, start, end}: Extract<Expression, {kind: 'filter'}>,
  values: Readonly<Record<string, Value>>
): Value | Undefined {
  const value = valueFor(of, values)
  const given = args.map((argument) => valueFor(argument, values))
  if (name === 'default' || name === 'd') {
    // Jinja's second argument takes empty values, too.
    const empty = given[1] === true && !value
    return value instanceof Undefined || empty ? (given[0] ?? '') : value
  }
  if (value instanceof Undefined) return value
  const wrong = given.find((each) => each instanceof Undefined)
  if (wrong) return wrong
  const filter = filters.get(name)
  if (!filter) return new Undefined({kind: 'filter', name, near: suggest(name, filterNames), start, end})
  return filter(value, given)
}

function member(of: Value, key: Value, {start, end}: {start: number; end: number}): Value | Undefined {
  const name = toText(key)
  if (Array.isArray(of)) {
    const item: unknown = of.at(Number(key))
    if (Number.isInteger(Number(key)) && item !== undefined) return item
  } else if (typeof of === 'object' && of !== null && Object.hasOwn(of, name)) {
    const value: unknown = Reflect.get(of, name)
    if (value !== undefined) return value
  }
  const keys = typeof of === 'object' && of !== null && !Array.isArray(of) ? Object.keys(of) : []
  return new Undefined({kind: 'name', name, near: suggest(name, keys), start, end})
}

function items(value: Value): Value[] {
  return Array.isArray(value) ? value : [...toText(value)]
}

/** As Jinja prints it; lists and records as JSON. */
function toText(value: Value): string {
  if (typeof value === 'string') return value
  if (value === true) return 'True'
  if (value === false) return 'False'
  if (value === null || value === undefined) return 'None'
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function capitalize(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase()
}
