/** Python's literals as values; nothing is run. */
import type {SyntaxNode} from '@lezer/common'
import type {Budget} from '../../ast/limits.js'
import {readPath} from './python-paths.js'
import {childrenOf} from './python-tree.js'

/** A range of the file. */
export interface Range {
  from: number
  to: number
}

/** What an expression comes to. */
export type Piece = Range &
  (
    | {kind: 'scalar'; value: string | number | boolean | null}
    | {kind: 'list'; items: Piece[]; size: number}
    | {kind: 'dict'; entries: Map<string, Entry>; size: number}
    /** It would have to be run. */
    | {kind: 'unread'}
  )

export interface Entry {
  key: Range
  piece: Piece
}

/** More levels than this are not read. */
const maxDepth = 60

/** What expressions are read with. */
export interface Reader {
  text: string
  /** Gives what a name stands for. */
  look(name: string): Piece | undefined
  /** Parts and characters that values may have together: a short file could name a value again and again in itself. */
  budget: Budget
}

/** How many parts and characters a value has, all told. */
export function sizeOf(piece: Piece): number {
  if (piece.kind === 'scalar') return typeof piece.value === 'string' ? piece.value.length + 1 : 1
  return piece.kind === 'unread' ? 1 : piece.size
}

/** Read an expression: literals, names that stand for such, and their sums. */
export function readExpression(node: SyntaxNode, reader: Reader, depth = 0): Piece {
  const {from, to} = node
  const {text} = reader
  const unread: Piece = {kind: 'unread', from, to}
  if (depth > maxDepth) return unread
  const read = (each: SyntaxNode): Piece => readExpression(each, reader, depth + 1)
  const scalar = (value: string | number | boolean | null): Piece => ({kind: 'scalar', value, from, to})
  const path = (): Piece => {
    const value = readPath(node, text, (each) => {
      const piece = read(each)
      return piece.kind === 'scalar' && typeof piece.value === 'string' ? piece.value : undefined
    })
    return value !== undefined && reader.budget.take(value.length) ? scalar(value) : unread
  }
  const source = text.slice(from, to)
  switch (node.name) {
    case 'String':
      return scalar(stringOf(source))
    case 'ContinuedString': {
      const parts = childrenOf(node)
        .filter(({name}) => name !== 'Comment')
        .map(read)
      const whole = parts.reduce((a, b) => sum(a, b, node, reader.budget))
      return {...whole, from, to}
    }
    case 'FormatString':
      return readFormat(node, reader) ?? unread
    case 'Number': {
      const number = Number(source.replaceAll('_', ''))
      return Number.isNaN(number) ? unread : scalar(number)
    }
    case 'Boolean':
      return scalar(source === 'True')
    case 'None':
      return scalar(null)
    case 'VariableName': {
      const known = reader.look(source)
      // What is wrong with a value is said where the value is written.
      return known ?? unread
    }
    case 'ParenthesizedExpression': {
      const inner = childrenOf(node).find(({name}) => !/^[()]$/.test(name) && name !== 'Comment')
      return inner ? read(inner) : {kind: 'list', items: [], size: 1, from, to}
    }
    case 'UnaryExpression': {
      const inner = node.lastChild && read(node.lastChild)
      return inner?.kind === 'scalar' && typeof inner.value === 'number' && source.startsWith('-')
        ? scalar(-inner.value)
        : unread
    }
    case 'BinaryExpression': {
      const [left, sign, right] = childrenOf(node)
      if (!left || !right || !sign) return unread
      if (!/^[+|]$/.test(text.slice(sign.from, sign.to))) return path()
      return sum(read(left), read(right), node, reader.budget)
    }
    case 'CallExpression':
    case 'MemberExpression':
      return path()
    case 'ArrayExpression':
    case 'TupleExpression':
    case 'SetExpression':
      return readList(node, read, reader.budget)
    case 'DictionaryExpression':
      return readDict(node, read, reader.budget)
    default:
      return unread
  }
}

/** Two values added: strings, lists, dictionaries. */
export function sum(left: Piece, right: Piece, {from, to}: Range, budget: Budget): Piece {
  const size = sizeOf(left) + sizeOf(right)
  if (budget.take(size)) {
    if (left.kind === 'list' || right.kind === 'list') {
      const items = [left, right].map((side) =>
        side.kind === 'list' ? side.items : side.kind === 'unread' ? [side] : undefined
      )
      if (items[0] && items[1]) return {kind: 'list', items: [...items[0], ...items[1]], size, from, to}
    } else if (left.kind === 'dict' && right.kind === 'dict')
      return {kind: 'dict', entries: new Map([...left.entries, ...right.entries]), size, from, to}
    else if (left.kind === 'scalar' && right.kind === 'scalar') {
      const [a, b] = [left.value, right.value]
      if (typeof a === 'string' && typeof b === 'string') return {kind: 'scalar', value: a + b, from, to}
      if (typeof a === 'number' && typeof b === 'number') return {kind: 'scalar', value: a + b, from, to}
    }
  }
  return {kind: 'unread', from, to}
}

