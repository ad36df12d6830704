/** Every link has a name that can be seen or read out. */
import {expect, test} from 'vitest'
import {render} from '../../src/node/index.js'

test.each([
  ['no words: its address', '[](https://a.example/b)', '>https://a.example/b</a>'],
  ['no words, to a file: its path', '[](data/a.Rmd)', '>data/a.Rmd</a>'],
  ['a picture without words', '[![](a.png)](https://a.example)', 'aria-label="https://a.example"'],
  ['a picture without words, a title', '[![](a.png)](https://a.example "B")', 'aria-label="B"'],
  ['an icon', '[{octicon}`report`](https://a.example)', 'aria-label="https://a.example"']
])('a link of %s', (_, source, expected) => {
  expect(render(source).html).toContain(expected)
})

test.each([
  '[words](https://a.example)',
  '[**words**](https://a.example)',
  '[![words](a.png)](https://a.example)',
  '[{math}`x`](https://a.example)',
  '[{octicon}`report` words](https://a.example)',
  '[`words`](https://a.example)'
])('a link is called by its words, once: %s', (source) => {
  expect(render(source).html).not.toContain('aria-label')
})

test.each(['```{button-ref} a\n```', '{bdg-ref-primary}`a`'])(
  'the label of %s is the title’s words, without its markup',
  (source) => {
    expect(render(`(a)=\n## A *section*\n\n${source}\n`).html).toContain('<span>A section</span>')
  }
)
