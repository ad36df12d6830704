/** The grammar of signatures: what is named in a line of an API. Pure, and kind to what it does not know. */

/** A signature taken apart; all parts together are the text. */
export interface ParsedSignature {
  /** Before the name: `pkg.` or `int `. */
  before: string
  name: string
  /** Between the parentheses; `undefined` without any. */
  parameters?: string | undefined
  /** Behind all that: a type, a value. */
  after: string
}

/** Signatures are lines that people write; longer ones are shown as they are. */
const maxLength = 2000

/**
 * Read `pkg.name(a, b=1) -> int`, `int name(char *a)` or a bare name.
 *
 * @param qualified whether what stands before the name is a part of it, parted by dots.
 * @example
 * parseSignature('sea.row(boat) -> int', true) // {before: 'sea.', name: 'row', parameters: 'boat', after: ' -> int'}
 */
export function parseSignature(text: string, qualified: boolean): ParsedSignature {
  const line = text.trim()
  if (line.length > maxLength) return {before: '', name: line, after: ''}
  const open = line.indexOf('(')
  const close = open === -1 ? -1 : closing(line, open)
  const stop = qualified && open === -1 ? line.search(/[\s:=[]/) : -1
  const headEnd = open !== -1 && close !== -1 ? open : stop === -1 ? line.length : stop
  const head = line.slice(0, headEnd).trimEnd()
  let start = head.length
  const inName = qualified ? /[\p{L}\p{N}_$]/u : /[\p{L}\p{N}_$~:]/u
  while (start > 0 && inName.test(head[start - 1] ?? '')) start--
  const name = head.slice(start)
  if (!name) return {before: '', name: line, after: ''}
  return {
    before: head.slice(0, start),
    name,
    ...(close === -1 ? {} : {parameters: line.slice(open + 1, close)}),
    after: close === -1 ? line.slice(headEnd) : line.slice(close + 1)
  }
}

/** The parenthesis that closes the one at `open`. */
function closing(line: string, open: number): number {
  let depth = 0
  for (let at = open; at < line.length; at++) {
    if (line[at] === '(') depth++
    else if (line[at] === ')' && --depth === 0) return at
  }
  return -1
}

/**
 * Parameters by the commas that stand in no brackets.
 *
 * @example
 * splitParameters('a, b=(1, 2)') // ['a', 'b=(1, 2)']
 */
export function splitParameters(text: string): string[] {
  const out: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at <= text.length; at++) {
    const character = text[at]
    if (character === undefined || (character === ',' && depth === 0)) {
      const part = text.slice(from, at).trim()
      if (part) out.push(part)
      from = at + 1
    } else if ('([{'.includes(character)) depth++
    else if (')]}'.includes(character)) depth = Math.max(0, depth - 1)
  }
  return out
}

/**
 * The names of an option and what it takes: `-o FILE, --output=FILE`.
 *
 * @example
 * parseOptions('-o FILE, --output=FILE') // [{name: '-o', rest: ' FILE'}, {name: '--output', rest: '=FILE'}]
 */
export function parseOptions(text: string): {name: string; rest: string}[] {
  return text
    .slice(0, maxLength)
    .split(/,\s+/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const name = /^[^\s=[<]+/.exec(part)?.[0] ?? part
      return {name, rest: part.slice(name.length)}
    })
}
