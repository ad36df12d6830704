/** Whatever is wrong with the options of a directive, the author's words are shown. */
import {expect, test} from 'vitest'
import {listMessages, renderCase} from './support.js'

const rulesOf = (source: string): string[] =>
  listMessages(source).map((line) => line.split(' ').slice(0, 2).join(' ').slice(0, -1))

const html = (source: string): string => renderCase(source).html

test.each([
  ['first', ':smile: some *words*', /<p>:smile: some <em>words<\/em><\/p>/],
  ['behind an option', ':class: wide\n:smile: some *words*', /wide.*<p>:smile: some <em>words<\/em><\/p>/s],
  ['before one', ':smile: some *words*\n:class: wide', /wide.*<p>:smile: some <em>words<\/em><\/p>/s],
  [
    'between two',
    ':class: wide\n:smile: some *words*\n:name: it',
    /id="it" class="[^"]*wide.*<p>:smile: some <em>/s
  ],
  ['without a space', ':smile:some *words*', /<p>:smile:some <em>words<\/em><\/p>/],
  ['without a word between the colons', ':) some *words*', /<p>:\) some <em>words<\/em><\/p>/],
  ['with words between the colons', ':as he said: some *words*', /<p>:as he said: some <em>words<\/em><\/p>/]
])('a line with colons that can be no option is text, %s', (_, lines, shown) => {
  expect(html(`:::{tip}\n${lines}\n:::\n`)).toMatch(shown)
  expect(html(`> - \`\`\`{tip}\n${lines.replace(/^/gm, '>   ')}\n>   \`\`\`\n`)).toMatch(shown)
})

test('it goes on with the text below it', () => {
  expect(html(':::{note}\n:smile: some\nwords\n:::\n')).toContain('<p>:smile: some\nwords</p>')
})

test('it is the first line of code', () => {
  expect(html('```{code-block} rst\n:orphan:\n\nTitle\n```\n')).toContain(':orphan:\n\nTitle')
  expect(html('```{code-block} rst\n:linenos:\n:orphan:\nTitle\n```\n')).toMatch(/:orphan:.*Title/s)
})

test.each([
  ['an option of another directive', ':maxdepth: 2'],
  ['a misspelt option', ':clas: wide'],
  ['a misspelt option of another directive', ':colour: wide']
])('%s is no text', (_, line) => {
  expect(html(`:::{note}\n${line}\nwords\n:::\n`)).not.toMatch(/maxdepth|wide/)
  expect(rulesOf(`:::{note}\n${line}\nwords\n:::\n`)).toEqual([expect.stringContaining('unknown-option')])
})

test.each([
  ['without a space', ':alt:A cat'],
  ['with an open quote', ':alt: "A cat'],
  ['with text behind the quotes', ':alt: "A" cat'],
  ['in dashes, indented', '---\nwidth: 9px\n---'],
  ['in dashes, without a space', '---\nalt:A cat\n---']
])('an option keeps its value, %s', (_, lines) => {
  const {tree} = renderCase(`\`\`\`{image} cat.png\n${lines}\n\`\`\`\n`)
  expect(JSON.stringify(tree)).toMatch(/"alt":"\W*A\W* cat"|"width":"9px"/)
})

test('a flag without its second colon is set', () => {
  expect(html(':::{dropdown} More\n:open\nwords\n:::\n')).toMatch(/<details[^>]* open>/)
})

test('a whole option comes before a faulty one', () => {
  expect(html('```{image} cat.png\n:alt: whole\n:alt:faulty\n```\n')).toContain('alt="whole"')
})

test('text between dashes is shown, and said', () => {
  const source = ':::{note}\n---\nJust some words\n---\nmore\n:::\n'
  expect(html(source)).toMatch(/<p>Just some words<\/p>\s*<p>more<\/p>/)
  expect(rulesOf(source)).toEqual(['3:1-3:16 option-syntax'])
  expect(html('```{code-block} py\n---\nJust some words\n---\nmore\n```\n')).toMatch(
    /more.*<p>Just some words/s
  )
})
