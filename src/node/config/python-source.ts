/** `conf.py`, read by its literals: what its names stand for when it ends, as far as that shows without running it. */
import type {SyntaxNode} from '@lezer/common'
import {parser} from '@lezer/python'
import type {Position} from 'unist'
import {createBudget} from '../../ast/limits.js'
import {addTo, type Piece, type Range, readExpression, sizeOf, sum} from './python-literals.js'
import {childrenOf} from './python-tree.js'
import {createValues, listOf, placesIn, positionsIn, unreadIn} from './python-values.js'
import type {ConfigSource, Tell, Values} from './source.js'

/** A `conf.py` that was read. */
export interface PythonSource extends ConfigSource {
  /** What of a name's value would have to be run, or depends on a condition. */
  unread(name: string): {range: Range; conditional: boolean; source: string}[]
  /** Names that get a value here, but for private ones and those of which others are made. */
  names: readonly string[]
  /** A range in lines and columns. */
  placeOf(range: Range): Position
  /** Whether the file gives the name any value, read or not. */
  has(name: string): boolean
}

/** Parts and characters of all values of a file. */
const maxSize = 4_000_000

/** Brackets in each other; deeper values are not read, and the parser calls itself for each. */
const maxBrackets = 1000

/** The text with spaces in place of what stands in too many brackets. What is in quotes is not known yet: it may count. */
function withoutDepths(text: string): string {
  let depth = 0
  let isDeep = false
  const shallow = Array.from(text, (character) => {
    if ('([{'.includes(character)) depth++
    const isBeyond = depth > maxBrackets
    isDeep ||= isBeyond
    if (')]}'.includes(character) && depth > 0) depth--
    return isBeyond && character !== '\n' ? ' '.repeat(character.length) : character
  })
  return isDeep ? shallow.join('') : text
}

