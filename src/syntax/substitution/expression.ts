/** The grammar of what stands in a substitution: the part of Jinja's that authors use. */

/** A value that an expression may give. */
export type Value = unknown

/** An expression; offsets count from the start of its source. */
export type Expression =
  | {kind: 'literal'; value: string | number | boolean | null}
  | {kind: 'name'; name: string; start: number; end: number}
  | {kind: 'member'; of: Expression; key: Expression; start: number; end: number}
  | {kind: 'filter'; name: string; of: Expression; args: Expression[]; start: number; end: number}
  | {kind: 'sum'; operator: '+' | '~'; left: Expression; right: Expression}

/** Why a source is no expression. */
export interface ExpressionFault {
  reason: string
  start: number
  end: number
}

/** Parentheses and lists in each other; nobody writes more, and each costs the stack. */
const maxDepth = 20

/** Signs: whoever evaluates `a.b` or `a | b` calls itself for each in a chain. */
const maxSigns = 500

const token =
  /\s*(?:([A-Za-z_]\w*)|(\d+(?:\.\d+)?)|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([.|()[\],+~])|(\S))/suy

interface Token {
  kind: 'name' | 'number' | 'string' | 'sign' | 'end'
  text: string
  start: number
  end: number
}

class Stop extends Error {
  readonly fault: ExpressionFault
  constructor(fault: ExpressionFault) {
    super(fault.reason)
    this.fault = fault
  }
}

/**
 * Read an expression: a name, `a.b`, `a["b"]`, text and numbers, `a + b`, `a ~ b`, filters `a | upper` and
 * `a | default("x")`, and the same written as methods, `a.replace("x", "y")`.
 *
 * @example
 * parseExpression('name | upper')
 * // {expression: {kind: 'filter', name: 'upper', of: {kind: 'name', name: 'name', …}, …}}
 */
export function parseExpression(
  source: string
): {expression: Expression; fault?: undefined} | {expression?: undefined; fault: ExpressionFault} {
  try {
    return {expression: new Reader(source).whole()}
  } catch (error) {
    if (error instanceof Stop) return {fault: error.fault}
    throw error
  }
}

class Reader {
  #at = 0
  #depth = 0
  #signs = 0
  #next: Token

  constructor(readonly source: string) {
    this.#next = this.#scan()
  }

  whole(): Expression {
    const expression = this.#sum()
    if (this.#next.kind !== 'end') this.#fail(this.#next)
    return expression
  }

  #scan(): Token {
    token.lastIndex = this.#at
    const match = token.exec(this.source)
    const length = this.source.length
    if (!match) {
      this.#at = length
      return {kind: 'end', text: '', start: length, end: length}
    }
    const [, name, number, double, single, sign, other] = match
    const end = token.lastIndex
    this.#at = end
    const quoted = double ?? single
    if (name !== undefined) return {kind: 'name', text: name, start: end - name.length, end}
    if (number !== undefined) return {kind: 'number', text: number, start: end - number.length, end}
    if (quoted !== undefined)
      return {kind: 'string', text: withoutEscapes(quoted), start: end - quoted.length - 2, end}
    const text = sign ?? other ?? ''
    return {kind: 'sign', text, start: end - text.length, end}
  }

  #take(): Token {
    const taken = this.#next
    this.#next = this.#scan()
    return taken
  }

  #takeIf(text: string): boolean {
    if (this.#next.kind !== 'sign' || this.#next.text !== text) return false
    if (++this.#signs > maxSigns) this.#fail(this.#next)
    this.#take()
    return true
  }

  #want(text: string): Token {
    if (this.#next.kind !== 'sign' || this.#next.text !== text) this.#fail(this.#next)
    return this.#take()
  }

  #name(): Token {
    if (this.#next.kind !== 'name') this.#fail(this.#next)
    return this.#take()
  }

  #fail({text, start, end}: Token): never {
    throw new Stop({
      reason: text ? `"${text}" is not understood here` : 'it ends too early',
      start: Math.min(start, this.source.length),
      end
    })
  }

  #sum(): Expression {
    if (++this.#depth > maxDepth) this.#fail(this.#next)
    let left = this.#filtered()
    for (;;) {
      const operator = this.#takeIf('+') ? '+' : this.#takeIf('~') ? '~' : undefined
      if (!operator) break
      left = {kind: 'sum', operator, left, right: this.#filtered()}
    }
    this.#depth--
    return left
  }

  #filtered(): Expression {
    let out = this.#postfix()
    while (this.#takeIf('|')) {
      const {text, start, end} = this.#name()
      out = {kind: 'filter', name: text, of: out, args: this.#takeIf('(') ? this.#list() : [], start, end}
    }
    return out
  }

  #postfix(): Expression {
    let out = this.#primary()
    for (;;) {
      if (this.#takeIf('.')) {
        const {text, start, end} = this.#name()
        out = this.#takeIf('(')
          ? {kind: 'filter', name: text, of: out, args: this.#list(), start, end}
          : {kind: 'member', of: out, key: {kind: 'literal', value: text}, start, end}
        continue
      }
      const {start} = this.#next
      if (this.#takeIf('[')) {
        const key = this.#sum()
        out = {kind: 'member', of: out, key, start, end: this.#want(']').end}
      } else return out
    }
  }

  /** Arguments, behind their opening parenthesis. */
  #list(): Expression[] {
    const out: Expression[] = []
    if (this.#takeIf(')')) return out
    do out.push(this.#sum())
    while (this.#takeIf(','))
    this.#want(')')
    return out
  }

  #primary(): Expression {
    const next = this.#next
    if (this.#takeIf('(')) {
      const inner = this.#sum()
      this.#want(')')
      return inner
    }
    if (next.kind === 'sign' || next.kind === 'end') this.#fail(next)
    this.#take()
    if (next.kind === 'string') return {kind: 'literal', value: next.text}
    if (next.kind === 'number') return {kind: 'literal', value: Number(next.text)}
    const constant = constants.get(next.text)
    if (constant !== undefined) return {kind: 'literal', value: constant}
    return {kind: 'name', name: next.text, start: next.start, end: next.end}
  }
}

const constants = new Map<string, boolean | null>([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['none', null],
  ['None', null]
])

function withoutEscapes(text: string): string {
  return text.replace(/\\(.)/gsu, (_, character: string) => (character === 'n' ? '\n' : character))
}
