import {expect, test} from 'vitest'
import {createProject} from '../../src/node/plugged.js'

const headings = [
  '😀',
  '🎉 🎊',
  '👩‍👩‍👧 🇩🇪',
  '目次',
  '目次',
  'cafe\u0301',
  'caf\u00e9',
  'नमस्ते',
  'مرحبا',
  '한국어 (Korean)',
  '\u0301',
  '!?',
  '…',
  '1',
  '1.2',
  '#12',
  'Same',
  'Same',
  'Same-1',
  'Same `code`',
  '*Same* **bold**',
  '$x$',
  '{math}`x`',
  '![picture](a.png)',
  '[link](https://e.org)',
  '{sub}`2`',
  '<b>raw</b>',
  'id1',
  '___',
  'ß',
  '①',
  'İstanbul'
]

test.each(['docutils', 'github', 'gitlab'] as const)(
  'with the anchors of %s every heading has ids of its own, the same in page, links and inventory',
  (headingSlugs) => {
    const source = ['# Page', ...headings.map((heading) => `## ${heading}`)].join('\n\n')
    const project = createProject({
      pages: {'index.md': source},
      files: (path) => (path === 'a.png' ? '' : undefined),
      config: {headingSlugs, headingAnchors: 6}
    })
    const {html, outline} = project.render('index.md')
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(outline.length).toBe(headings.length + 1)
    const inventory = project.inventory
      .mystReferences()
      .flatMap(({identifier, html_id: id = identifier}) => id ?? [])
    for (const {id, anchors} of outline) {
      expect(id).toMatch(/^[^\s-]\S*$/)
      expect(ids).toContain(id)
      expect(inventory).toContain(id)
      for (const anchor of anchors) {
        expect(anchor).not.toMatch(/^$|^-\d+$|\s/)
        expect(project.resolve(`[](<#${anchor}>)`, {from: 'index.md'})).toMatchObject({url: `#${id}`})
      }
    }
  }
)

test('docutils counts headings of which no letter is left', () => {
  const project = createProject({
    pages: {'index.md': '# 😀\n\n(id2)=\n## 目次\n\n## 🎉\n'},
    config: {headingSlugs: 'docutils', headingAnchors: 6}
  })
  expect(project.render('index.md').outline.map(({anchors}) => anchors)).toEqual([
    ['section', 'id1'],
    ['id2', '目次', 'id3'],
    ['section-1', 'id4']
  ])
})

test.each([
  ['(caf\u00e9)=\n# A', '{ref}`cafe\u0301`'],
  ['(cafe\u0301)=\n# A', '[](#caf\u00e9)'],
  ['## \u1112\u1161\u11ab', '[](#\ud55c)'],
  ['## \ud55c', '[](#\u1112\u1161\u11ab)'],
  ['```{glossary}\ncaf\u00e9\n  A.\n```', '{term}`cafe\u0301`']
])('accents may be composed or not: %j is found by %j', (source, reference) => {
  const project = createProject({pages: {'index.md': `# Page\n\n${source}\n`}})
  expect(project.resolve(reference, {from: 'index.md'})).toMatchObject({status: 'resolved'})
})
