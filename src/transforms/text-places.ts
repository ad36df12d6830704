/** Where the characters of a text node are written. */
import type {PhrasingContent, Text} from 'mdast'
import type {Point, Position} from 'unist'

/** Finds points of a source by offset. */
export type Locate = (offset: number) => Point

/** Make a {@link Locate}; lines are counted once, when the first point is asked for. */
export function createLocate(source: string): Locate {
  let starts: number[] | undefined
  return (offset) => {
    starts ??= lineStarts(source)
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return {line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset}
  }
}

function lineStarts(source: string): number[] {
  const starts = [0]
  for (const match of source.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length)
  return starts
}

/** The characters of a text node in the source. */
export interface TextPlaces {
  /** Whether the author wrote the character itself: no escape, no character reference. */
  literal(index: number): boolean
  /** The range of a part of the value; the whole node's where the value is not written there. */
  place(start: number, end: number): Position | undefined
}

const reference = /&(?:#(?:x[\da-f]{1,6}|\d{1,7})|[a-z][a-z\d]{1,31});/iy
const punctuation = /[!-/:-@[-`{-~]/

/** Lay a value beside its source: escapes, character references, and prefixes of containers are between them. */
export function placesOf({value, position}: Text, source: string, locate: Locate): TextPlaces {
  const from = position?.start.offset
  const to = position?.end.offset
  const offsets = from === undefined || to === undefined ? undefined : align(value, source, from, to)
  if (!offsets) return {literal: () => true, place: () => position}
  return {
    literal: (index) => offsets.literal === true || offsets.literal[index] === 1,
    place(start, end) {
      const at = (index: number): number =>
        offsets.at === undefined ? (from ?? 0) + index : (offsets.at[index] ?? 0)
      return {start: locate(at(start)), end: locate(end === value.length ? (to ?? 0) : at(end))}
    }
  }
}

interface Aligned {
  at: Int32Array | undefined
  literal: Uint8Array | true
}

function align(value: string, source: string, from: number, to: number): Aligned | undefined {
  if (to - from === value.length && source.startsWith(value, from)) return {at: undefined, literal: true}
  const at = new Int32Array(value.length + 1)
  const literal = new Uint8Array(value.length)
  let offset = from
  for (let index = 0; index < value.length; index++) {
    const character = value.charAt(index)
    if (character === '\n') {
      while (offset < to && /[ \t]/.test(source.charAt(offset))) offset++
      at[index] = offset
      if (source.startsWith('\r\n', offset)) offset += 2
      else if (/[\r\n]/.test(source.charAt(offset))) offset++
      else return
      while (offset < to && /[ \t>]/.test(source.charAt(offset))) offset++
      continue
    }
    at[index] = offset
    const written = source.charAt(offset)
    if (
      written === '\\' &&
      punctuation.test(source.charAt(offset + 1)) &&
      source.charAt(offset + 1) === character
    ) {
      offset += 2
      continue
    }
    reference.lastIndex = offset
    const entity = written === '&' ? reference.exec(source)?.[0] : undefined
    if (entity && !value.startsWith(entity, index)) {
      offset += entity.length
      if (/[\ud800-\udbff]/.test(character)) {
        index++
        at[index] = offset
      }
      continue
    }
    if (written !== character || offset >= to) return
    literal[index] = 1
    offset++
  }
  at[value.length] = offset
  return {at, literal}
}

/** A part of a text that becomes something else. */
export interface Piece {
  start: number
  end: number
  node(position: Position | undefined): PhrasingContent
}

/** Cut a text node at pieces that are in order and do not overlap. */
export function cut(node: Text, pieces: readonly Piece[], places: TextPlaces): PhrasingContent[] {
  const out: PhrasingContent[] = []
  let from = 0
  const keep = (end: number): void => {
    if (end <= from) return
    const position = places.place(from, end)
    out.push({type: 'text', value: node.value.slice(from, end), ...(position ? {position} : {})})
  }
  for (const piece of pieces) {
    keep(piece.start)
    out.push(piece.node(places.place(piece.start, piece.end)))
    from = piece.end
  }
  keep(node.value.length)
  return out
}
