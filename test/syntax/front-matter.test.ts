import {expect, test} from 'vitest'
import {parse} from '../../src/index.js'

test.each([
  ['---\na: 1\n---\ntext', 'a: 1', 12],
  ['--- \t\na: 1\n---  \ntext', 'a: 1', 16],
  ['---\r\na: 1\r\nb: 2\r\n---\r\ntext', 'a: 1\nb: 2', 20],
  ['---\n---', '', 7],
  ['---\n\n---\n', '', 8],
  ['---\n\ta: 1\n ---\n----\n---', '\ta: 1\n ---\n----', 23],
  ['\ufeff---\na: 1\n---', 'a: 1', 12]
])('%j begins with front matter', (source, value, end) => {
  const [node] = parse(source).children
  expect(node).toMatchObject({type: 'yaml', value})
  expect(node?.position?.end.offset).toBe(end)
})

test.each([
  '---',
  '---\na: 1',
  '---\na: 1\n --- \n',
  ' ---\na: 1\n---',
  '> ---\n> a: 1\n> ---',
  '\n---\na: 1\n---',
  '----\na: 1\n---',
  '- - ---\n    a\n    ---'
])('%j does not', (source) => {
  expect(JSON.stringify(parse(source))).not.toContain('"yaml"')
})
