import {describe, expect, test} from 'vitest'
import {parse as parseCore, render as renderCore} from '../../src/index.js'
import {createProject, nativeParser, parse, render} from '../../src/node/index.js'
import {parserWith} from '../../src/pipeline/native-parser.js'
import {native} from './engines.js'

test('mystmark/node parses with the native engine, the core with remark', () => {
  expect([render('# A').parsedBy, renderCore('# A').parsedBy]).toEqual(['native', 'remark'])
  expect(renderCore('# A', {parser: nativeParser}).parsedBy).toBe('native')
})

test.each(['render', 'createProject'] as const)('%s takes the engine by its name', (name) => {
  const parsedBy = (engine: 'native' | 'remark'): string =>
    name === 'render'
      ? render('# A', {engine}).parsedBy
      : createProject({pages: {'a.md': '# A'}, engine}).render('a.md').parsedBy
  expect([parsedBy('native'), parsedBy('remark')]).toEqual(['native', 'remark'])
})

test('an engine that nobody knows is misuse', () => {
  const options = JSON.parse('{"engine": "rust"}')
  expect(() => parse('# A', options)).toThrow(
    'mystmark: there is no engine "rust"; choose "native" or "remark"'
  )
})

test('a page that the engine cannot read exactly is parsed by remark, which is said', () => {
  expect(render('- >> said').parsedBy).toBe('remark: a quote in a quote')
  expect(render('x', {config: {extensions: ['linkify']}}).parsedBy).toBe('remark: an extension is off')
})

describe('a part that the engine cannot read exactly is parsed by remark', () => {
  const words = 'Words that the native engine reads, with [a] link.\n\n'
  const parsedBy = (source: string): string => {
    const page = render(source)
    expect(page.tree).toEqual(render(source, {engine: 'remark'}).tree)
    return page.parsedBy
  }

  test.each([
    ['in the middle', `${words}Said:\n\n- >> $x$ {sub}\`y\`\n\n${words}`, 'lines 3 to 6'],
    ['at the start', `Said:\n\n- >> z\n\n${words}`, 'lines 1 to 4'],
    ['at the end', `${words}Said:\n\n- >> z`, 'lines 3 to 5'],
    ['in a directive', `${words}:::{tip}\na\n\nb\n\n- >> z\n:::\n\n${words}`, 'lines 3 to 10'],
    ['with a label of the rest', `${words}Said:\n\n- >> [z]\n\n${words}[z]: /u`, 'lines 3 to 6'],
    ['with a label of its own', `${words}Said:\n\n- >> [z]\n\n  [z]: /u\n\n${words}`, 'lines 3 to 8'],
    ['with a glossary', `${words}:::{glossary}\nterm\n  - >> z\n:::\n\n${words}`, 'lines 3 to 7']
  ])('%s', (_, source, lines) => {
    expect(parsedBy(source)).toBe(`native, but for ${lines}: a quote in a quote`)
  })

  test('more than one', () => {
    const said = 'Said:\n\n- >> z\n\n'
    expect(parsedBy(words + said + words + said + words)).toBe(
      'native, but for lines 3 to 6: a quote in a quote; lines 9 to 12: a quote in a quote'
    )
  })

  test.each([
    ['nothing ends it', `${words}Said:\n\n- >> z\n<!-- a\n\n${words}-->`],
    ['math in it ends below', `${words}Said:\n\n- >> z\n\n$$\na\n\n${words}$$`],
    ['it defines what the rest asks for', `${words}Said:\n\n- >> z\n\n   [a]: /u\n\n${words}`],
    ['it is more than half of the page', `${words}Said:\n\n- >> ${words}- >> ${words}`],
    ['no line above it begins a block', `> ${words}- >> z\n\n${words}${words}`],
    ['there are nine', `${words}Said:\n\n- >> z\n\n${words}`.repeat(9)]
  ])('but all of the page where %s', (_, source) => {
    expect(parsedBy(source)).toMatch(/^remark: a quote in a quote(?:, and |$)/)
  })
})

test('without an engine remark reads all pages, and says why', () => {
  const parser = parserWith(undefined, 'the native engine cannot be loaded')
  expect(renderCore('# A', {parser}).parsedBy).toBe('remark: the native engine cannot be loaded')
})

test('what an engine throws is no reason to lose a page', () => {
  const parser = parserWith(() => {
    throw new Error('a fault in the engine')
  }, '')
  expect(parseCore('# A', {parser})).toEqual(parseCore('# A'))
})

test.each([
  ['stars', `${'*'.repeat(700_000)}a${'*'.repeat(700_000)}`],
  ['stars in a title', `# ${'*'.repeat(700_000)}a${'*'.repeat(700_000)}`],
  ['stars in an argument', `:::{card} ${'*'.repeat(700_000)}a${'*'.repeat(700_000)}\n:::`],
  ['images', `${'!['.repeat(200_000)}a${'](b)'.repeat(200_000)}`]
])('%s that would fill the stack of the engine never come to it', (_, source) => {
  expect(native(source)).toMatch(/^very many/)
})
