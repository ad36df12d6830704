import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import * as z from 'zod/mini'
import {createProject} from '../../src/index.js'
import {readObjectsInv} from '../../src/inventories.js'
import {explain} from '../../src/references/explain.js'
import {createTestProject} from '../../src/testing/index.js'
import {cpuNow, hasShared, sharedRoot} from '../support.js'

const links = (html: string) =>
  [...html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/g)].map(([, href, text]) => [href, text])

test.each([
  ['<wiki:Foo_bar>', 'https://en.wikipedia.org/wiki/Foo_bar', 'Foo bar'],
  ['[](wiki:fr:Chat)', 'https://fr.wikipedia.org/wiki/Chat', 'Chat'],
  ['[paper](doi:10.1/x)', 'https://doi.org/10.1/x', 'paper'],
  ['<rrid:SCR_1>', 'https://scicrunch.org/resolver/SCR_1', 'RRID: SCR_1'],
  ['<ror:04x>', 'https://ror.org/04x', 'https://ror.org/04x'],
  ['<gh:o/r>', 'https://github.com/o/r', 'repo o/r'],
  ['[](xref:other/guide#part)', 'https://other.example/guide.html#part', 'Part'],
  ['<xref:other/guide>', 'https://other.example/guide.html', 'Guide'],
  ['<project:#own>', '#own', 'Own'],
  ['[own](#own)', '#own', 'own'],
  ['[](about:us)', '#about-us', 'Us'],
  ['[](a/b)', '#a-b', 'Slash'],
  ['{doc}`other:guide`', 'https://other.example/guide.html', 'Guide'],
  ['{ref}`other:part`', 'https://other.example/guide.html#part', 'Part']
])('%s', (markup, href, text) => {
  const {html, messages} = createTestProject({
    pages: `${markup}\n\n(own)=\n# Own\n\n(about:us)=\n## Us\n\n(a/b)=\n## Slash\n`,
    inventories: {other: ['guide std:doc guide.html Guide', 'part std:label guide.html#$ Part']},
    config: {urlSchemes: {gh: {url: 'https://github.com/{{path}}', title: 'repo {{path}}'}}}
  }).render('index.md')
  expect(links(html)).toEqual([[href, text]])
  expect(messages.map(String)).toEqual([])
})

test.each([
  ['[see {name}](#plan)', 'see The <em>plan</em>'.replace(/<.*?>/g, '')],
  ['[no. {number}](#plan)', 'no. 1'],
  ['[*{number}*: {name} or %s](#plan)', '<em>1</em>: The plan or 1'],
  ['[p. %s](b.md#other)', 'p. 2'],
  ['[{name}](other)', 'Another'],
  ['[{name}](xref:guide/page#part)', 'Part'],
  ['{ref}`{name} <plan>`', 'The plan'],
  ['{numref}`Plate {number} <plan>`', 'Plate 1'],
  ['[](#plan)', 'Figure 1'],
  ['[](plan)', 'The <em>plan</em>']
])('in mystmd %s is filled', (markup, text) => {
  const figure = (name: string, caption: string) =>
    `\n\n\`\`\`{figure} https://x.example/a.png\n:name: ${name}\n${caption}\n\`\`\`\n`
  const {html, messages} = createTestProject({
    pages: {
      'index.md': `${markup}${figure('plan', 'The *plan*')}`,
      'b.md': `${figure('first', 'First')}${figure('other', 'Another')}`
    },
    inventories: {guide: ['part std:label page#part Part']},
    config: {flavour: 'mystmd'}
  }).render('index.md')
  expect(links(html).map(([, shown]) => shown)).toEqual([text])
  expect(messages.map(String)).toEqual([])
})