/**
 * Add to a value in its place, as {@link sum} does.
 *
 * @returns whether it could be.
 */
export function addTo(old: Piece, added: Piece, budget: Budget): boolean {
  const size = sizeOf(added)
  if (old.kind === 'list' && (added.kind === 'list' || added.kind === 'unread') && budget.take(size)) {
    for (const item of added.kind === 'list' ? added.items : [added]) old.items.push(item)
  } else if (old.kind === 'dict' && added.kind === 'dict' && budget.take(size)) {
    for (const [key, entry] of added.entries) old.entries.set(key, entry)
  } else return false
  old.size += size
  return true
}

function readList(node: SyntaxNode, read: (each: SyntaxNode) => Piece, budget: Budget): Piece {
  const {from, to} = node
  const out: Piece = {kind: 'list', items: [], size: 1, from, to}
  let spread = false
  for (const child of childrenOf(node)) {
    if (/^[[\](){},]$/.test(child.name) || child.name === 'Comment') continue
    if (child.name === '*') {
      spread = true
      continue
    }
    const piece = read(child)
    const given: Piece =
      spread && piece.kind !== 'list' ? {kind: 'unread', from: child.from, to: child.to} : piece
    const one: Piece =
      spread && piece.kind === 'list' ? piece : {kind: 'list', items: [given], size: sizeOf(given), from, to}
    if (!addTo(out, one, budget)) return {kind: 'unread', from, to}
    spread = false
  }
  return out
}

function readDict(node: SyntaxNode, read: (each: SyntaxNode) => Piece, budget: Budget): Piece {
  const {from, to} = node
  const out: Piece = {kind: 'dict', entries: new Map(), size: 1, from, to}
  const set = (name: string, key: Range, piece: Piece): boolean =>
    addTo(
      out,
      {kind: 'dict', entries: new Map([[name, {key, piece}]]), size: name.length + sizeOf(piece), from, to},
      budget
    )
  const parts = childrenOf(node).filter(({name}) => !/^[{},]$/.test(name) && name !== 'Comment')
  for (let at = 0; at < parts.length; at++) {
    const first = parts[at]
    if (!first) break
    let good = true
    if (first.name === '**') {
      const inner = parts[++at]
      const piece = inner && read(inner)
      if (piece?.kind === 'dict') good = addTo(out, piece, budget)
      else if (inner) good = set(`**${inner.from}`, inner, {kind: 'unread', from: inner.from, to: inner.to})
    } else if (parts[at + 1]?.name === ':') {
      const value = parts[at + 2]
      at += 2
      const key = read(first)
      if (value)
        good =
          key.kind === 'scalar'
            ? set(String(key.value), first, read(value))
            : set(`?${first.from}`, first, {kind: 'unread', from: first.from, to: first.to})
    }
    if (!good) return {kind: 'unread', from, to}
  }
  return out
}

/** A string with names in braces, each of which stands for text. */
function readFormat(node: SyntaxNode, {text, look, budget}: Reader): Piece | undefined {
  const {from, to} = node
  const [, prefix = '', quote = ''] = /^([a-z]*)("""|'''|"|')/i.exec(text.slice(from, to)) ?? []
  let value = ''
  let at = from + prefix.length + quote.length
  const plain = (until: number): string =>
    unescaped(text.slice(at, until), /r/i.test(prefix)).replace(/\{\{|\}\}/g, (braces) => braces.charAt(0))
  for (const part of childrenOf(node)) {
    if (part.name !== 'FormatReplacement') continue
    const name = /^\{\s*([A-Za-z_]\w*)\s*\}$/.exec(text.slice(part.from, part.to))?.[1]
    const known = name === undefined ? undefined : look(name)
    if (known?.kind !== 'scalar' || !budget.take(sizeOf(known))) return undefined
    value += plain(part.from) + String(known.value)
    at = part.to
  }
  return {kind: 'scalar', value: value + plain(to - quote.length), from, to}
}

/**
 * What a string literal says.
 *
 * @example
 * stringOf("r'\\alpha'") // '\\alpha'
 */
function stringOf(source: string): string {
  const [, prefix = '', quote = ''] = /^([a-z]*)("""|'''|"|')/i.exec(source) ?? []
  const end = source.endsWith(quote) && source.length >= prefix.length + 2 * quote.length ? quote.length : 0
  return unescaped(source.slice(prefix.length + quote.length, source.length - end), /r/i.test(prefix))
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"'
}

function unescaped(text: string, raw: boolean): string {
  if (raw) return text
  return text.replace(
    /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|([0-7]{1,3})|([\s\S]))/gi,
    (whole, hex?: string, short?: string, long?: string, octal?: string, other?: string) => {
      const code = hex ?? short ?? long
      if (code !== undefined) return fromCode(Number.parseInt(code, 16))
      if (octal !== undefined) return fromCode(Number.parseInt(octal, 8))
      return escapes[other ?? ''] ?? whole
    }
  )
}

function fromCode(code: number): string {
  return code <= 0x10_ffff ? String.fromCodePoint(code) : '\ufffd'
}
