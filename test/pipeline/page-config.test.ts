import {expect, test} from 'vitest'
import {render} from '../../src/node/index.js'

const page = (lines: string, body: string): string => `---\nmyst:\n${lines}\n---\n${body}`

test('a page turns extensions on for itself, beside those of the project', () => {
  const source = page('  enable_extensions: [smartquotes, dollarmath]', '"a" {.b}\n\n{.c}\nd')
  const {html, messages} = render(source, {config: {extensions: ['attrs_block']}})
  expect(html).toContain('“a”')
  expect(html).toContain('<p class="c">d</p>')
  expect(messages).toEqual([])
  expect(render('"a"').html).toBe('<p>"a"</p>')
})

test('a page says how deep its headings have anchors', () => {
  expect(render(page('  heading_anchors: 1', '# A & B')).html).toContain('id="a--b"')
})

test.each([
  ['  enable_extensions: [linkfy]', '3:23-3:29: there is no extension "linkfy"; did you mean "linkify"?'],
  ['  heading_anchors: deep', '3:3-3:18: heading_anchors is a number from 0 to 7, not "deep"'],
  [
    '  heading_anchor: 2',
    '3:3-3:17: "myst" in the front matter has no key "heading_anchor"; did you mean "heading_anchors"?'
  ],
  ['  substitutions: 1', '3:3-3:16: substitutions is a list of keys with values']
])('%s is said at its place', (lines, message) => {
  const {messages} = render(page(lines, 'x'))
  expect(messages.map((each) => String(each).replace('index.md:', ''))).toEqual([message])
})
