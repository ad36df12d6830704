/** Where the address of a link or an image is written. */
import {expect, test} from 'vitest'
import {visitNodes} from '../../src/ast/tree.js'
import {parse} from '../../src/index.js'
import {placeOfUrl} from '../../src/references/place-of-url.js'

test.each([
  '[b](«b»){.b}',
  '[b](<«b»> "b"){title="b"}',
  '[a](«b»\n"b"){.b\n.c}',
  '> [*b*](«#b» (b))',
  '![b](«b»){alt="b"}',
  '![a [b](«b») c](b)',
  'a <img alt="b.png" src="«b.png»">'
])('%j', (marked) => {
  const source = marked.replace(/[«»]/g, '')
  let found: string | undefined
  visitNodes(parse(source), (node) => {
    if (node.type !== 'link' && node.type !== 'image') return undefined
    const {start, end} = placeOfUrl(source, node) ?? {}
    const [from = 0, to = 0] = [start?.offset, end?.offset]
    found ??= `${source.slice(0, from)}«${source.slice(from, to)}»${source.slice(to)}`
    const before = source.slice(0, from)
    expect(start?.line).toBe(before.split('\n').length)
    expect(start?.column).toBe(from - before.lastIndexOf('\n'))
    return undefined
  })
  expect(found).toBe(marked)
})
