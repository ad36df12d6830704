import {fromHtml} from 'hast-util-from-html'
import {toHtml} from 'hast-util-to-html'
import {describe, expect, test} from 'vitest'
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
