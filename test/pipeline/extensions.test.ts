/** Which extensions are on. */
import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {render} from '../../src/index.js'
import {extensionsOf} from '../../src/pipeline/compile.js'
import {checkConfig, extensionNames} from '../../src/pipeline/options.js'
import {renderCase} from '../directives/support.js'

const flavours = ['sphinx', 'jupyter-book', 'mystmd'] as const

test('the page on syntax says of each extension whether it is on', () => {
  const page = readFileSync(new URL('../../docs/syntax.md', import.meta.url), 'utf8')
  const section = /^## Extensions\n(.*?)^## /ms.exec(page)?.[1] ?? ''
  const rows = [...section.matchAll(/^\| `(\w+)` \| ([^|]*) \|/gm)].map(([, name = '', when = '']) => [
    name,
    when
  ])
  expect(rows.map(([name]) => name).sort()).toEqual([...extensionNames].sort())
  for (const flavour of flavours) {
    const said = rows.filter(([, when]) => when === 'on' || when?.includes(`\`${flavour}\``))
    expect([...extensionsOf({flavour})].sort()).toEqual(said.map(([name]) => name).sort())
  }
})

test('the flavour is Sphinx’s where none is said', () => {
  expect(extensionsOf({})).toEqual(extensionsOf({flavour: 'sphinx'}))
})

test('a flavour adds nothing to extensions that are named', () => {
  expect([...extensionsOf({flavour: 'mystmd', extensions: ['deflist']})]).toEqual(['deflist'])
})

test('smart quotes that are turned off are off in every flavour', () => {
  for (const flavour of flavours)
    expect(renderCase('It\'s "there".\n', {flavour, smartquotes: false}).html).toBe(`<p>It's "there".</p>`)
})

test('citations without their plug-in are an error where they are named, and a message in a page', () => {
  expect(() => render('a', {config: {extensions: ['smartquotes']}})).toThrow(
    /"smartquotes" needs its plug-in/
  )
  expect(() => render('a', {config: {extensions: ['citations']}})).toThrow(
    /needs its plug-in, which mystmark\/node has/
  )
  expect(() => render('@a', {config: {extensions: 'all'}})).not.toThrow()
  const {messages} = render('---\nmyst:\n  enable_extensions: [citations]\n---\n@a')
  expect(messages.map(({ruleId, line, column}) => [ruleId, line, column])).toEqual([['front-matter', 3, 23]])
})

test('a name that no extension has is named', () => {
  expect(() => checkConfig({extensions: ['linkfy', 'deflist']})).toThrow(
    'there is no extension "linkfy"; did you mean "linkify"?'
  )
})

test.each([
  ['sphinx', 'Look at www.example.org, it\'s "there".'],
  ['jupyter-book', 'Look at <a href="http://www.example.org">www.example.org</a>, it\'s "there".'],
  ['mystmd', 'Look at <a href="http://www.example.org">www.example.org</a>, it’s “there”.']
] as const)('plain prose in the flavour %s', (flavour, shown) => {
  const {html} = renderCase('Look at www.example.org, it\'s "there".\n', {flavour})
  expect(html.replace(/ class="[^"]*"/, '')).toBe(`<p>${shown}</p>`)
})
