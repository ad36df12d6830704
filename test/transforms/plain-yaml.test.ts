import fc from 'fast-check'
import {CORE_SCHEMA, load} from 'js-yaml'
import {describe, expect, test} from 'vitest'
import {readPlainYaml} from '../../src/transforms/plain-yaml.js'

const all = (yaml: string): unknown => {
  try {
    return load(yaml, {schema: CORE_SCHEMA})
  } catch {
    return 'no YAML'
  }
}

const name = fc.constantFrom(
  'a',
  'b_c',
  'd-e',
  'f',
  'g',
  ':og:title',
  'og:url',
  '"q r"',
  'null',
  'True',
  '__proto__'
)
const word = fc.string({
  unit: fc.constantFrom(...'ab1.0-:# /\'"[]{},&*!|>%@`~<=?é—\\\t\u0085\u2028\u{1f600}\ud800'),
  maxLength: 5
})
const value = fc.oneof(
  {arbitrary: word, weight: 1},
  {arbitrary: word.map((inner) => `a${inner}`), weight: 2},
  {arbitrary: word.map((inner) => `"${inner}"`), weight: 1},
  {
    arbitrary: fc.constantFrom(...' true False null 0 007 1.5 1.10.3 .md ./a a "b" \'c\''.split(' ')),
    weight: 6
  },
  {
    arbitrary: fc.constantFrom(...'~ 0x1f 1e3 -1 .5 .inf .NaN ... --- 2026-01-01 yes | "a"b'.split(' ')),
    weight: 1
  }
)
const line = fc
  .tuple(
    fc.constantFrom('', '', '', '  ', '    ', ' ', '- '),
    name,
    fc.constantFrom(': ', ': ', ':  ', ':'),
    value
  )
  .map((parts) => parts.join('').replace(/: +$/, ':'))
const text = fc
  .tuple(
    fc.array(fc.oneof({arbitrary: line, weight: 20}, word), {minLength: 1, maxLength: 4}),
    fc.constantFrom('\n', '\n', '\n\n', '\r\n')
  )
  .map(([lines, end]) => lines.join(end))

describe('plain front matter', () => {
  test('says what the reader of all YAML says of it', () => {
    let read = 0
    fc.assert(
      fc.property(text, (yaml) => {
        const plain = readPlainYaml(yaml)
        if (plain === undefined) return
        read++
        expect(plain).toEqual(all(yaml))
      }),
      {numRuns: 20_000, seed: 3}
    )
    expect(read).toBeGreaterThan(500)
  })

  test('is what pages have', () => {
    const yaml = `jupytext:
  text_representation:
    extension: .md
    format_version: 0.13
    jupytext_version: 1.10.3
kernelspec:
  display_name: Python 3 (ipykernel)

myst:
  html_meta:
    "property=og:title": "Words: of a page"
orphan: true
:og:url: https://example.org/#a
description: 'Words, — and more'
license:`
    expect(readPlainYaml(yaml)).toStrictEqual({
      jupytext: {text_representation: {extension: '.md', format_version: 0.13, jupytext_version: '1.10.3'}},
      kernelspec: {display_name: 'Python 3 (ipykernel)'},
      myst: {html_meta: {'property=og:title': 'Words: of a page'}},
      orphan: true,
      ':og:url': 'https://example.org/#a',
      description: 'Words, — and more',
      license: null
    })
  })

  test.each([
    ['nothing', ''],
    ['a list', 'a: [b]'],
    ['an item', 'a:\n  - b'],
    ['a comment', 'a: b # c'],
    ['a key twice', 'a: 1\na: 2'],
    ['a value that goes on', 'a: b\n  c'],
    ['a block of text', 'a: |\n  b'],
    ['an indent that begins nothing', 'a: b\n  c: d'],
    ['an indent between two', 'a:\n    b: c\n  d: e'],
    ['an anchor', 'a: &b c'],
    ['an escape', 'a: "\\n"'],
    ['other line endings', 'a: b\r\nc: d'],
    ['the prototype', '__proto__: b']
  ])('is not %s', (_, yaml) => {
    expect(readPlainYaml(yaml)).toBeUndefined()
  })
})
