/** Raw HTML is read with what it is open over; blocks that it does not reach stay as they are. */
import fc from 'fast-check'
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

test.each(['<b', '<b c', '<b c="d', '</b', '<!-- a', '<!-- a --', '<!', '<?a', '<', '&am', '<textarea>a</'])(
  '%j is left out where nothing closes it, and what follows is read',
  (value) => {
    for (const next of ['<i>d</i>', '> <i>d</i>', 'c="e" <i>d</i>', '--> <i>d</i>']) {
      const children: RootContent[] = [{type: 'raw', value}, block('p', [{type: 'raw', value: next}])]
      expect(toHtml(parseHtml({type: 'root', children}))).toContain('d')
    }
  }
)

test('a block without raw HTML is not read', () => {
  const tree = page('<div>')
  const [, paragraph] = tree.children
  const [div] = parseHtml(tree).children
  expect(div?.type === 'element' && div.children[0]).toBe(paragraph)
})

test('a drawing that is not closed ends at the first block in a block', () => {
  const tree = (): Root => ({
    type: 'root',
    children: [{type: 'raw', value: '<svg>'}, block('section', [block('p', words)])]
  })
  expect(toHtml(parseHtml(tree()))).toBe(toHtml(raw(tree())))
  expect(toHtml(parseHtml(tree()))).toContain('</svg><p')
})

test('of blocks that follow each other one is read where raw HTML is plain, and each where it is not', () => {
  const line: RootContent = {type: 'text', value: '\n'}
  const many = (html: string): Root => ({
    type: 'root',
    children: [
      {type: 'raw', value: html},
      block('p', words),
      line,
      block('ul', words),
      line,
      block('p', words)
    ]
  })
  for (const html of ['<div>', '<b>', '<div><h2>', '<table>']) {
    expect(toHtml(parseHtml(many(html)))).toBe(toHtml(raw(many(html))))
  }
  const read = parseHtml(many('<div>'))
  const [div] = read.children
  expect(div?.type === 'element' && div.children.filter((child) => child.type === 'element')).toEqual(
    many('').children.filter((child) => child.type === 'element')
  )
})

const pieces = [
  '<b>',
  '</b>',
  '<i>a',
  '<div>',
  '</div>',
  '<p>',
  '</p>',
  '<a href="b">',
  '</a>',
  '<br>',
  '<!-- a -->',
  '<style>a{}</style>',
  '<style>',
  '</style>',
  '<iframe>',
  '</iframe>',
  '<video>',
  '<script>a</script>'
]
const odd = ['<h2>', '</h2>', '<table>', '<tr>', '<td>a', '</table>', '<select>', '<svg>', '<li>', '<button>']
const leaf = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(...['p', 'ul', 'h1', 'h3', 'pre', 'div', 'dl']).map((tag) => block(tag, words))
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Element['children'][number]>(
      {type: 'text', value: '\n'},
      {type: 'text', value: 'a'}
    )
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...pieces).map((value): Element['children'][number] => ({type: 'raw', value}))
  }
)
const withOdd = fc.oneof(
  {weight: 8, arbitrary: leaf},
  {
    weight: 1,
    arbitrary: fc.constantFrom(...odd).map((value): Element['children'][number] => ({type: 'raw', value}))
  }
)

/** With what ends a tag that nothing closes behind each raw node. */
function ended(tree: Root): Root {
  const within = <T extends RootContent>(children: T[]): RootContent[] =>
    children.flatMap((child): RootContent[] => {
      if (child.type === 'raw') return [child, {type: 'text', value: ''}]
      return [child.type === 'element' ? Object.assign(child, {children: within(child.children)}) : child]
    })
  return {...tree, children: within(tree.children)}
}

test.each([
  ['plain', leaf],
  ['any', withOdd]
])('random pages with %s raw HTML come out as when all is read', (_, node) => {
  const nested = fc.oneof(
    {weight: 5, arbitrary: node},
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('div', 'section', 'blockquote'), fc.array(node, {maxLength: 5}))
        .map(([tag, children]) => block(tag, children))
    }
  )
  fc.assert(
    fc.property(fc.array(nested, {maxLength: 12}), (children) => {
      const tree = (): Root => ({type: 'root', children: structuredClone(children)})
      expect(toHtml(parseHtml(tree()))).toBe(toHtml(raw(ended(tree()))))
    }),
    {numRuns: Number(process.env.MYSTMARK_FUZZ ?? 1) * 1500}
  )
})
