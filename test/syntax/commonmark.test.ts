import {readFileSync} from 'node:fs'
import {toHtml} from 'hast-util-to-html'
import type {Root} from 'mdast'
import {toHast} from 'mdast-util-to-hast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {toMarkdown} from '../../src/markdown.js'
import {createCompiler} from '../../src/pipeline/compile.js'
import {comparable} from './support/round-trip.js'

interface Example {
  title: string
  myst: string
}

/** CommonMark's examples that MyST reads otherwise, and why. */
const exceptions = new Map([
  ['Setext headings - example 96', 'three dashes at the start of a page begin its front matter'],
  ['Setext headings - example 98', 'an empty front matter']
])

const file = new URL('../../node_modules/myst-spec/dist/myst.tests.json', import.meta.url)
const all: Example[] = JSON.parse(readFileSync(file, 'utf8'))
const examples = all
  .filter(({title}) => title.startsWith('cmark_spec'))
  .map(({title, myst}) => ({title: title.replace(/^.*?: /, ''), source: myst}))

const {parse} = createCompiler({}, {})
const plain = unified().use(remarkParse).freeze()
const draw = (tree: Root): string =>
  toHtml(toHast(tree, {allowDangerousHtml: true}), {allowDangerousHtml: true})

test('there are examples', () => expect(examples.length).toBeGreaterThan(600))

test.each(examples.filter(({title}) => !exceptions.has(title)))(
  'CommonMark, $title: the same HTML as without MyST',
  ({source}) => expect(draw(parse(source))).toBe(draw(plain.parse(source)))
)

/** A shortcut reference whose label has an escaped bracket and markup is written with its label a second time. */
const rewritten = 'Link reference definitions - example 194'

test.each(examples.filter(({title}) => title !== rewritten))(
  'CommonMark, $title: written back the same',
  ({source}) => {
    const tree = parse(source)
    expect(comparable(parse(toMarkdown(tree)))).toBe(comparable(tree))
  }
)
