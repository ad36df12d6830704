import {describe, expect, test} from 'vitest'
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

describe('![](#label)', () => {
  const shown = (source: string) => {
    const {html, messages} = render(source)
    return {
      html,
      messages: messages.map(
        ({place, ruleId}) => `${place && 'start' in place ? place.start.column : ''} ${ruleId}`
      )
    }
  }

  test('in a paragraph of its own is the directive', () => {
    const page = (block: string) => `# Home\n\n${block}\n\nEnd.\n`
    const {html, messages} = shown(page('![](#setup)'))
    expect(messages).toEqual([])
    expect(html).toBe(shown(page('```{embed} #setup\n```')).html)
    expect(html).toContain('<div class="embed"><h2>Set up</h2>')
  })

  test('several, each in its place, with their ids and classes', () => {
    const {html} = shown('![](#setup){#mine .wide}\n![](#cat)\n')
    expect(html).toMatch(/^<div id="mine" class="embed wide">[\s\S]*<div class="embed"><figure/)
    expect(html).not.toContain('<p><div')
  })

  test('in a figure, a picture by directive, an item of a list, a quote', () => {
    const {html, messages} = shown(
      '```{figure} #cat\n:name: again\nHere is the cat again.\n```\n\n```{image} #cat\n```\n\n- ![](#cat)\n\n> ![](#cat)\n\n{numref}`again`\n'
    )
    expect(messages).toEqual([])
    expect(html.match(/src="guide\/cat\.png"/g)).toHaveLength(4)
    expect(html).toMatch(/<figure id="again"[^>]*>\s*<div class="embed">[\s\S]*Here is the cat again/)
  })

  test('in the midst of other text is a link, which is said', () => {
    const {html, messages} = shown('See ![the cat](#cat) and [![](#cat)](guide/list.md).\n')
    expect(messages).toEqual(['16 unknown-image', '31 unknown-image'])
    expect(html).toContain('See <a class="reference internal" href="guide/start.html#cat">the cat</a>')
    expect(html).not.toMatch(/<a[^>]*>[^<]*<a/)
  })

  test('that nothing has, or that stands in another project, is a link', () => {
    const {html, messages} = shown('![](#nowhere)\n\n![](xref:spec#admonition)\n')
    expect(messages).toEqual(['5 unknown-label', '5 unknown-inventory'])
    expect(html).not.toContain('<img')
  })

  test('from an included file is placed there', () => {
    const pages = {'index.md': '```{include} part.txt\n```\n'}
    const project = createProject({
      pages,
      files: (path) => (path === 'part.txt' ? 'x\n\na ![](#b)\n' : undefined)
    })
    expect(project.check().map(({name, ruleId}) => `${name} ${ruleId}`)).toEqual([
      expect.stringContaining('part.txt:3:'),
      expect.stringContaining('part.txt:3:')
    ])
  })
})

test('a picture with an unsafe address that is shown again is said where it stands, and not a second time', () => {
  const pages = {
    'index.md': '# Home\n\n```{embed} cat\n```\n\n![](#cat)\n',
    'b.md': '(cat)=\n```{image} javascript:alert(1)\n```\n'
  }
  expect(createProject({pages}).check().map(String)).toEqual([
    'b.md:2:12-2:31: the address of this image may run script or open files, so it is left out; use https: or a path'
  ])
})
