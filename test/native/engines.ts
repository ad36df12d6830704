/** Both engines, as the compiler makes them. */
import type {Root} from 'mdast'
import {expect} from 'vitest'
import {plainEngine} from '../../src/node/native-parser.js'
import {createCompiler} from '../../src/pipeline/compile.js'
import {createNativeParser, fault, type NativePage} from '../../src/syntax/native/parser.js'
import {createParser} from '../../src/syntax/parser.js'

if (!plainEngine) throw new Error('the native engine cannot be loaded on this machine')

const {syntax} = createCompiler({}, {})

export const remark = createParser(syntax)

/** Gives why a page is not for it instead of a tree. */
export const nativePage: (source: string) => NativePage | string = createNativeParser(
  plainEngine,
  remark,
  syntax
)

/** The same, without telling which parts remark read. */
export function native(source: string): Root | string {
  const page = nativePage(source)
  return typeof page === 'string' ? page : page.tree
}

/** A tree as data: what is left out and what is `undefined` are the same. */
export const plain = (tree: unknown): unknown => JSON.parse(JSON.stringify(tree))

/**
 * A page that is not for the native engine is the other's.
 *
 * @returns whether it was for the native engine.
 */
export function expectSame(source: string): boolean {
  const tree = native(source)
  if (typeof tree === 'string') {
    expect(tree, JSON.stringify(source)).not.toContain(fault)
    return false
  }
  expect(plain(tree), JSON.stringify(source)).toEqual(plain(remark(source)))
  return true
}
