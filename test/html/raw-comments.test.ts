/** Comments in raw HTML: nobody has to read HTML to leave them out. */
import {fromHtml} from 'hast-util-from-html'
import {describe, expect, test, vi} from 'vitest'
import {render as renderCore} from '../../src/index.js'
import {isComment} from '../../src/names/html-tags.js'
import {nodePlugins} from '../../src/node/plugged.js'

test.each([
  '<!-- a -->',
  '<!---->',
  '<!-->',
  '<!--->',
  '<!--a--!>',
  '<!-- <b> - -- > -->',
  '<!--\n\n-->',
  '<!--> a -->',
  '<!-- a --> b',
  '<!-- a --><b>',
  '<!-- a --><!-- b -->',
  '<!-- a --!> <b> -->',
  ' <!-- a -->',
  '<!-- a',
  '<!-- a --',
  '<!-',
  '<!a>',
  '<b>',
  ''
])('%j is a comment for a browser if it is one for us', (html) => {
  const {children} = fromHtml(html, {fragment: true})
  const isOne = children.length === 1 && children[0]?.type === 'comment' && html.includes('>')
  expect(isComment(html)).toBe(isOne && /^<!--/.test(html) && /--!?>$/.test(html))
})

describe('a page with comments alone', () => {
  const page = 'a <!-- <b> --> c\n\n<!-- x\n\ny -->\n\n[d](#)'

  test('is not read as HTML, and is as if it had been', () => {
    const {parseHtml} = nodePlugins()
    const read = vi.fn((tree) => parseHtml?.(tree) ?? tree)
    const {html} = renderCore(page, {parseHtml: read})
    expect(read).not.toHaveBeenCalled()
    expect(html).toBe('<p>a  c</p>\n\n<p><a class="reference internal" href="#">d</a></p>')
    expect(renderCore(`${page}\n\n<i></i>`, {parseHtml: read}).html).toBe(`${html}\n<p><i></i></p>`)
    expect(read).toHaveBeenCalledOnce()
  })

  test('keeps them where authors are trusted, and shows them where nobody reads HTML', () => {
    const {parseHtml} = nodePlugins()
    expect(renderCore(page, {parseHtml, allowDangerousHtml: true}).html).toContain('<!-- <b> -->')
    expect(renderCore(page).html).toContain('&#x3C;!-- &#x3C;b> -->')
  })
})