/** Read a Python file. Never throws, and runs nothing. */
export function readPythonSource(whole: string, file: string, tell: Tell): PythonSource {
  const text = whole.replace(/^\uFEFF/, '')
  const names = new Map<string, Piece>()
  const conditional = new Map<string, Range[]>()
  /** Names that may be settings; not those of modules. */
  const given = new Set<string>()
  const used = new Set<string>()
  /** Values that one name alone has, which may be changed in their place. */
  const owned = new Set<Piece>()
  const budget = createBudget(maxSize, () =>
    tell(file, {
      ruleId: 'config-syntax',
      reason: `the values of the file have more than ${maxSize} parts and characters; what is beyond is not read`
    })
  )
  // Python gives the one to the file, and Sphinx the other.
  names.set('__file__', {kind: 'scalar', value: file, from: 0, to: 0})
  names.set('tags', {kind: 'list', items: [], size: 1, from: 0, to: 0})
  try {
    for (const statement of childrenOf(parser.parse(withoutDepths(text)).topNode)) take(statement)
  } catch (error) {
    tell(file, {
      ruleId: 'config-syntax',
      reason: `the file cannot be read: ${error instanceof Error ? error.message : String(error)}`
    })
  }
  const valueIn = createValues()
  const value: Values = Object.fromEntries(
    [...names].flatMap(([name, piece]) => (piece.kind === 'unread' ? [] : [[name, valueIn(piece)]]))
  )
  const placeOf = positionsIn(text)
  return {
    file,
    value,
    placeOf,
    names: [...given].filter((name) => !used.has(name)),
    place: placesIn(names, placeOf),
    has: (name) => names.has(name) || conditional.has(name),
    unread(name) {
      const piece = names.get(name)
      return [
        ...(piece ? unreadIn(piece) : []).map((range) => ({range, conditional: false})),
        ...(conditional.get(name) ?? []).map((range) => ({range, conditional: true}))
      ].map((each) => ({...each, source: text.slice(each.range.from, each.range.to)}))
    }
  }

  function take(statement: SyntaxNode): void {
    const {name} = statement
    if (name === 'AssignStatement') assign(statement)
    else if (name === 'UpdateStatement') update(statement)
    else if (name === 'ExpressionStatement') call(statement)
    else if (name === 'StatementGroup') for (const each of childrenOf(statement)) take(each)
    else if (name === 'FunctionDefinition') {
      const called = childrenOf(statement).find((each) => each.name === 'VariableName')
      if (called && text.slice(called.from, called.to) === 'setup')
        give('setup', {kind: 'unread', from: called.from, to: called.to})
    } else if (name === 'ImportStatement') {
      for (const each of childrenOf(statement))
        if (each.name === 'VariableName')
          names.set(text.slice(each.from, each.to), {kind: 'unread', from: each.from, to: each.to})
    } else if (/^(?:If|Try|With|For|While)Statement$/.test(name)) notePossible(statement)
  }

  function read(node: SyntaxNode): Piece {
    return readExpression(node, {
      text,
      budget,
      look(name) {
        used.add(name)
        const piece = names.get(name)
        if (piece) owned.delete(piece)
        return piece
      }
    })
  }

  function assign(statement: SyntaxNode): void {
    const parts = childrenOf(statement).filter(({name}) => name !== 'TypeDef' && name !== 'Comment')
    const signs = parts.flatMap(({name}, at) => (name === 'AssignOp' ? [at] : []))
    const last = signs.at(-1)
    if (last === undefined) return
    const values = parts.slice(last + 1)
    const [only] = values
    if (!only) return
    const {to} = statement
    const piece: Piece =
      values.length === 1
        ? read(only)
        : listOf(values.filter(({name}) => name !== ',').map(read), {from: only.from, to})
    let start = 0
    for (const sign of signs) {
      const targets = parts.slice(start, sign).filter(({name}) => name !== ',')
      start = sign + 1
      targets.forEach((target, index) => {
        const items = piece.kind === 'list' ? piece.items : []
        const part = targets.length === 1 ? piece : (items[index] ?? {kind: 'unread', from: only.from, to})
        if (target.name === 'VariableName') give(text.slice(target.from, target.to), part)
        else setMember(target, part)
      })
    }
  }

  function give(name: string, piece: Piece): void {
    names.set(name, piece)
    if (!name.startsWith('_')) given.add(name)
  }

  /** `name["key"] = value`. */
  function setMember(target: SyntaxNode, piece: Piece): void {
    const [owner, open, key] = childrenOf(target)
    if (owner?.name !== 'VariableName' || !open || !key) return
    const name = text.slice(owner.from, owner.to)
    const dict = names.get(name)
    const named = open.name === '[' ? read(key) : undefined
    if (dict?.kind !== 'dict' || named?.kind !== 'scalar') return
    const own = String(named.value)
    const size = own.length + sizeOf(piece)
    change(
      name,
      {kind: 'dict', entries: new Map([[own, {key, piece}]]), size, from: dict.from, to: dict.to},
      target
    )
  }

  function update(statement: SyntaxNode): void {
    const [target, sign, value] = childrenOf(statement)
    if (target?.name !== 'VariableName' || !sign || !value) return
    const added = /^(?:\+=|\|=)$/.test(text.slice(sign.from, sign.to))
      ? read(value)
      : ({kind: 'unread', from: statement.from, to: statement.to} satisfies Piece)
    change(text.slice(target.from, target.to), added, statement)
  }

  /** `name.append(value)` and its like. */
  function call(statement: SyntaxNode): void {
    const [expression] = childrenOf(statement)
    if (expression?.name !== 'CallExpression') return
    const [member, list] = childrenOf(expression)
    const [owner, , method] = member ? childrenOf(member) : []
    if (!list || owner?.name !== 'VariableName' || method?.name !== 'PropertyName') return
    const given = childrenOf(list).filter(({name}) => !/^[(),]$/.test(name) && name !== 'Comment')
    const argument = given.at(-1)
    const name = text.slice(owner.from, owner.to)
    const piece = argument && read(argument)
    if (!piece || !names.has(name)) return
    const one = listOf([piece], piece)
    const verb = text.slice(method.from, method.to)
    if (verb === 'append' || verb === 'add') change(name, one, statement)
    else if (verb === 'insert') change(name, one, statement, true)
    else if (verb === 'extend' || verb === 'update') change(name, piece, statement)
    else if (/^(?:remove|pop|clear)$/.test(verb)) possible(name, statement)
  }

  function change(name: string, added: Piece, statement: Range, before = false): void {
    const old = names.get(name)
    if (!old || (!before && owned.has(old) && addTo(old, added, budget))) return
    const made = before ? sum(added, old, old, budget) : sum(old, added, old, budget)
    // The value so far counts where what is added cannot be read.
    if (made.kind === 'unread' && old.kind !== 'unread') possible(name, statement)
    else {
      names.set(name, made)
      owned.add(made)
    }
  }

  function possible(name: string, {from, to}: Range): void {
    const known = conditional.get(name)
    if (known) known.push({from, to})
    else conditional.set(name, [{from, to}])
  }

  /** Names that a block may change, without knowing whether it runs. */
  function notePossible(block: SyntaxNode): void {
    const cursor = block.cursor()
    const {to} = block
    do {
      if (cursor.from >= to) break
      if (cursor.name === 'AssignStatement' || cursor.name === 'UpdateStatement') {
        const {node} = cursor
        const first = node.firstChild
        if (first?.name === 'VariableName') possible(text.slice(first.from, first.to), node)
      } else if (cursor.name === 'CallExpression') {
        const [, name] =
          /^(\w+)\.(?:append|extend|insert|update|add|remove)\(/.exec(
            text.slice(cursor.from, Math.min(cursor.to, cursor.from + 100))
          ) ?? []
        if (name !== undefined) possible(name, cursor.node)
      }
    } while (cursor.next())
  }
}
