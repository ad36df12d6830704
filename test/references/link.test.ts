/** Writing answers into a page's tree. */
import type {Root} from 'mdast'
import {expect, test} from 'vitest'
import {render} from '../../src/index.js'
import {createCompiler} from '../../src/pipeline/compile.js'
import {checkConfig} from '../../src/pipeline/options.js'
import {createInventory} from '../../src/references/inventory.js'
import {linkTree} from '../../src/references/link.js'

function linked(source: string): {before: Root; after: Root} {
  const page = 'index.md'
  const {tree: before, record} = createCompiler(checkConfig({}), {}).compile(page, source)
  const inventory = createInventory({records: [record], external: {}, url: (path) => path})
  return {before, after: linkTree(before, {inventory, page, source, report: () => {}}).tree}
}

test('only what an answer changes is copied', () => {
  const {before, after} = linked(
    '(here)=\n# Title\n\nA [*place*](https://example.org) and <https://example.org>.\n\n- a\n- [](#here)\n'
  )
  const same = after.children.map((child, index) => child === before.children[index])
  expect(same.lastIndexOf(true)).toBe(same.length - 2)
  expect(same.indexOf(false)).toBe(same.length - 1)
})

test('what is asked for twice is answered once, and said at each place', () => {
  const {references, messages} = render('[a](#nowhere) [b](#nowhere) {ref}`nowhere`')
  expect(references[1]?.resolution).toBe(references[0]?.resolution)
  expect(references[2]?.resolution).not.toBe(references[0]?.resolution)
  expect(messages.map(({column}) => column)).toEqual([5, 19, 35])
})

test('a name asked for in two domains has two answers', () => {
  const source = ':::{py:function} f\n:::\n\n:::{c:function} f\n:::\n\n{py:func}`f` {c:func}`f` {py:func}`f`'
  const {references} = render(source)
  const ids = references.map(({resolution}) =>
    resolution.status === 'missing' ? '' : resolution.description
  )
  expect(new Set(ids).size).toBe(2)
  expect(ids[2]).toBe(ids[0])
})