test.each([
  ['<https://github.com/o/r/pull/3>', 'o/r#3'],
  ['https://github.com/o/r/issues/12', 'o/r#12'],
  ['[](https://github.com/o/r/issues/12#issuecomment-7)', 'o/r#12'],
  ['<https://github.com/o/r/blob/main/a/b.ts#L4-L6>', 'a/b.ts'],
  ['https://github.com/o/r/blob/v1/a%20b.md', 'a b.md'],
  ['<https://en.wikipedia.org/wiki/Foo_bar>', 'Foo bar'],
  ['<https://scicrunch.org/resolver/RRID:AB_1>', 'RRID: AB_1'],
  ['<https://github.com/o/r>', undefined],
  ['https://github.com/o/r/tree/main/a', undefined],
  ['<https://github.com/o/r/issues>', undefined],
  ['[https://github.com/o/r/pull/3](https://github.com/o/r/pull/3)', undefined],
  ['`https://github.com/o/r/pull/3`', undefined]
])('in the flavour mystmd alone %s is called %j', (pages, short) => {
  const texts = (flavour: 'jupyter-book' | 'mystmd') =>
    links(createTestProject({pages, config: {flavour}}).render('index.md').html).map(([, text]) => text)
  if (short === undefined) expect(texts('mystmd')).toEqual(texts('jupyter-book'))
  else {
    expect(texts('mystmd')).toEqual([short])
    expect(texts('jupyter-book')).not.toEqual([short])
  }
})

test('of equal names the first in the order of the toctrees keeps it, without any the first page', () => {
  const page = (title: string) => `(same)=\n# ${title}\n\n\`\`\`{py:function} run()\n\`\`\`\n`
  const pages = {'a.md': page('A'), 'b.md': page('B'), 'c.md': '# C\n\n```{toctree}\na\n```\n'}
  const asked = (index: string) => {
    const project = createTestProject({pages: {...pages, 'index.md': index}})
    const answers = ['{ref}`same`', '[](#same)', '{py:func}`run`'].map((markup) => {
      const answer = project.resolve(markup, {from: 'index.md'})
      return answer.status === 'missing' ? undefined : answer.page
    })
    const told = project.check().filter(({ruleId}) => ruleId === 'duplicate-label')
    const [entry] = project.inventory.entries().filter(({name}) => name === 'same')
    return [...new Set([...answers, entry?.uri.slice(0, 1)]), ...told.map(({file}) => `told ${file}`)]
  }
  expect(asked('# Home')).toEqual(['a.md', 'a', 'told b.md'])
  expect(asked('# Home\n\n```{toctree}\nb\nc\n```\n')).toEqual(['b.md', 'b', 'told a.md'])
  expect(asked('# Home\n\n```{toctree}\nc\nb\n```\n')).toEqual(['a.md', 'a', 'told b.md'])
})

test('a bare name means a label before a heading of the page; #name means the heading', () => {
  const project = createTestProject({
    pages: {
      'index.md': '# Home\n\n## Team\n\n[a](team) {ref}`team` [b](#team)',
      'b.md': '(team)=\n# The team'
    }
  })
  expect(links(project.render('index.md').html).map(([href]) => href)).toEqual([
    'b.html#team',
    'b.html#team',
    '#team'
  ])
})

test.each([
  ['{doc}`guide/Setup`', 'guide/setup.html', 'Set up', 'case-differs'],
  ['[](Guide/setup.md#first)', 'guide/setup.html#first', 'First', 'case-differs'],
  ['{py:func}`RUN`', '#run', 'RUN()', 'case-differs'],
  ['[](guide/setup.html)', 'guide/setup.html', 'Set up', 'html-link'],
  ['[x](guide/setup.html#first)', 'guide/setup.html#first', 'x', 'html-link'],
  ['[x](guide/setup.html#last)', 'guide/setup.html#last', 'x', 'unknown-anchor'],
  ['[x](guide/other.html)', 'guide/other.html', 'x', undefined],
  ['{term}`unit test`', '#term-Unit-Test', 'unit test', undefined]
])('%s is found, and said what is doubtful of it', (markup, href, text, rule) => {
  const {html, messages} = createTestProject({
    pages: {
      'index.md': `${markup}\n\n\`\`\`{py:function} run()\n\`\`\`\n\n\`\`\`{glossary}\nUnit Test\n: One.\n\`\`\`\n`,
      'guide/setup.md': '# Set up\n\n## First\n'
    }
  }).render('index.md')
  expect(
    links(html)
      .slice(0, 1)
      .map(([to, shown]) => [to, shown?.replace(/<.*?>/g, '')])
  ).toEqual([[href, text]])
  expect(messages.map(({ruleId}) => ruleId)).toEqual(rule ? [rule] : [])
})

test('of two pages that differ in case alone none is guessed', () => {
  const {messages} = createTestProject({
    pages: {'index.md': '{doc}`SETUP`', 'setup.md': '', 'Setup.md': ''}
  }).render('index.md')
  expect(messages.map(({ruleId}) => ruleId)).toEqual(['unknown-document'])
})

