/** The generic form of directives, as remark-directive reads it and authors for Docusaurus and Starlight write it. */
import {parseAttributes} from '../attributes/grammar.js'
import {type DirectiveHeader, fenceSize} from './header.js'

/** Two colons make a leaf, a directive of one line; at three a container begins, where a space may stand before the name. */
const head = /^(?:::|:{3,}[ \t]*)(?=[A-Za-z])/
const named = /[A-Za-z][\w:.-]*(?=[\s[{]|$)/y

/** Whether a header is that of a directive of one line. */
export function isLeaf({generic, size}: DirectiveHeader): boolean {
  return generic === true && size === 2
}

/**
 * Read a line of the generic form: `:::name[Title]{.class key=value}`, `::name[label]{…}`, or `:::name Title`, as
 * Docusaurus has it. The part in brackets is the argument, or a title where the directive takes none. `:::{name}`
 * is MyST's own form, and `:name[text]` is none: it would eat the colons of prose.
 *
 * @returns `undefined` where the line is no directive in this form.
 * @example
 * parseGenericHeader(':::note[A *title*]{.wide}') // {marker: ':', size: 3, name: 'note', argument: 'A *title*', …}
 */
export function parseGenericHeader(line: string): DirectiveHeader | undefined {
  const nameStart = head.exec(line)?.[0].length
  if (nameStart === undefined) return
  named.lastIndex = nameStart
  const name = named.exec(line)?.[0]
  if (name === undefined) return
  const size = fenceSize(line)
  const nameEnd = nameStart + name.length
  const bracketEnd = line[nameEnd] === '[' ? closingBracket(line, nameEnd) : nameEnd
  if (bracketEnd === undefined) return
  const bracketed = bracketEnd > nameEnd
  const brace = spacesEnd(line, bracketEnd)
  const list = line[brace] === '{' ? parseAttributes(line, brace + 1, true) : undefined
  const end = list?.end ?? bracketEnd
  const rest = line.slice(end).trim()
  // Words behind the name are a title only where nothing else is, and never on a leaf: `::name` may stand in prose.
  if (rest && (bracketed || list || size === 2)) return
  const [from, to] = bracketed
    ? [nameEnd + 1, bracketEnd - 1]
    : list
      ? [nameEnd, nameEnd]
      : [end, line.length]
  const argument = line.slice(from, to).trim()
  const argumentStart = argument ? line.indexOf(argument, from) : nameEnd
  return {
    marker: ':',
    size,
    name,
    nameStart,
    nameEnd,
    argument,
    argumentStart,
    argumentEnd: argumentStart + argument.length,
    attributes: list?.attributes ?? [],
    generic: true
  }
}

/** Behind the bracket that closes the one at `from`. */
export function closingBracket(line: string, from: number): number | undefined {
  let depth = 0
  for (let at = from; at < line.length; at++) {
    const character = line[at]
    if (character === '\\') at++
    else if (character === '[') depth++
    else if (character === ']' && --depth === 0) return at + 1
  }
  return
}

function spacesEnd(line: string, from: number): number {
  let at = from
  while (line[at] === ' ' || line[at] === '\t') at++
  return at
}
