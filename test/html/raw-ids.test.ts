import {describe, expect, test} from 'vitest'
import {createProject} from '../../src/node/index.js'

const html = (text: string, idPrefix = '') =>
  createProject({pages: {'index.md': text}, config: {idPrefix}}).render('index.md').html

describe('an id of raw HTML', () => {
  test.each([
    ['of a heading', '<a id="one"></a>\n\n## One', '<p><a></a></p>\n<h2 id="one">One</h2>'],
    [
      'of a label',
      '(a)=\nText <b class="c" id=a title="t">x</b>',
      '<p id="a">Text <b class="c" title="t">x</b></p>'
    ],
    ['of other raw HTML', '<b id="a">x</b> <b ID=\'a\'>y</b>', '<p><b id="a">x</b> <b>y</b></p>'],
    [
      'of the page further down',
      '<div id="b"><!-- <b id="b"> --><i id="c">x</i></div>\n\n(b)=\ny',
      '<div><i id="c">x</i></div>\n<p id="b">y</p>'
    ],
    ['of its own, opened again', '<a id="a">\n\nx</a>', '<a id="a">\n</a><p><a>x</a></p>']
  ])('that is also one %s gives way', (_, source, expected) => {
    expect(html(source)).toBe(expected)
  })

  test('counts with the prefix of all ids', () => {
    expect(html('<a id="one"></a> <b id="two">x</b>\n\n## One', 'my-')).toBe(
      '<p><a></a> <b id="my-two">x</b></p>\n<h2 id="my-one">One</h2>'
    )
  })

  test('that is there once stays', () => {
    expect(html('<a id="x"></a> [](#x)')).toContain('<a id="x"></a>')
  })
})