test('explain says the answer, the number, the steps', () => {
  const project = createTestProject({pages: {'index.md': '(a)=\n# Home', 'b.md': ''}})
  expect(explain(project.resolve('{ref}`a`', {from: 'b.md'}))).toBe(
    'resolved: label "a" at index.md:1:2\n  url    index.html#a\n  text   Home\ntried\n  1. label "a" on this page: not found: it is in index.md\n  2. label "a" in the project: found'
  )
  expect(explain(project.resolve('{doc}`indx`', {from: 'b.md'}))).toMatch(
    /^missing: there is no page "indx".*\ndid you mean\n {2}1\. index\ntried\n/
  )
})

test('a heading keeps the words of the references in it', () => {
  const {outline} = createTestProject({pages: '# By {term}`UID` and {ref}`x`'}).render('index.md')
  expect(outline[0]?.text).toBe('By UID and x')
})

test('linking takes time that grows with the number of pages, not faster', {timeout: 120_000}, () => {
  const milliseconds = (count: number): number => {
    const pages = Object.fromEntries(
      Array.from({length: count}, (_, page) => [
        `p${page}.md`,
        `(l${page})=\n# Page ${page}\n\n(m${page})=\n## Part\n\n{ref}\`l${(page * 7) % count}\` [](#m${(page * 13) % count}) {doc}\`p${(page * 3) % count}\` [](p${(page * 5) % count}.md#part)\n`
      ])
    )
    const project = createProject({pages})
    for (const page of project.pages) project.inventory.pages.get(page)
    const start = cpuNow()
    for (const page of project.pages) project.render(page)
    return cpuNow() - start
  }
  milliseconds(100)
  const [few, many] = [milliseconds(500), milliseconds(2000)]
  // Four times the pages: twice that again is room for a busy machine, sixteen times would be the square.
  expect(many / few).toBeLessThan(9)
})

const matrix = z.object({
  meta: z.object({files: z.record(z.string(), z.string())}),
  cases: z.array(z.object({form: z.string(), html: z.string(), warnings: z.array(z.string())}))
})

test.skipIf(!hasShared)(
  'no form of the matrix loses words, throws or links to nowhere (from ../shared)',
  () => {
    const {meta, cases} = matrix.parse(
      JSON.parse(readFileSync(join(sharedRoot, 'cases/xref-matrix.json'), 'utf8'))
    )
    const wrong: string[] = []
    for (const {form} of cases) {
      const pages = Object.fromEntries(Object.entries(meta.files).filter(([path]) => path.endsWith('.md')))
      const {html} = createProject({
        pages: {...pages, 'sub/case.md': form},
        config: {headingAnchors: 3}
      }).render('sub/case.md')
      for (const [href = ''] of links(html)) {
        if (href.startsWith('#') && href !== '#' && !html.includes(`id="${href.slice(1)}"`))
          wrong.push(`${form} ${href}`)
      }
      for (const [href, text] of links(html))
        if (text === '' && !form.startsWith('[](')) wrong.push(`${form} ${href} is empty`)
    }
    expect(wrong).toEqual([])
  }
)

