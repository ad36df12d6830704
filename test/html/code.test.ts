import type {Element, Root, Text} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {toHtml} from 'hast-util-to-html'
import {describe, expect, test} from 'vitest'
import type {Highlight} from '../../src/html/code-elements.js'
import {render} from '../../src/node/index.js'

describe('code', () => {
  test.each(['```\n\n\nx\n```', '```js\n\n\nx\n```', '```\n\n```'])(
    'that begins with blank lines keeps them in a browser: %j',
    (source) => {
      const {html} = render(source)
      expect(html).toMatch(/<pre><span><\/span>\n/)
      expect(toHtml(fromHtml(html, {fragment: true}))).toBe(html)
    }
  )

  test('that does not has nothing before it', () => {
    expect(render('```\nx\n```').html).toContain('<pre>x\n</pre>')
  })
})

describe('a highlighter', () => {
  const marked = (): Root => ({
    type: 'root',
    children: [
      {
        type: 'element',
        tagName: 'span',
        properties: {className: ['a'], onClick: 'x()'},
        children: [text('a\nb')]
      },
      {type: 'element', tagName: 'script', properties: {}, children: [text('x()')]}
    ]
  })
  const text = (value: string): Text => ({type: 'text', value})
  const source = '```x\na\n```'

  test.each([true, false])('gives nothing that is not safe, be its trees new or not: %j', (isFresh) => {
    const highlight: Highlight = Object.assign(() => marked(), {isFresh})
    expect(render(source, {highlight}).html).toContain('<pre><span class="a">a\nb</span>\n</pre>')
  })

  test('keeps a tree that it may give again', () => {
    const tree = marked()
    const {html} = render(source, {
      highlight: () => tree,
      transformHast(hast) {
        visit(hast, ({properties}) => Object.assign(properties, {id: 'x'}))
        return hast
      }
    })
    expect(html).toContain('<span class="a" id="x">')
    expect(tree).toEqual(marked())
  })

  test.each([true, false])('has a span on each line of its own, be its trees new or not: %j', (isFresh) => {
    const highlight: Highlight = Object.assign(() => marked(), {isFresh})
    const {hast} = render('```{code-block} x\n:linenos:\n\na\n```', {highlight})
    const spans: Element[] = []
    visit(hast, (element) => {
      if (element.properties.className?.toString() === 'a') spans.push(element)
    })
    expect(spans).toHaveLength(2)
    expect(spans[0]?.properties).not.toBe(spans[1]?.properties)
  })
})

function visit({children}: Root | Element, visitor: (element: Element) => void): void {
  for (const child of children)
    if (child.type === 'element') {
      visitor(child)
      visit(child, visitor)
    }
}
