/** What people reported against other renderers, in our own words. */

import type {Element, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {expect, test} from 'vitest'
import {expectMessage, listMessages, renderCase} from './support.js'

function elements(html: string, name: string): Element[] {
  const out: Element[] = []
  const visit = (node: Root | Root['children'][number]): void => {
    if (node.type === 'element' && node.tagName === name) out.push(node)
    if ('children' in node) node.children.forEach(visit)
  }
  visit(fromHtml(html, {fragment: true}))
  return out
}

test('an inner colon fence right under an option line begins the body (MyST-Parser#963, iss-001)', () => {
  const source = '::::{admonition} Around\n:class: hint\n:::{note}\nwithin *it*\n:::\n::::\n'
  expect(listMessages(source)).toEqual([])
  expect(renderCase(source).html).toMatch(
    /class="admonition hint".*Around.*class="admonition note".*<em>it<\/em>/s
  )
})

test('class names after a comma in the braces are an unknown name, and the words are shown (jupyter-book#1152, iss-010)', () => {
  const source = ':::{tip,dropdown} Look\nWords *inside*\n:::\n\nBehind\n'
  expectMessage(
    ':::{«tip,dropdown»} Look\nWords *inside*\n:::\n\nBehind\n',
    'unknown-directive',
    /"tip,dropdown"/
  )
  const {html} = renderCase(source)
  expect(html).toContain('Words <em>inside</em>')
  expect(html).toContain('<p>Behind</p>')
})

test('tab sets in tab sets keep their own buttons, each with one chosen (mystmd#2065, iss-058)', () => {
  const source = `::::::{tab-set}
:::::{tab-item} Up
::::{tab-set}
:::{tab-item} Left
| a |
|---|
| 1 |
:::
:::{tab-item} Right
right
:::
::::
:::::
:::::{tab-item} Down
down
:::::
::::::
`
  expect(listMessages(source)).toEqual([])
  const {html} = renderCase(source)
  const inputs = elements(html, 'input').map(({properties}) => [properties.name, properties.checked === true])
  expect(inputs).toEqual([
    ['sd-tab-set-0', true],
    ['sd-tab-set-1', true],
    ['sd-tab-set-1', false],
    ['sd-tab-set-0', false]
  ])
  expect(elements(html, 'label').map(({properties}) => properties.htmlFor)).toEqual(
    elements(html, 'input').map(({properties}) => [properties.id])
  )
  expect(html).not.toContain(':::')
})

test('every card of a grid is one link with a name (sphinx-design#47, iss-061)', () => {
  const source = `::::{grid} 1 2 2 3
:gutter: 2

:::{grid-item-card} One
:link: https://example.org/one
words
:::
:::{grid-item-card} Two
:link: https://example.org/two
:link-alt: On to two
:class-img-top: wide
words
:::
::::
`
  expect(listMessages(source)).toEqual([])
  const links = elements(renderCase(source).html, 'a')
  expect(links.map(({properties}) => properties.href)).toEqual([
    'https://example.org/one',
    'https://example.org/two'
  ])
  expect(renderCase(source).html).toContain('<span>On to two</span>')
})

test('a button to a label of several words finds it, and keeps its markup (sphinx-design#110, iss-062)', () => {
  const note = ':::{note}\n:name: blue green\nwords\n:::\n\n'
  const source = `${note}:::{button-ref} Blue  green\n:ref-type: ref\nOn **now** {octicon}\`rocket\`\n:::\n`
  expect(listMessages(source)).toEqual([])
  expect(renderCase(source).html).toMatch(/href="#blue-green"><span>On <strong>now<\/strong> <svg/)
  expect(renderCase(`${note}:::{button-ref} blue green\n:::\n`).html).toContain('<span>Note</span></a>')
})

test('a heading in a dropdown stays in it and is in no outline (jupyter-book#1479, iss-064)', () => {
  const source = ':::{admonition} A box\n:class: dropdown\n# Within\nwords below\n:::\nBehind\n'
  const {html, outline} = renderCase(source)
  expect(html).toMatch(/<details.*Within<\/h1><p>words below<\/p><\/details>\s*<p>Behind<\/p>/s)
  expect(outline).toEqual([])
})

test('an icon that no pack has and a height that is none are said, and the rest is shown (sphinx-design#180, iss-065)', () => {
  expectMessage(
    'One {octicon}`rocket;2em;sd-text-info` two «{octicon}`no-such`» three\n',
    'unknown-icon',
    /"no-such"/
  )
  expectMessage('One {octicon}`rocket;«9xyz»` two\n', 'invalid-icon', /"9xyz" is not a height/)
  const {html} = renderCase('One {octicon}`rocket;2em;sd-text-info` two {octicon}`no-such` three\n')
  expect(html).toMatch(/height="2.0em" class="sd-octicon sd-octicon-rocket sd-text-info".*aria-hidden="true"/)
  expect(html).toContain('no-such</span> three')
})
