/** The HTML of the MyST specification's own cases, and of CommonMark's as it has them. */
import {raw} from 'hast-util-raw'
import {expect, test} from 'vitest'
import {type RenderOptions, render} from '../../src/index.js'
import {commonMarkAdapters, comparableHtml, referencesAsWritten} from '../comparable-html.js'
import {commonMarkCases, mystCases, olderCases} from './cases.js'
import {ourAdapters, theirAdapters, theirAdaptersByTitle} from './html-adapters.js'

const options: RenderOptions = {
  allowDangerousHtml: true,
  // Quotes as written: the specification's HTML has no others.
  config: {flavour: 'mystmd', extensions: ['colon_fence', 'dollarmath', 'strikethrough', 'tasklist']},
  parseHtml(tree) {
    const read = raw(tree)
    return read.type === 'root' ? read : {type: 'root', children: []}
  }
}

/** HTML of ours that is meant to be another, and why. */
const exceptions = new Map([
  ['references.equations: Invalid equation reference', 'it leads to the figure of that name, with a message'],
  ['directives.table: Basic table', 'the alignment of the columns is not lost']
])

const drawn = mystCases.filter(({html}) => html !== undefined)

test('69 of the 73 cases have HTML; block breaks have none', () => {
  expect(drawn).toHaveLength(69)
  for (const {myst} of mystCases.filter(({html}) => html === undefined))
    expect(render(myst, options).html).not.toContain('+++')
})

test.each(drawn.filter(({title}) => !exceptions.has(title)))('$title', ({title, myst, html = ''}) => {
  const special = theirAdaptersByTitle.flatMap(([form, adapters]) => (form.test(title) ? [adapters] : []))
  // Comments are for authors; they are not in the page, as in Sphinx.
  const expected = title.startsWith('comments:') ? html.replace(/<!--.*?-->/gs, '') : html
  expect(comparableHtml(render(myst, options).html, ourAdapters)).toBe(
    comparableHtml(expected, Object.assign({}, theirAdapters, ...special))
  )
})

test.each([
  [
    'references.equations: Invalid equation reference',
    '<p>see <a href="#matrix">Figure 1</a></p><figure id="matrix"><img src="fig.jpg"><figcaption><p>Cool caption!</p></figcaption></figure>'
  ],
  [
    'directives.table: Basic table',
    '<table><thead><tr><th align="left">header 1</th><th align="right">header 2</th></tr></thead><tbody><tr><td align="left">3</td><td align="right">4</td></tr></tbody></table>'
  ]
])('%s: ours says more', (title, html) => {
  const myst = mystCases.find((each) => each.title === title)?.myst ?? ''
  expect(comparableHtml(render(myst, options).html, ourAdapters)).toBe(comparableHtml(html))
})

test('there are 651 cases of CommonMark, and 17 more', () => expect(commonMarkCases).toHaveLength(668))

const commonMarkExceptions = new Map([
  ...olderCases,
  ['Links - example 483', 'a link without words shows where it leads']
])

test.each(commonMarkCases.filter(({title}) => !commonMarkExceptions.has(title)))(
  'CommonMark, $title',
  ({myst, html = ''}) =>
    expect(
      comparableHtml(render(myst, {...options, elements: referencesAsWritten}).html, commonMarkAdapters)
    ).toBe(comparableHtml(html))
)
