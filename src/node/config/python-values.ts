/** What a Python file's pieces come to: values, and where each is written. */
import type {Position} from 'unist'
import {LineCounter} from 'yaml'
import {type Entry, type Piece, type Range, sizeOf} from './python-literals.js'
import type {ConfigSource, Path} from './source.js'

/** A list with its size. */
export function listOf(items: Piece[], {from, to}: Range): Piece {
  return {kind: 'list', items, size: items.reduce((sum, item) => sum + sizeOf(item), 1), from, to}
}

/** Deeper values are left out: who walks them calls itself for each level. */
const maxDepth = 100

/** Makes values; pieces that are parts of several others are made once. */
export function createValues(): (piece: Piece) => unknown {
  const known = new Map<Piece, unknown>()
  const valueIn = (piece: Piece, depth = 0): unknown => {
    if (depth > maxDepth) return undefined
    if (piece.kind === 'scalar') return piece.value
    if (piece.kind === 'unread') return undefined
    if (known.has(piece)) return known.get(piece)
    const value =
      piece.kind === 'list'
        ? readable(piece).map((each) => valueIn(each, depth + 1))
        : Object.fromEntries(
            [...piece.entries].flatMap(([key, {piece: each}]) =>
              each.kind === 'unread' ? [] : [[key, valueIn(each, depth + 1)]]
            )
          )
    known.set(piece, value)
    return value
  }
  return valueIn
}

/** What in a value would have to be run. */
export function unreadIn(whole: Piece): Range[] {
  const seen = new Set<Piece>([whole])
  for (const piece of seen) {
    const parts =
      piece.kind === 'list'
        ? piece.items
        : piece.kind === 'dict'
          ? [...piece.entries.values()].map((entry) => entry.piece)
          : []
    for (const part of parts) seen.add(part)
  }
  return [...seen]
    .filter(({kind}) => kind === 'unread')
    .map(({from, to}) => ({from, to}))
    .sort((a, b) => a.from - b.from)
}

/** Ranges of a text in lines and columns. */
export function positionsIn(text: string): (range: Range) => Position {
  const lines = new LineCounter()
  for (const match of text.matchAll(/^/gm)) lines.addNewLine(match.index)
  const at = (offset: number) => {
    const {line, col} = lines.linePos(offset)
    return {line, column: col, offset}
  }
  return ({from, to}) => ({start: at(from), end: at(to)})
}

/** Finds where a value is written, or its key. */
export function placesIn(
  names: ReadonlyMap<string, Piece>,
  placeOf: (range: Range) => Position
): ConfigSource['place'] {
  return (path: Path, atKey = false) => {
    const [first, ...rest] = path
    let piece = typeof first === 'object' ? undefined : names.get(String(first))
    let range: Range | undefined = piece
    for (const [index, step] of rest.entries()) {
      const entry: Entry | undefined = piece?.kind === 'dict' ? piece.entries.get(String(step)) : undefined
      const next = piece?.kind === 'list' ? readable(piece)[Number(step)] : entry?.piece
      if (!next) break
      range = atKey && entry && index === rest.length - 1 ? entry.key : next
      piece = next
    }
    return range && placeOf(range)
  }
}

const readables = new WeakMap<Piece, Piece[]>()

/** What of a list can be read: indexes count these. */
function readable(list: Extract<Piece, {kind: 'list'}>): Piece[] {
  const known = readables.get(list)
  if (known) return known
  const made = list.items.filter(({kind}) => kind !== 'unread')
  readables.set(list, made)
  return made
}
