/** Python's literals as values; nothing is run. */
import type {SyntaxNode} from '@lezer/common'

/** A range of the file. */
export interface Range {
  from: number
  to: number
}

/** What an expression comes to. */
export type Piece = Range &
  (
    | {kind: 'scalar'; value: string | number | boolean | null}
    | {kind: 'list'; items: readonly Piece[]}
    | {kind: 'dict'; entries: ReadonlyMap<string, Entry>}
    /** It would have to be run. */
    | {kind: 'unread'}
  )

export interface Entry {
  key: Range
  piece: Piece
}

/** More levels than this are not read. */
const maxDepth = 60

/** Gives what a name stands for. */
export type Look = (name: string) => Piece | undefined

/** Read an expression: literals, names that stand for such, and their sums. */
export function readExpression(node: SyntaxNode, text: string, look: Look, depth = 0): Piece {
  const {from, to} = node
  const unread: Piece = {kind: 'unread', from, to}
  if (depth > maxDepth) return unread
  const read = (each: SyntaxNode): Piece => readExpression(each, text, look, depth + 1)
  const scalar = (value: string | number | boolean | null): Piece => ({kind: 'scalar', value, from, to})
  const source = text.slice(from, to)
  switch (node.name) {
    case 'String':
      return scalar(stringOf(source))
    case 'ContinuedString': {
      const parts = childrenOf(node)
        .filter(({name}) => name !== 'Comment')
        .map(read)
      const whole = parts.reduce((a, b) => sum(a, b, node))
      return {...whole, from, to}
    }
    case 'FormatString':
      return readFormat(node, text, look) ?? unread
    case 'Number': {
      const number = Number(source.replaceAll('_', ''))
      return Number.isNaN(number) ? unread : scalar(number)
    }
    case 'Boolean':
      return scalar(source === 'True')
    case 'None':
      return scalar(null)
    case 'VariableName': {
      const known = look(source)
      // What is wrong with a value is said where the value is written.
      return known ?? unread
    }
    case 'ParenthesizedExpression': {
      const inner = childrenOf(node).find(({name}) => !/^[()]$/.test(name) && name !== 'Comment')
      return inner ? read(inner) : {kind: 'list', items: [], from, to}
    }
    case 'UnaryExpression': {
      const inner = node.lastChild && read(node.lastChild)
      return inner?.kind === 'scalar' && typeof inner.value === 'number' && source.startsWith('-')
        ? scalar(-inner.value)
        : unread
    }
    case 'BinaryExpression': {
      const [left, sign, right] = childrenOf(node)
      if (!left || !right || !sign || !/^[+|]$/.test(text.slice(sign.from, sign.to))) return unread
      return sum(read(left), read(right), node)
    }
    case 'ArrayExpression':
    case 'TupleExpression':
    case 'SetExpression':
      return {kind: 'list', items: readItems(node, read), from, to}
    case 'DictionaryExpression':
      return {kind: 'dict', entries: readEntries(node, read), from, to}
    default:
      return unread
  }
}

/** Two values added: strings, lists, dictionaries. */
export function sum(left: Piece, right: Piece, {from, to}: Range): Piece {
  if (left.kind === 'list' && right.kind === 'list')
    return {kind: 'list', items: [...left.items, ...right.items], from, to}
  if (left.kind === 'dict' && right.kind === 'dict')
    return {kind: 'dict', entries: new Map([...left.entries, ...right.entries]), from, to}
  if (left.kind === 'list' && right.kind === 'unread')
    return {kind: 'list', items: [...left.items, right], from, to}
  if (left.kind === 'unread' && right.kind === 'list')
    return {kind: 'list', items: [left, ...right.items], from, to}
  if (left.kind === 'scalar' && right.kind === 'scalar') {
    const [a, b] = [left.value, right.value]
    if (typeof a === 'string' && typeof b === 'string') return {kind: 'scalar', value: a + b, from, to}
    if (typeof a === 'number' && typeof b === 'number') return {kind: 'scalar', value: a + b, from, to}
  }
  return {kind: 'unread', from, to}
}

/** The nodes right below one. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const out: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) out.push(child)
  return out
}

function readItems(node: SyntaxNode, read: (each: SyntaxNode) => Piece): Piece[] {
  const out: Piece[] = []
  let spread = false
  for (const child of childrenOf(node)) {
    if (/^[[\](){},]$/.test(child.name) || child.name === 'Comment') continue
    if (child.name === '*') {
      spread = true
      continue
    }
    const piece = read(child)
    if (spread && piece.kind === 'list') out.push(...piece.items)
    else out.push(spread ? {kind: 'unread', from: child.from, to: child.to} : piece)
    spread = false
  }
  return out
}

function readEntries(node: SyntaxNode, read: (each: SyntaxNode) => Piece): Map<string, Entry> {
  const out = new Map<string, Entry>()
  const parts = childrenOf(node).filter(({name}) => !/^[{},]$/.test(name) && name !== 'Comment')
  for (let at = 0; at < parts.length; at++) {
    const first = parts[at]
    if (!first) break
    if (first.name === '**') {
      const inner = parts[++at]
      const piece = inner && read(inner)
      if (piece?.kind === 'dict') for (const [key, entry] of piece.entries) out.set(key, entry)
      else if (inner)
        out.set(`**${inner.from}`, {key: inner, piece: {kind: 'unread', from: inner.from, to: inner.to}})
      continue
    }
    if (parts[at + 1]?.name !== ':') continue
    const value = parts[at + 2]
    at += 2
    const key = read(first)
    if (!value) continue
    const named = key.kind === 'scalar' ? String(key.value) : `?${first.from}`
    out.set(named, {
      key: first,
      piece: key.kind === 'scalar' ? read(value) : {kind: 'unread', from: first.from, to: first.to}
    })
  }
  return out
}

/** A string with names in braces, each of which stands for text. */
function readFormat(node: SyntaxNode, text: string, look: Look): Piece | undefined {
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
    if (known?.kind !== 'scalar') return undefined
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
