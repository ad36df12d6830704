/** Raw HTML is read with what it is open over; blocks that it does not reach stay as they are. */
import type {Element, Root, RootContent} from 'hast'
import {raw} from 'hast-util-raw'
import {toHtml} from 'hast-util-to-html'
import {expect, test} from 'vitest'
import {parseHtml} from '../../src/node/raw-html.js'

const block = (tagName: string, children: Element['children']): Element => ({
  type: 'element',
  tagName,
  properties: {id: 'a'},
  children
})
const words: Element['children'] = [{type: 'text', value: 'Words'}]
const page = (...html: string[]): Root => ({
  type: 'root',
  children: html.flatMap((value): RootContent[] => [
    {type: 'raw', value},
    block('p', words),
    block('ul', [block('li', words), block('li', [{type: 'raw', value: '<br>'}, block('p', words)])])
  ])
})

test.each([
  ['closed', ['<i>a</i>']],
  ['open over blocks', ['<div class="b">', '</div>']],
  ['a comment', ['<!-- a -->']],
  ['a paragraph that is not closed', ['<p>a']],
  ['formatting that is not closed', ['<b>a', '<i>c']],
  ['a link that is not closed', ['<a href="b">']],
  ['cells around blocks', ['<table><tr><td>', '</td></tr></table>']],
  ['a table that is not closed', ['<table><tr>']],
  ['a choice', ['<select><option>a', '</select>']],
  ['a likeness of ours', ['<p data-myst-block="0">x</p>', '<div>']]
])('%s: the same as when all is read', (_, html) => {
  expect(toHtml(parseHtml(page(...html)))).toBe(toHtml(raw(page(...html))))
})

test('a block without raw HTML is not read', () => {
  const tree = page('<div>')
  const [, paragraph] = tree.children
  const [div] = parseHtml(tree).children
  expect(div?.type === 'element' && div.children[0]).toBe(paragraph)
})
