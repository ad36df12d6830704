/** `limits`: what is beyond one stands in the page as it was written, or is left out, and is said. */

import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {defaultLimits} from '../../src/ast/limits.js'
import {type Config, createProject} from '../../src/index.js'
import {readLineNumbers} from '../../src/names/values.js'
import {render} from '../../src/node/index.js'
import {projectRoot} from '../support.js'

const limited = (source: string, limits: Config['limits']) => {
  const {html, messages} = render(source, {config: {limits, extensions: 'all'}})
  return {html, said: messages.map(({ruleId, line}) => `${ruleId}:${line}`)}
}

test('a page that is too long is read up to a whole line, and the rest stands in it as written', () => {
  const {html, said} = limited('# A\n\n*b*\n\n*c* <b>', {length: 10})
  expect(html).toContain('<em>b</em>')
  expect(html).toContain('*c* &#x3C;b>')
  expect(said).toEqual(['page-limit:5'])
})

test('a page of too many parts: the blocks behind stand in it as written', () => {
  const {html, said} = limited('a\n\n*b*\n\n*c*\n\n*d*', {nodes: 6})
  expect(html).toContain('<em>b</em>')
  expect(html).toContain('*c*\n\n*d*')
  expect(said).toEqual(['page-limit:5'])
})

test('a lower depth counts, a higher one does not', () => {
  expect(limited('> > > a', {depth: 2}).said).toEqual(['too-deep:1'])
  expect(limited('> > > a', {depth: 9000}).said).toEqual([])
  expect(limited(`${'>'.repeat(300)} a`, {depth: 9000}).said).toEqual(['too-deep:1'])
})

test('substitutions are counted, and what they bring', () => {
  const head = '---\nmyst:\n  substitutions: {a: long, b: "{{ a }} {{ a }}"}\n---\n'
  expect(limited(`${head}{{ a }} {{ a }}`, {substitutions: 1}).said).toEqual(['substitution-limit:5'])
  expect(limited(`${head}{{ a }} {{ b }}`, {substituted: 3}).said).toContain('substitution-limit:5')
  expect(limited(`${head}{{ a }}`, {substitutions: 1, substituted: 3}).said).toEqual([])
})

test('includes are counted, and what they bring', () => {
  const said = (limits: Config['limits']): string[] =>
    createProject({
      pages: {'index.md': ':::{include} a.txt\n:::\n\n:::{include} a.txt\n:::\n'},
      files: () => 'some words',
      config: {limits}
    })
      .render('index.md')
      .messages.map(({ruleId, line}) => `${ruleId}:${line}`)
  expect(said({includes: 1})).toEqual(['include-limit:4'])
  expect(said({included: 15})).toEqual(['include-limit:4'])
  expect(said({})).toEqual([])
})

test('a definition that is asked for too often is text in the end', () => {
  const {html, said} = limited('[a] [b *c*][a] ![d][a]\n\n[a]: https://good.test', {repeated: 20})
  expect(html.match(/https:/g)).toHaveLength(1)
  expect(html).toContain('b <em>c</em>')
  expect(html).toContain(' d')
  expect(said).toEqual(['repetition-limit:1'])
})

test('a title that is referred to too often is called as its target', () => {
  const {html, said} = limited('(a)=\n# Long title\n\n[](#a) [](#a) [](#a)', {repeated: 25})
  expect(html.match(/Long title/g)).toHaveLength(3)
  expect(html.match(/>a</g)).toHaveLength(1)
  expect(said).toEqual(['repetition-limit:4'])
})

test('tables of contents stop', () => {
  const contents = ':::{contents}\n:::\n\n'
  const {html, said} = limited(`# A\n\n## B\n\n${contents}${contents}`, {repeated: 60})
  expect(html.match(/href="#b"/g)).toHaveLength(1)
  expect(said).toEqual(['repetition-limit:8'])
})

test('a row much longer than all others is not what these are filled up to', () => {
  const rows = (count: number) => '| c |\n'.repeat(count)
  const wide = `|${' a |'.repeat(100)}\n|${' - |'.repeat(100)}\n`
  expect(limited(`| a | b |\n| - | - |\n${rows(5)}`, {}).html.match(/<td/g)).toHaveLength(10)
  expect((limited(wide + rows(100), {}).html.match(/<td/g) ?? []).length).toBe(100)
})

test('raw HTML that is too deep in itself is text, and closed HTML is not', () => {
  const open = render('<div>'.repeat(5000))
  expect(open.html).toContain('&#x3C;div>')
  expect(open.messages.map(({ruleId}) => ruleId)).toContain('too-deep')
  const closed = render('<b>a</b><p>b '.repeat(2000))
  expect(closed.messages).toEqual([])
})

test('SECURITY.md has every limit with its default', () => {
  const text = readFileSync(`${projectRoot}SECURITY.md`, 'utf8')
  const rows = [...text.matchAll(/^\| `(\w+)` \| ([\d,]+) \|/gm)].map(([, name, value = '']) => [
    name,
    Number(value.replaceAll(',', ''))
  ])
  expect(Object.fromEntries(rows)).toEqual(defaultLimits)
})

test.each([{depth: -1}, {length: '5'}, {deepness: 5}])('%j is no limit', (limits) => {
  expect(() => render('a', {config: JSON.parse(JSON.stringify({limits}))})).toThrow(/limits/)
})

test('values stand fifty deep in each other in front matter, and substitutions twenty', () => {
  const list = (depth: number): string => `---\na: ${'['.repeat(depth)}${']'.repeat(depth)}\n---\nb`
  expect(limited(list(40), {}).said).toEqual([])
  expect(limited(list(60), {}).said).toEqual(['front-matter:2'])
  const chain = (depth: number): string => {
    const values = Array.from({length: depth}, (_, index) => `a${index}: "{{ a${index + 1} }}"`)
    return `---\nmyst:\n  substitutions: {${values.join(', ')}, a${depth}: word}\n---\n\n{{ a0 }}`
  }
  expect(limited(chain(15), {})).toEqual({html: '<p>word</p>', said: []})
  expect(limited(chain(25), {}).said).toEqual(['substitution-limit:6'])
})

test('a list of lines has at most 10,000 numbers', () => {
  expect(readLineNumbers('1-999999')).toHaveLength(10_000)
  expect(readLineNumbers('1-9999,1-999999')).toHaveLength(10_000)
})