/** Forms in which we differ on purpose; docs/compatibility.md says why. */
const differs: readonly [why: string, form: RegExp][] = [
  ['pages in reStructuredText are not read', /other\.rst|rst-/],
  ['the second heading of one name counts from the first', /sub-heading--more-1|sub-heading-more\)/],
  ['without a key the order of the configuration decides', /\{external:ref\}`shared-label`/],
  ['an empty fragment is the top of the page', /^\[t?\]\(#\)$/],
  ['what has no number is linked by its title', /^\{numref\}`(?:lab-a|fig-nocap)`$/],
  ['a text without a place for the number stays', /^\{numref\}`bad %d <fig-a>`$/]
]

/** An address without what each renderer chooses for itself: runs of hyphens, folders of downloads. */
function settle(written: string): string {
  const href = written
    .replace(/&amp;/g, '&')
    .replace(/&#(x?)([\da-f]+);/gi, (_, hex, code) =>
      String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10))
    )
  if (href.startsWith('mailto:')) return decodeURIComponent(href)
  if (/_downloads\/|\.txt\b/.test(href)) return href.replace(/#.*/, '').replace(/.*\//, '')
  const bare = href.replace(/#$/, '')
  return /\.html/.test(bare) ? bare.replace(/-+/g, '-') : bare
}

test.skipIf(!hasShared)(
  'every form of the matrix leads where Sphinx leads (from ../shared)',
  {timeout: 120_000},
  () => {
    const {meta, cases} = matrix.parse(
      JSON.parse(readFileSync(join(sharedRoot, 'cases/xref-matrix.json'), 'utf8'))
    )
    const inventory = (key: string, baseUrl: string) =>
      readObjectsInv(
        new Uint8Array(readFileSync(join(sharedRoot, `sphinx/seed/inventories/${key}.objects.inv`))),
        {
          baseUrl
        }
      )
    const inventories = {
      alpha: inventory('alpha', 'https://alpha.example/en/'),
      beta: inventory('beta', 'https://beta.example/')
    }
    const pages = Object.fromEntries(Object.entries(meta.files).filter(([path]) => path.endsWith('.md')))
    const files = (path: string) => ({...meta.files, 'file.txt': 'x', 'sub/local.txt': 'x'})[path]
    const targets = (html: string) => links(html).map(([href = '']) => settle(href))
    const wrong: string[] = []
    let compared = 0
    for (const {form, html: theirs, warnings} of cases) {
      if (differs.some(([, pattern]) => pattern.test(form))) continue
      compared++
      const {html, messages} = createProject({
        pages: {...pages, 'sub/case.md': `${form}\n`},
        inventories,
        files,
        config: {headingAnchors: 3, numbering: true, extensions: 'all'}
      }).render('sub/case.md')
      const [got, wanted] = [targets(html), targets(theirs)]
      const gaveUp = warnings.some((each) =>
        /not found|not in|not assigned|invalid|failed|missing|unknown|undefined|no matches|not readable/i.test(
          each
        )
      )
      const ambiguous = warnings.some((each) => /multiple matches/i.test(each))
      // Where Sphinx gives up, the right answer is a message, or the target that it missed; never a link to nowhere.
      const found =
        got.length > 0 && got.every((href) => /^(\.\.\/a\.html|https:\/\/alpha\.example\/)/.test(href))
      const nowhere = got.some((href) => href.startsWith('#') && wanted.includes(href))
      const right = gaveUp
        ? !nowhere && (messages.length > 0 || found)
        : ambiguous
          ? messages.length > 0 && got.every((href) => /^https:\/\/(alpha|beta)\.example\//.test(href))
          : got.join(' ') === wanted.join(' ')
      if (!right) wrong.push(`${form}: ${got.join(' ')}, not ${gaveUp ? 'a message' : wanted.join(' ')}`)
    }
    expect(wrong).toEqual([])
    expect(compared).toBe(165)
  }
)

test.each([
  '```{button-link} @\nGo\n```',
  '```{button-ref} @\n:ref-type: myst\nGo\n```',
  '```{card} Go\n:link: "@"\n```',
  '````{grid}\n```{grid-item-card} Go\n:link: "@"\n```\n````',
  '```{image} https://x.example/a.png\n:target: "@"\n```',
  '```{figure} https://x.example/a.png\n:target: "@"\nGo\n```',
  '```{article-info}\n:avatar: https://x.example/a.png\n:avatar-link: "@"\n:author: Me\n```',
  '{bdg-link-primary}`Go <@>`',
  '{button}`Go <@>`',
  '[Go](@)'
])(
  'an address in %j is a link like any other: followed in the project, and said where it leads nowhere',
  (form) => {
    const asked = (target: string) => {
      const {html, messages} = createTestProject({
        pages: {'index.md': form.replace('@', target), 'guide.md': '# Guide\n\n(part)=\n## Part\n'}
      }).render('index.md')
      return [
        /<a [^>]*href="([^"]*)"/.exec(html)?.[1],
        messages.map(({ruleId, place}) => [ruleId, place !== undefined])
      ]
    }
    expect(asked('guide.md#part')).toEqual(['guide.html#part', []])
    expect(asked('https://y.example/')).toEqual(['https://y.example/', []])
    expect(asked('#nowhere')).toEqual([undefined, [['unknown-label', true]]])
    expect(asked('gone.md')[1]).toEqual([['unknown-document', true]])
    expect(asked('javascript:x')).toEqual([undefined, [['unsafe-url', true]]])
  }
)
