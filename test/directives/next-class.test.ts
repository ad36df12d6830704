import {expect, test} from 'vitest'
import {listMessages, renderCase} from './support.js'

test.each([
  ['```{class} big bold\n```\n\nWords.\n\nMore.\n', '<p class="big bold">Words.</p>\n<p>More.</p>'],
  ['```{rst-class} big\n```\n\n- one\n', '<ul class="big">'],
  ['> ```{class} big\n> ```\n>\n> Words.\n\nBehind.\n', '<p class="big">Words.</p>'],
  ['```{class} big\n```\n% a comment\n\nWords.\n', '<p class="big">Words.</p>'],
  ['```{class} big\nWords.\n```\n\nBehind.\n', '<div class="big"><p>Words.</p></div>\n<p>Behind.</p>']
])('class gives its names to its body, or to the next block: %j', (source, html) => {
  expect(listMessages(source)).toEqual([])
  expect(renderCase(source).html).toContain(html)
})
