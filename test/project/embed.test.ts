import {expect, test} from 'vitest'
import {createProject} from '../../src/node/index.js'

const guide = `# Guide

(setup)=
## Set up

See [the list](list.md), ![a cat](cat.png) and [](#set-up).

\`\`\`{figure} cat.png
:name: cat
A cat.
\`\`\`

## Use

:::{todo}
Say how.
:::
`

const project = (page: string) =>
  createProject({
    pages: {'index.md': page, 'guide/start.md': guide, 'guide/list.md': '# List\n'},
    files: (path) => (path === 'guide/cat.png' ? '' : undefined),
    config: {numbering: true, headingAnchors: 2}
  })

const render = (page: string) => project(page).render('index.md')

test('embed shows a section of another page, its links as this page sees them', () => {
  const {html, messages, files} = render('# Home\n\n```{embed} setup\n```\n')
  expect(messages).toEqual([])
  expect(html).toContain('<div class="embed"><h2>Set up</h2>')
  expect(html).toContain('href="guide/list.html"')
  expect(html).toContain('href="guide/start.html#setup"')
  expect(html).toContain('src="guide/cat.png"')
  expect(html).not.toContain('Say how')
  expect(files).toContain('guide/cat.png')
})

test('a block that is shown again keeps its number and gives its id to nobody', () => {
  const {html} = render('```{figure} guide/cat.png\nMine.\n```\n\n```{embed} #cat\n```\n')
  expect(html.match(/Fig\. \d/g)).toEqual(['Fig. 1', 'Fig. 2'])
  expect(html).not.toContain('id="cat"')
})

test('todolist shows the todos of all pages, each with a link to its section', () => {
  const {html, messages} = render('# Home\n\n:::{todo}\nPaint.\n:::\n\n```{todolist}\n```\n')
  expect(messages).toEqual([])
  const list = html.slice(html.indexOf('todolist'))
  expect(list).toContain('Paint.')
  expect(list).toContain('<a class="reference internal" href="#home">Home</a>')
  expect(list).toContain('Say how.')
  expect(list).toContain('<a class="reference internal" href="guide/start.html#use">Use</a>')
})

test.each([
  ['itself', '(a)=\n> ```{embed} a\n> ```\n'],
  ['each other', '(a)=\n> ```{embed} b\n> ```\n\n(b)=\n> ```{embed} a\n> ```\n'],
  ['a todo that lists todos', ':::{todo}\n~~~{todolist}\n~~~\n:::\n\n~~~{todolist}\n~~~\n']
])('blocks that show %s end', (_, page) => {
  expect(render(page).html.length).toBeLessThan(2000)
})

test('what is no block, or cannot be found, is a link with its message', () => {
  const {html, messages} = render('```{embed} nowhere\n```\n\n```{embed} guide/list.md\n```\n')
  expect(messages.map(({ruleId}) => ruleId)).toEqual(['unknown-label'])
  expect(html).toContain('<a class="reference internal" href="guide/list.html">List</a>')
})

test('a page shows at most a hundred parts again, and says so', () => {
  const {messages, html} = render(`:::{note}\n:name: a\nx\n:::\n\n${'```{embed} a\n```\n\n'.repeat(102)}`)
  expect(messages.map(({ruleId}) => ruleId)).toEqual(['include-limit', 'include-limit'])
  expect(html.match(/<aside/g)).toHaveLength(101)
})
