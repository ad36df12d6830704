/** Headings of a site's pages stand at the level at which they are nested. */
import {expect, test} from 'vitest'
import {createSite} from '../../src/project/create-site.js'

const headings = (source: string): string[] => {
  const {document} = createSite({pages: {'index.md': source}}).render('index.md')
  return [...document.matchAll(/<(h[1-6])[^>]*>(.*?)<\/\1>/gs)].map(([, tag, words]) => `${tag} ${words}`)
}

test.each([
  ['as they are written, where none is left out', '# A\n\n## B\n\n### C\n\n## D', 'h1 A, h2 B, h3 C, h2 D'],
  ['the first is the title, whatever its level', '### A\n\n#### B\n\n### C', 'h1 A, h2 B, h1 C'],
  ['no level is left out', '# A\n\n### B\n\n##### C\n\n## D', 'h1 A, h2 B, h3 C, h2 D'],
  ['a title of the front matter is the first', '---\ntitle: T\n---\n### A\n\n#### B', 'h1 T, h2 A, h3 B'],
  [
    'in a box there is no second title',
    '# A\n\n:::{note}\n# B\n\n#### C\n:::\n\n## D',
    'h1 A, h2 B, h3 C, h2 D'
  ],
  ['a rubric keeps its level', '# A\n\n## B\n\n```{rubric} C\n:heading-level: 2\n```', 'h1 A, h2 B, h2 C']
])('%s', (_, source, expected) => {
  expect(headings(source).join(', ')).toBe(expected)
})
