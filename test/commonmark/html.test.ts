import {readFileSync} from 'node:fs'
import type {Element, Nodes, Root} from 'hast'
import {raw} from 'hast-util-raw'
import {toHtml} from 'hast-util-to-html'
import {toHast} from 'mdast-util-to-hast'
import {expect, test} from 'vitest'
import {parse} from '../../src/index.js'

interface Example {
  title: string
  myst: string
  html: string
}

const why = {
  front: 'three dashes at the start of a page begin its front matter',
  space: 'the case file has a plain space where the specification has a no-break space',
  comment: 'a comment by CommonMark 0.31 and not by 0.30, of which the case file is'
}

/** Examples whose HTML is another with MyST, and why. */
const exceptions = new Map<string, string>([
  ['Setext headings - example 96', why.front],
  ['Setext headings - example 98', why.front],
  ['Entity and numeric character references - example 25', why.space],
  ['Code spans - example 333', why.space],
  ['Emphasis and strong emphasis - example 353', why.space],
  ['Links - example 506', why.space],
  ['Raw HTML - example 625', why.comment],
  ['Raw HTML - example 626', why.comment]
])

const file = new URL('../../node_modules/myst-spec/dist/myst.tests.json', import.meta.url)
const all: Example[] = JSON.parse(readFileSync(file, 'utf8'))
const examples = all
  .filter(({title}) => title.startsWith('cmark_spec'))
  .map((example) => ({...example, title: example.title.replace(/^.*?: /, '')}))

const parseHtml = (tree: Root): Root => {
  const read = raw(tree)
  return read.type === 'root' ? read : {type: 'root', children: []}
}

test('there are examples', () => expect(examples.length).toBeGreaterThan(600))

test.each(examples.filter(({title}) => !exceptions.has(title)))(
  'CommonMark, $title: the HTML of the specification',
  ({myst, html}) => {
    expect(normal(draw(myst))).toBe(normal(readHtml(html)))
  }
)

test.each([
  ['&nbsp;a', '<p>\u00a0a</p>'],
  ['`\u00a0b\u00a0`', '<p><code>\u00a0b\u00a0</code></p>'],
  ['*\u00a0a\u00a0*', '<p>*\u00a0a\u00a0*</p>'],
  ['[a](/b\u00a0"c")', '<p><a href="/b%C2%A0%22c%22">a</a></p>'],
  ['a <!-- b -- c -->', '<p>a <!-- b -- c --></p>'],
  ['a <!--> b -->', '<p>a <!----> b --&gt;</p>']
])('where the case file is older or poorer, the present specification holds: %j', (source, html) =>
  expect(normal(draw(source))).toBe(normal(readHtml(html)))
)

test.each([
  [
    'a row with fewer cells is filled',
    '| a | b |\n| --- | --- |\n| c |',
    '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td></td></tr></tbody></table>'
  ],
  [
    'cells beyond the head are dropped',
    '| a |\n| --- |\n| c | d |',
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>c</td></tr></tbody></table>'
  ],
  [
    'alignment',
    '| a | b | c |\n| :-- | :-: | --: |',
    '<table><thead><tr><th align="left">a</th><th align="center">b</th><th align="right">c</th></tr></thead></table>'
  ],
  [
    'an escaped pipe is a character, in code too',
    '| a |\n| - |\n| `b\\|c` \\| d |',
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td><code>b|c</code> | d</td></tr></tbody></table>'
  ],
  [
    'a quote ends a table',
    '| a |\n| - |\n| b |\n> c',
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table><blockquote><p>c</p></blockquote>'
  ],
  ['a head and a delimiter row of other lengths are text', '| a | b |\n| - |', '<p>| a | b |\n| - |</p>'],
  ['two tildes strike through', '~~a~~ b', '<p><del>a</del> b</p>'],
  ['no paragraph end inside what is struck', 'a ~~b\n\nc~~', '<p>a ~~b</p><p>c~~</p>'],
  ['three tildes do not strike', 'a ~~~b~~~', '<p>a ~~~b~~~</p>'],
  [
    'task items, done and not',
    '- [ ] a\n- [x] b',
    '<ul><li><input type="checkbox" disabled> a</li><li><input type="checkbox" checked disabled> b</li></ul>'
  ],
  [
    'task items in task items',
    '- [x] a\n  - [ ] b',
    '<ul><li><input type="checkbox" checked disabled> a<ul><li><input type="checkbox" disabled> b</li></ul></li></ul>'
  ],
  ['a box without a space behind it is text', '- [x]a', '<ul><li>[x]a</li></ul>']
])('GFM: %s', (_, source, html) => expect(normal(draw(source))).toBe(normal(readHtml(html))))

/** References are left as written. */
function draw(source: string): Root {
  const drawn = toHast(parse(source), {allowDangerousHtml: true})
  return drawn.type === 'root' ? parseHtml(drawn) : {type: 'root', children: []}
}

function readHtml(html: string): Root {
  return parseHtml({type: 'root', children: [{type: 'raw', value: html.trim()}]})
}

/** What a reader of HTML sees: without our ids and classes, and without line ends beside tags. */
function normal(tree: Root): string {
  return toHtml({type: 'root', children: tree.children.flatMap(bare)})
    .replace(/\s*\n\s*/g, '\n')
    .replace(/(?<=>)\n|\n(?=<|$)/g, '')
    .trim()
}

function bare(node: Root['children'][number]): Root['children'] {
  if (node.type === 'text') return node.value.trim() === '' && node.value.includes('\n') ? [] : [node]
  return node.type === 'element' ? [bareElement(node)] : [node]
}

function bareElement({tagName, properties, children}: Element): Element {
  const {id: _, className: __, ...rest} = properties
  return {
    type: 'element',
    tagName,
    properties: rest,
    children: children.flatMap((child) => bare(child)).filter(isInElement)
  }
}

function isInElement(node: Nodes): node is Element['children'][number] {
  return node.type === 'element' || node.type === 'text' || node.type === 'comment'
}
