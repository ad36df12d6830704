/** Code on which an expression of a grammar takes the square of a text is shown plain. */
import {expect, test} from 'vitest'
import {mayTakeLong} from '../../src/node/highlight/long-search.js'
import {nodeHighlight} from '../../src/node/highlight.js'

const lines = (text: string, width: number, count: number): string =>
  `${text.repeat(Math.ceil(width / text.length)).slice(0, width)}\n`.repeat(count)

test.each([
  ['words on many lines as C++', 'cpp', lines('a b ', 79, 1200)],
  ['words on one line as C', 'c', lines('x ', 90_000, 1)],
  ['beginnings of links on one line as Markdown', 'markdown', lines('[a](', 90_000, 1)],
  ['the same on lines of a thousand', 'markdown', lines('[a](', 1000, 90)],
  ['digits as a configuration', 'ini', lines('1', 90_000, 1)]
])('%s', (_, language, code) => {
  const start = performance.now()
  expect(nodeHighlight()(code, language)).toBeUndefined()
  expect(performance.now() - start).toBeLessThan(1000)
})

test.each([
  ['a long program', lines('x = call(1)  # to do\n', 90, 1000)],
  ['one line of a few thousand characters', lines('{"a": [1, 2]}, ', 4000, 1)],
  ['lines of 200 characters', lines('f(x); ', 200, 450)],
  ['a screen of words', lines('one two ', 79, 100)],
  ['nothing', '']
])('%s is coloured', (_, code) => {
  expect(mayTakeLong(code)).toBe(false)
  expect(nodeHighlight()(code, 'python')).toBeDefined()
})
