/** Filters of bibliographies: the expressions of sphinxcontrib-bibtex. */

/** What an expression may ask of a work. */
export interface FilterScope {
  /** `cited`, `docname`, `docnames`, `type`, `key`, or a field. */
  value(name: string): FilterValue
}

export type FilterValue = string | number | boolean | ReadonlySet<string>

/** Whether a work belongs to a bibliography. */
export type Filter = (scope: FilterScope) => FilterValue

const token =
  /\s*(?:(==|!=|<=|>=|[<>%&|(){},])|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(\d+)|(not\s+in\b|[A-Za-z_]\w*)|(\S))/suy

interface Token {
  kind: 'sign' | 'text' | 'number' | 'name' | 'end'
  text: string
  at: number
}

/** Parentheses in each other; each costs the stack. */
const maxDepth = 50

/**
 * Read an expression: names, texts, numbers, sets `{"a", "b"}`, comparisons, `in`, `%` for a pattern, `&` and `|` for
 * sets, `and`, `or`, `not`.
 *
 * @returns where and why it is none.
 * @example
 * parseFilter('cited and year >= "2000"')
 */
export function parseFilter(source: string): {filter: Filter} | {reason: string; start: number; end: number} {
  const tokens = tokenize(source)
  let at = 0
  let depth = 0
  const next = (): Token => tokens[at] ?? {kind: 'end', text: '', at: source.length}
  const takes = (text: string): boolean => {
    const {kind, text: found} = next()
    if ((kind !== 'sign' && kind !== 'name') || found.replace(/\s+/g, ' ') !== text) return false
    at++
    return true
  }
  try {
    const filter = any()
    if (next().kind !== 'end') throw new Unread()
    return {filter}
  } catch (error) {
    if (!(error instanceof Unread)) throw error
    const {text, at: start} = next()
    return {
      reason: text ? `"${text}" is not understood here` : 'it ends too early',
      start: Math.min(start, source.length),
      end: Math.min(start + text.length, source.length)
    }
  }

  function any(): Filter {
    const parts = [all()]
    while (takes('or')) parts.push(all())
    return parts.length === 1
      ? (parts[0] ?? (() => false))
      : (scope) => parts.some((part) => truth(part(scope)))
  }

  function all(): Filter {
    const parts = [negated()]
    while (takes('and')) parts.push(negated())
    return parts.length === 1
      ? (parts[0] ?? (() => false))
      : (scope) => parts.every((part) => truth(part(scope)))
  }

  function negated(): Filter {
    let times = 0
    while (takes('not')) times++
    const inner = comparison()
    return times === 0 ? inner : (scope) => truth(inner(scope)) === (times % 2 === 0)
  }

  function comparison(): Filter {
    const left = sum()
    const sign = ['==', '!=', '<=', '>=', '<', '>', 'in', 'not in'].find(takes)
    if (!sign) return left
    const right = sum()
    return (scope) => compare(sign, left(scope), right(scope))
  }

  function sum(): Filter {
    let left = value()
    for (;;) {
      const sign = ['%', '&', '|'].find(takes)
      if (!sign) return left
      const [first, second] = [left, value()]
      left =
        sign === '%'
          ? (scope) => matches(String(first(scope)), String(second(scope)))
          : (scope) => combine(sign, first(scope), second(scope))
    }
  }

  function value(): Filter {
    const {kind, text} = next()
    if (takes('(')) {
      if (++depth > maxDepth) throw new Unread()
      const inner = any()
      if (!takes(')')) throw new Unread()
      depth--
      return inner
    }
    if (takes('{')) {
      const items = new Set<string>()
      while (next().kind === 'text' || next().kind === 'number') {
        items.add(next().text)
        at++
        if (!takes(',')) break
      }
      if (!takes('}')) throw new Unread()
      return () => items
    }
    if (kind === 'sign' || kind === 'end' || /^(?:and|or|not|in|not\s+in)$/.test(text)) throw new Unread()
    at++
    if (kind === 'number') return () => Number(text)
    if (kind === 'text') return () => text
    if (text === 'True' || text === 'False') return () => text === 'True'
    return (scope) => scope.value(text)
  }
}

class Unread extends Error {}

function tokenize(source: string): Token[] {
  const out: Token[] = []
  token.lastIndex = 0
  for (let match = token.exec(source); match; match = token.exec(source)) {
    const [all, sign, double, single, number, name, other] = match
    const at = match.index + all.length - all.trimStart().length
    const quoted = double ?? single
    if (quoted !== undefined) out.push({kind: 'text', text: quoted.replace(/\\(.)/gs, '$1'), at})
    else if (number !== undefined) out.push({kind: 'number', text: number, at})
    else if (name !== undefined) out.push({kind: 'name', text: name, at})
    else out.push({kind: 'sign', text: sign ?? other ?? '', at})
  }
  return out
}

function truth(value: FilterValue): boolean {
  return typeof value === 'object' ? value.size > 0 : Boolean(value)
}

function compare(sign: string, left: FilterValue, right: FilterValue): boolean {
  if (sign === 'in' || sign === 'not in') {
    const inside = typeof right === 'object' ? right.has(String(left)) : String(right).includes(String(left))
    return inside === (sign === 'in')
  }
  if (typeof left === 'object' && typeof right === 'object') {
    const same = left.size === right.size && [...left].every((item) => right.has(item))
    if (sign === '==' || sign === '!=') return same === (sign === '==')
    const [small, large] = sign.startsWith('<') ? [left, right] : [right, left]
    return [...small].every((item) => large.has(item)) && (sign.endsWith('=') || !same)
  }
  const numbers = typeof left === 'number' || typeof right === 'number'
  const [a, b] = numbers ? [Number(left), Number(right)] : [String(left), String(right)]
  switch (sign) {
    case '==':
      return a === b
    case '!=':
      return a !== b
    case '<':
      return a < b
    case '<=':
      return a <= b
    case '>':
      return a > b
    default:
      return a >= b
  }
}

function combine(sign: string, left: FilterValue, right: FilterValue): ReadonlySet<string> {
  const [a, b] = [left, right].map((value) => (typeof value === 'object' ? value : new Set([String(value)])))
  const [first, second] = [[...(a ?? [])], b ?? new Set<string>()]
  return sign === '&' ? new Set(first.filter((item) => second.has(item))) : new Set([...first, ...second])
}

/** A pattern that is none finds nothing. */
function matches(text: string, pattern: string): boolean {
  try {
    return new RegExp(pattern, 'iu').test(text)
  } catch {
    return false
  }
}
