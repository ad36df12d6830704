/** sphinx-design's own pages beside the HTML that Sphinx makes of them, where they are present. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {expect, test} from 'vitest'
import {createProject} from '../../src/node/index.js'
import {filesBelow, hasShared, sharedRoot} from '../support.js'

interface Comparing {
  canon(html: string): string[]
  difference(expected: string[], got: string[]): string[]
}

/**
 * Lines that stand on one side alone, by page: what Sphinx reports as faulty and leaves out, and what
 * docs/compatibility.md lists beside that.
 */
const known: Record<string, number> = {
  'extra/button-ref.md': 6,
  'extra/carousel-bad.md': 5,
  'extra/div-article.md': 2,
  'extra/dropdown-all.md': 6,
  'extra/grid-all.md': 4,
  'extra/icons.md': 14,
  'extra/tabs-all.md': 23
}

const folder = join(sharedRoot, 'sphinx/design')
const pages = hasShared ? filesBelow(folder, '.md') : []

test.skipIf(!hasShared)(
  'every page has Sphinx’s structure, but where docs/compatibility.md says why not',
  async () => {
    const {canon, difference}: Comparing = await import(
      pathToFileURL(join(sharedRoot, 'tools/canon.mjs')).href
    )
    const found: Record<string, number> = {}
    for (const page of pages) {
      const source = readFileSync(join(folder, page), 'utf8')
      const {html} = createProject({
        pages: {
          'page.md': page.includes('hide-title') ? source : `# Heading\n\n${source}`,
          'other.md': '# Other page\n'
        },
        files: (path) => (path === 'snippet.py' ? 'a = 1\n' : undefined),
        config: {extensions: ['colon_fence', 'deflist', 'attrs_inline', 'substitution']}
      }).render('page.md')
      const expected = readFileSync(join(folder, page.replace(/md$/, 'html')), 'utf8')
      const lines = difference(canon(expected), canon(html))
      if (lines.length > 0) found[page] = lines.length
    }
    expect(pages.length).toBe(36)
    expect(found).toEqual(known)
  }
)
