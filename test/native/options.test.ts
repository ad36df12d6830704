import {expect, test} from 'vitest'
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
  expect(render('>> said').parsedBy).toBe('remark: a quote in a quote')
  expect(render('x', {config: {extensions: ['linkify']}}).parsedBy).toBe('remark: an extension is off')
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
