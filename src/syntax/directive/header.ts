/** The grammar of a directive's first and last line. */
import {parseAttributes, type WrittenAttribute} from '../attributes/grammar.js'

export type FenceMarker = ':' | '`' | '~'

/** A first line taken apart; all offsets count from the first marker. */
export interface DirectiveHeader {
  marker: FenceMarker
  /** Markers in the fence. */
  size: number
  name: string
  nameStart: number
  nameEnd: number
  /** The rest of the line, trimmed; empty if there is none. */
  argument: string
  argumentStart: number
  argumentEnd: number
  /** In the braces behind the name. */
  attributes: WrittenAttribute[]
  /** In the generic form, where what stands in brackets may be a title. */
  generic?: boolean | undefined
}

const opening = /^([:`~])\1{2,}[ \t]*\{[ \t]*/
const braceName = /[^\s{}`#.][^\s{}`]*/y
const named = /^:{3,}[ \t]*([A-Za-z][\w-]*)[ \t]*$/
const bare = /^:{3,}[ \t]*$/
const fenced = /^([`~])\1{2,}[ \t]*([^\s`~{}]+)[ \t]*$/
/** Words in braces that are no name with attributes: classes, as in sphinx-design's own pages. */
const words = /^:{3,}[ \t]*\{[ \t]*([A-Za-z][\w-]*(?:[ \t]+[A-Za-z][\w-]*)+)[ \t]*\}[ \t]*$/

/**
 * Read the first line of a directive, from its first marker to the line's end.
 *
 * `:::{name} argument`, the same with backticks or tildes, and `:::name`, which is a `div` of that class
 * (MyST-Parser since 0.19), as is `:::{one two}` of both. In the braces may stand attributes, and spaces, and behind
 * them the argument without a space (mystmd); attributes alone make a `div` of colons, and leave a fence of backticks
 * to be code, as Pandoc has it. As in CommonMark, nothing behind a fence of backticks may hold a backtick.
 *
 * @param underAttributes whether a line of attributes is right above, so that colons alone are a `div`.
 * @returns `undefined` where the line opens no directive.
 * @example
 * parseDirectiveHeader(':::{note} A *title*') // {marker: ':', size: 3, name: 'note', argument: 'A *title*', …}
 */
export function parseDirectiveHeader(line: string, underAttributes = false): DirectiveHeader | undefined {
  const braced = parseBraced(line)
  if (braced) return braced
  const word = (named.exec(line) ?? words.exec(line))?.[1]
  if (word === undefined) return underAttributes && bare.test(line) ? bareDiv(line) : undefined
  const start = line.indexOf(word)
  const end = start + word.length
  return {
    ...bareDiv(line),
    nameStart: start,
    nameEnd: end,
    argument: word,
    argumentStart: start,
    argumentEnd: end
  }
}

/**
 * Read the first line of a plain fence whose language is a directive, and with nothing behind it: ```` ```mermaid ````.
 *
 * @param names of directives that fences may be (MyST-Parser's `myst_fence_as_directive`).
 */
export function parseFenceHeader(line: string, names: readonly string[]): DirectiveHeader | undefined {
  if (names.length === 0) return
  const [, marker, name = ''] = fenced.exec(line) ?? []
  if (!isMarker(marker) || !names.includes(name)) return
  const nameStart = line.indexOf(name)
  const end = nameStart + name.length
  return {...bareDiv(line), marker, name, nameStart, nameEnd: end, argumentStart: end, argumentEnd: end}
}

function parseBraced(line: string): DirectiveHeader | undefined {
  const [head, marker] = opening.exec(line) ?? []
  if (head === undefined || !isMarker(marker)) return
  braceName.lastIndex = head.length
  const name = braceName.exec(line)?.[0]
  const nameEnd = head.length + (name?.length ?? 0)
  // A name ends at a space or the brace, so what follows is whole.
  const list = parseAttributes(line, nameEnd)
  if (!list) return
  if (name === undefined && (marker !== ':' || list.attributes.length === 0)) return
  const rest = line.slice(list.end)
  if (marker === '`' && line.slice(head.length).includes('`')) return
  const argument = rest.trim()
  const argumentStart = argument ? list.end + rest.indexOf(argument) : list.end
  return {
    marker,
    size: fenceSize(line),
    name: name ?? 'div',
    nameStart: head.length,
    nameEnd,
    argument,
    argumentStart,
    argumentEnd: argumentStart + argument.length,
    attributes: list.attributes
  }
}

function bareDiv(line: string): DirectiveHeader {
  const size = fenceSize(line)
  return {
    marker: ':',
    size,
    name: 'div',
    nameStart: 0,
    nameEnd: size,
    argument: '',
    argumentStart: size,
    argumentEnd: size,
    attributes: []
  }
}

/**
 * Whether a line closes a fence: at least as many of its markers, up to three columns in, and nothing behind.
 *
 * @example
 * closesFence('  ::::', ':', 3) // true
 */
export function closesFence(line: string, marker: FenceMarker, size: number): boolean {
  let start = 0
  while (start < 3 && line[start] === ' ') start++
  let end = start
  while (line[end] === marker) end++
  return end - start >= size && line.slice(end).trim() === ''
}

/** Markers that a line begins with. */
export function fenceSize(line: string): number {
  const marker = line[0]
  let size = 0
  while (line[size] === marker) size++
  return size
}

export function isMarker(value: string | undefined): value is FenceMarker {
  return value === ':' || value === '`' || value === '~'
}
