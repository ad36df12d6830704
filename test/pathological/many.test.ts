/** So many of one thing that they cannot be the arguments of one call: the stack overflows at some hundred thousand. */
import {expect, test} from 'vitest'
import {render} from '../../src/node/index.js'
import {call} from '../cli/call.js'

const count = 130_000
const paragraphs = 'a\n\n'.repeat(count)

test.each([
  ['blocks of a directive that leaves its body', `:::{only} html\n${paragraphs}:::`],
  ['lines of one block of lines', `:::{line-block}\n${'a\n'.repeat(count)}:::`],
  ['blocks between tags', `<div class="admonition">\n\n${paragraphs}</div>`],
  ['classes of one element', `{.${Array.from({length: count}, (_, index) => `a${index}`).join(' .')}}\nText`],
  [
    'blocks from substitutions in one paragraph',
    `---\nmyst:\n  substitutions:\n    a: ":::{note}"\n---\n\n${'{{ a }} '.repeat(count)}`
  ]
])('very many %s: the page is drawn', (_, source) => {
  expect(render(source).html).not.toBe('')
})

test.each([
  ['descriptions of one term', `a\n${': b\n'.repeat(count)}`],
  ['lines of a title that nothing ends', `[a](b "${'c\n'.repeat(count)}d`],
  ['titles that nothing ends, each on a line', '[a](b (c\n'.repeat(count / 10)],
  ['braces that open nothing, in what may be rows', '|{ a\n'.repeat(count)],
  ['bars that are no rows', '|\n'.repeat(count)],
  ['marks of emphasis that nothing closes', '*a _b\n'.repeat(count)],
  ['underscores in words', 'a_b\n'.repeat(count)],
  ['escaped stars', '\\*'.repeat(count)]
])('very many %s stay on the native engine', (_, source) => {
  expect(render(source).parsedBy).toBe('native')
})

test('very many messages of one page are said on the command line', async () => {
  const {stdout, stderr} = await call(
    {'a.md': `${'[](#b) '.repeat(20)}\n\n`.repeat(count / 20)},
    'render',
    'a.md'
  )
  expect(stdout).not.toBe('')
  expect(stderr).toContain(`a.md:${(2 * count) / 20 - 1}:`)
})
