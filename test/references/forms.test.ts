import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import * as z from 'zod/mini'
import {createProject, explain} from '../../src/index.js'
import {createTestProject} from '../../src/testing/index.js'
import {hasShared, sharedRoot} from '../support.js'

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

test('GitHub is shortened in the flavour mystmd alone', () => {
  const pages = '<https://github.com/o/r/pull/3> <https://github.com/o/r/blob/main/a/b.ts#L4>'
  const texts = (flavour: 'sphinx' | 'mystmd') =>
    links(createTestProject({pages, config: {flavour}}).render('index.md').html).map(([, text]) => text)
  expect(texts('mystmd')).toEqual(['o/r#3', 'b.ts#L4'])
  expect(texts('sphinx')).toEqual([
    'https://github.com/o/r/pull/3',
    'https://github.com/o/r/blob/main/a/b.ts#L4'
  ])
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

test('explain says the answer, the number, the steps', () => {
  const project = createTestProject({pages: {'index.md': '(a)=\n# Home', 'b.md': ''}})
  expect(explain(project.resolve('{ref}`a`', {from: 'b.md'}))).toBe(
    'resolved: label "a" at index.md:1:2\n  url    index.html#a\n  text   Home\ntried\n  1. label "a" on this page: not found\n  2. label "a" in the project: found'
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
    const start = performance.now()
    for (const page of project.pages) project.render(page)
    return performance.now() - start
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
