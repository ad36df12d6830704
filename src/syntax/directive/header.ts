/** The grammar of a directive's first and last line. */

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
}

const braced = /^([:`~])\1{2,}[ \t]*\{([^\s{}`]+)\}(?=[ \t]|$)/
const named = /^:{3,}[ \t]*([A-Za-z][\w-]*)[ \t]*$/

/**
 * Read the first line of a directive, from its first marker to the line's end.
 *
 * `:::{name} argument`, the same with backticks or tildes, and `:::name`, which is a `div` of that class
 * (MyST-Parser since 0.19). As in CommonMark, nothing behind a fence of backticks may hold a backtick.
 *
 * @returns `undefined` where the line opens no directive.
 * @example
 * parseDirectiveHeader(':::{note} A *title*') // {marker: ':', size: 3, name: 'note', argument: 'A *title*', …}
 */
export function parseDirectiveHeader(line: string): DirectiveHeader | undefined {
  const match = braced.exec(line)
  if (match) {
    const [head, marker, name] = match
    if (!isMarker(marker) || name === undefined) return
    const rest = line.slice(head.length)
    if (marker === '`' && rest.includes('`')) return
    const argument = rest.trim()
    const argumentStart = argument ? head.length + rest.indexOf(argument) : head.length
    return {
      marker,
      size: fenceSize(line),
      name,
      nameStart: head.length - 1 - name.length,
      nameEnd: head.length - 1,
      argument,
      argumentStart,
      argumentEnd: argumentStart + argument.length
    }
  }
  const word = named.exec(line)?.[1]
  if (word === undefined) return
  const start = line.indexOf(word)
  const end = start + word.length
  return {
    marker: ':',
    size: fenceSize(line),
    name: 'div',
    nameStart: start,
    nameEnd: end,
    argument: word,
    argumentStart: start,
    argumentEnd: end
  }
}

/**
 * Whether a line closes a fence: at least as many of its markers, up to three columns in, and nothing behind.
 *
 * @example
 * closesFence('  ::::', ':', 3) // true
 */
export function closesFence(line: string, marker: FenceMarker, size: number): boolean {
  const text = line.trim()
  return (
    text.length >= size &&
    text.startsWith(marker) &&
    fenceSize(text) === text.length &&
    /^ {0,3}\S/.test(line)
  )
}

function fenceSize(line: string): number {
  const marker = line[0]
  let size = 0
  while (line[size] === marker) size++
  return size
}

function isMarker(value: string | undefined): value is FenceMarker {
  return value === ':' || value === '`' || value === '~'
}
