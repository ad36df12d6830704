/** What browsers, and html-validate for them, ask of the HTML: checked on whole sites. */
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {HtmlValidate, type RuleConfig} from 'html-validate'
import {afterAll, expect, test} from 'vitest'
import {buildSite, loadProject, nodePlugins} from '../../src/node/index.js'
import {createSite} from '../../src/project/create-site.js'
import {filesBelow, hasShared, projectRoot, readFolder, sharedRoot} from '../support.js'

const validator = (more: RuleConfig = {}): HtmlValidate =>
  new HtmlValidate({
    extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
    rules: {
      'empty-heading': 'error',
      // A `>` in text is HTML.
      'no-raw-characters': 'off',
      // The caption of a toctree is Sphinx's paragraph; scripts and styles are the site's own files.
      'prefer-native-element': 'off',
      'require-sri': 'off',
      ...more
    }
  })
const everything = validator()
/** Pages of several parts have several titles, as Sphinx writes them. */
const severalTitles = validator({'heading-level': ['error', {allowMultipleH1: true}]})
/** A link that is a formula: the validator does not read what stands in MathML. */
const unread = /^wcag\/h30:.*<a [^>]*><span class="math"><math>/

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true})
})

/** What is wrong, a line each: rule, words, and the source around it. */
async function faults(by: HtmlValidate, html: string): Promise<string[]> {
  const {results} = await by.validateString(html)
  return results.flatMap(({messages, source}) =>
    messages.map(({ruleId, message, line, column}) => {
      const at = source?.split('\n')[line - 1] ?? ''
      return `${ruleId}: ${message} · ${at.slice(Math.max(0, column - 80), column + 120)}`
    })
  )
}

test.each(['docs/gallery', 'test/fixtures/observatory', 'test/browser/pages'])(
  'every page of %s is valid HTML',
  async (path) => {
    const out = mkdtempSync(join(tmpdir(), 'mystmark-valid-'))
    folders.push(out)
    await buildSite({loaded: await loadProject(join(projectRoot, path)), out})
    const pages = readdirSync(out, {recursive: true, encoding: 'utf8'}).filter((file) =>
      file.endsWith('.html')
    )
    const found: Record<string, string[]> = {}
    for (const page of pages) {
      const list = await faults(everything, readFileSync(join(out, page), 'utf8'))
      if (list.length > 0) found[page] = list
    }
    expect(found).toEqual({})
  }
)

const corpora = hasShared ? filesBelow(join(sharedRoot, 'corpus'), '/settings.json') : []

test.skipIf(!hasShared)(
  'every page of real projects is valid HTML, but for what authors write as raw HTML themselves',
  async () => {
    expect(corpora.length).toBeGreaterThan(0)
    // Without a reader of raw HTML that of the authors is text, so that all that is found is ours.
    const {parseHtml: _, ...plugins} = nodePlugins()
    const found: string[] = []
    let count = 0
    for (const file of corpora) {
      const home = dirname(join(sharedRoot, 'corpus', file))
      const {root, extensions, substitutions, flavour} = JSON.parse(
        readFileSync(join(home, 'settings.json'), 'utf8')
      )
      const pages = readFolder(join(home, root))
      const site = createSite({...plugins, pages, config: {extensions, substitutions, flavour}})
      for (const page of site.pages) {
        const list = await faults(severalTitles, site.render(page).document)
        found.push(...list.filter((line) => !unread.test(line)).map((line) => `${file} ${page}: ${line}`))
        count++
      }
    }
    expect(count).toBeGreaterThan(500)
    expect(found).toEqual([])
  },
  600_000
)
