import {describe, expect, test} from 'vitest'
import {createProject, render} from '../../src/index.js'

const odd = ['a b', 'a#b', '50%', 'q?x', 'été', 'quo"te']

/** Where a browser goes from a page, as a path that the server decodes. */
const opened = (from: string, href: string): string =>
  decodeURIComponent(new URL(href, `http://host/${encodeURI(from)}`).pathname.slice(1))

const hrefsOf = (html: string): string[] =>
  [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, value]) => (value ?? '').replaceAll('&#x22;', '"'))

describe('names that mean something in an address', () => {
  test.each(odd)('%j: pages, pictures and downloads are found where they stand', (name) => {
    const files = new Set([`in/${name}.png`])
    const written = encodeURIComponent(name)
    const project = createProject({
      pages: {
        [`in/${name}.md`]: '# Title',
        'in/page.md': [
          `[](${written}.md)`,
          `![x](${written}.png)`,
          `[y](${written}.png)`,
          `{download}\`y <${name}.png>\``,
          `{doc}\`${name}\``
        ].join('\n')
      },
      files: (path) => (files.has(path) ? '' : undefined)
    })
    const {html, messages, files: used} = project.render('in/page.md')
    expect(messages.map(String)).toEqual([])
    expect(used).toEqual([`in/${name}.png`])
    const hrefs = hrefsOf(html)
    expect(
      hrefs.map((href) => new URL(href, 'http://host/').search + new URL(href, 'http://host/').hash)
    ).toEqual(['', '', '', '', ''])
    expect(hrefs.map((href) => opened('in/page.html', href))).toEqual([
      `in/${name}.html`,
      `in/${name}.png`,
      `in/${name}.png`,
      `in/${name}.png`,
      `in/${name}.html`
    ])
  })

  test.each(odd)('%j: in a file that is included from another folder', (name) => {
    const written = encodeURIComponent(name)
    const texts: Record<string, string> = {
      'in/part.txt': `![x](${written}.png) {download}\`y <${name}.png>\``,
      [`in/${name}.png`]: ''
    }
    const project = createProject({
      pages: {'index.md': ':::{include} in/part.txt\n:::\n'},
      files: (path) => texts[path]
    })
    const {html, messages} = project.render('index.md')
    expect(messages.map(String)).toEqual([])
    expect(hrefsOf(html).map((href) => opened('index.html', href))).toEqual([
      `in/${name}.png`,
      `in/${name}.png`
    ])
  })
})

describe('a path that is right from the root', () => {
  const project = createProject({
    pages: {
      'index.md': '# Home',
      'about/index.md': '# About',
      'about/the team.md': '# Team',
      'about/x.md': '# X'
    }
  })
  test.each([
    ['[](<about/the team.md>)', 'the%20team.md'],
    ['[](about/index.md)', 'index.md'],
    ['{doc}`about/index`', 'index'],
    ['{doc}`about/x`', 'x']
  ])('%s is what was meant, written from the page', (markup, meant) => {
    const answer = project.resolve(markup, {from: 'about/x.md'})
    expect(answer.status === 'missing' && answer.suggestions[0]).toBe(meant)
  })

  test('from another folder it is written from the root', () => {
    const other = createProject({pages: {'about/x.md': '# X', 'b/y.md': '# Y', 'b/x.md': '# X'}})
    const answer = other.resolve('[](about/x.md)', {from: 'b/y.md'})
    expect(answer.status === 'missing' && answer.suggestions[0]).toBe('/about/x.md')
  })
})

test.each([
  ['github', ['what-is-new-in-20', 'a--b', 'a--b-1', '12', 'über-uns']],
  ['gitlab', ['what-is-new-in-20', 'a-b', 'a-b-1', 'anchor-12', 'über-uns']],
  ['docutils', ['what-is-new-in-2-0', 'a-b', 'a-b-1', undefined, 'uber-uns']]
] as const)('anchors by the rule of %s lead to their headings, each once', (headingSlugs, anchors) => {
  const titles = ['What is new in 2.0?', 'A & B', 'A & B', '12', 'Über uns']
  const source = titles.map((title) => `# ${title}\n`).join('\n')
  const config = {headingAnchors: 1, headingSlugs}
  for (const anchor of anchors.filter((each) => each !== undefined)) {
    const {html, messages} = render(`${source}\n[x](#${anchor})`, {config})
    const [, href = ''] = /<a [^>]*href="#([^"]*)"/.exec(html) ?? []
    // To the heading's first id, which stands beside the anchor.
    expect(html).toMatch(new RegExp(`<h1 id="${href}">(?:<span id="${anchor}">)?`))
    expect(html.split(` id="${anchor}"`)).toHaveLength(2)
    expect(messages.filter(({ruleId}) => ruleId !== 'heading-level').map(String)).toEqual([])
  }
})

test('a label in the place of a picture is said where no pass shows again what has it', () => {
  expect(render('(x)=\nA ![](#x)').messages.map(String)).toEqual([
    expect.stringContaining('index.md:2:7-2:9: "#x" is no picture')
  ])
})
