/** Options that hold a line of Markdown. */
import type {Nodes} from 'mdast'
import {visit} from 'unist-util-visit'
import {expect, test} from 'vitest'
import {expectMessage, listMessages, renderCase} from './support.js'

const author = '```{article-info}\n:author: Ada, [the *other* page](other.md)\n:date: 12 May\n```\n'

test('an author has markup and a link that is resolved', () => {
  expect(listMessages(author)).toEqual([])
  expect(renderCase(author).html).toContain(
    'Ada, <a class="reference internal" href="other.html">the <em>other</em> page</a>'
  )
})

test('what an option holds has the place where it is written', () => {
  const found: string[] = []
  visit(renderCase(author).tree, (node: Nodes) => {
    if (node.type === 'emphasis')
      found.push(author.slice(node.position?.start.offset, node.position?.end.offset))
  })
  expect(found).toEqual(['*other*'])
})

test('a reference in an option is said where it stands', () => {
  expectMessage(
    '```{sidebar} Beside\n:subtitle: see {ref}`«nowhere»`\n\nWords.\n```\n',
    'unknown-label',
    /nowhere/
  )
})

test.each([
  [
    '```{sidebar} Beside\n:subtitle: in *use*\n\nWords.\n```\n',
    '<p class="sidebar-subtitle">in <em>use</em></p>'
  ],
  ['```{code-block} python\n:caption: The `x` of it\n\nx = 1\n```\n', 'The <code>x</code> of it'],
  ['```{mermaid}\n:caption: How *it* flows\n\ngraph LR\n```\n', '<p>How <em>it</em> flows</p>'],
  ['```{article-info}\n:author: 1. Ada\n```\n', '1. Ada</p>']
])('%s', (source, html) => {
  expect(listMessages(source)).toEqual([])
  expect(renderCase(source).html).toContain(html)
})

test('words alone in the braces of colons are classes of a div; braces of backticks hold code', () => {
  expect(renderCase(':::{a-class other}\nWords *inside*\n:::\n').html.trim()).toBe(
    '<div class="a-class other"><p>Words <em>inside</em></p></div>'
  )
  expect(renderCase('```{a-class other}\nx *y*\n```\n').html).toContain('x *y*')
})
