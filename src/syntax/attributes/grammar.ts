/** The grammar of attribute lists, `{#id .class key=value key="value" % comment %}` (djot's). */

/** One attribute; offsets count from the start of the string that was read. */
export interface WrittenAttribute {
  kind: 'id' | 'class' | 'key'
  /** `id`, `class`, or the key as written. */
  key: string
  value: string
  start: number
  end: number
  valueStart: number
  valueEnd: number
}

/** What stands between braces. */
export interface AttributeList {
  attributes: WrittenAttribute[]
  /** Behind the closing brace. */
  end: number
  /** Whether there was a comment. */
  commented: boolean
}

const name = '[^\\s!"#$%&\'()*+,./;<=>?@[\\\\\\]^`{|}~]+'
const itemWith = (ends: string, value: string): RegExp =>
  new RegExp(
    [`#(${name})${ends}`, `\\.(${name})${ends}`, `([\\w:-]+)${value}`, '(%)[^%}]*%?', '\\s+'].join('|'),
    'suy'
  )
const valueWith = (bare: string): string =>
  `=(?:"((?:[^"\\\\]|\\\\.)*)"|'((?:[^'\\\\]|\\\\.)*)'|(${bare}+)(?=[\\s}]))`
const item = itemWith('(?=[\\s}])', valueWith('[^\\s"\'{}<>=`\\\\[\\]]'))
const looseValue = valueWith('[^\\s"\'{}<>=`]')
/** As remark-directive has them: `.a.b#c` without spaces, and keys without a value. */
const looseItem = itemWith('(?=[\\s}.#])', `(?:${looseValue}|(?=[\\s}]))`)

/**
 * Read attributes up to and with their closing brace.
 *
 * Values without quotes may hold any character that cannot be taken for another part, so that `width=50%` is what
 * it looks like.
 *
 * @param from where the list begins, behind its opening brace.
 * @param loose whether keys may have no value and shortcuts no space between, as in the generic form of directives.
 * @returns `undefined` where anything between the braces is no attribute: then it all is text.
 * @example
 * parseAttributes('{#a .b width=50%}', 1)?.attributes.map(({key, value}) => [key, value])
 * // [['id', 'a'], ['class', 'b'], ['width', '50%']]
 */
export function parseAttributes(source: string, from: number, loose = false): AttributeList | undefined {
  const attributes: WrittenAttribute[] = []
  const next = loose ? looseItem : item
  let commented = false
  let at = from
  for (;;) {
    if (source[at] === '}') return {attributes, end: at + 1, commented}
    next.lastIndex = at
    const match = next.exec(source)
    if (!match) return
    const [whole, id, className, key, double, single, bare, comment] = match
    const end = at + whole.length
    if (id !== undefined)
      attributes.push({kind: 'id', key: 'id', value: id, start: at, end, valueStart: at + 1, valueEnd: end})
    else if (className !== undefined)
      attributes.push({
        kind: 'class',
        key: 'class',
        value: className,
        start: at,
        end,
        valueStart: at + 1,
        valueEnd: end
      })
    else if (key !== undefined) {
      const quoted = double ?? single
      const valueStart = Math.min(at + key.length + (quoted === undefined ? 1 : 2), end)
      attributes.push({
        kind: key === 'id' || key === 'class' ? key : 'key',
        key,
        value: quoted === undefined ? (bare ?? '') : unquote(quoted),
        start: at,
        end,
        valueStart,
        valueEnd: quoted === undefined ? end : end - 1
      })
    } else if (comment !== undefined) commented = true
    at = end
  }
}

/**
 * Read a line that is one list of attributes and nothing else. A list of comments alone is none: templates of other
 * tools, `{% if x %}`, look like that.
 *
 * @example
 * parseAttributeLine('{.wide}')?.attributes.length // 1
 * parseAttributeLine('{.wide} text') // undefined
 */
export function parseAttributeLine(line: string): AttributeList | undefined {
  if (!line.startsWith('{')) return
  const list = parseAttributes(line, 1)
  if (!list || line.slice(list.end).trim()) return
  return list.commented && list.attributes.length === 0 ? undefined : list
}

/**
 * Whether a character may stand in a list outside its quotes and comments: a tokenizer stops at any other, so that no
 * part of a text is looked through twice.
 *
 * @example
 * mayStandInAttributes('{') // false
 */
export function mayStandInAttributes(character: string): boolean {
  return !/["'{}<>`\\[\]]/.test(character)
}

/** In quotes a backslash takes the next character as it is, and a line ending is a space. */
function unquote(value: string): string {
  return value.replace(/\\(.)/gsu, '$1').replace(/(?<![ \t])[ \t]*(?:\r\n|\r|\n)[ \t]*/g, ' ')
}
