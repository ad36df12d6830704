/** What browsers, and html-validate for them, ask of the HTML: checked on whole sites. */
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {HtmlValidate} from 'html-validate'
import {afterAll, expect, test} from 'vitest'
import {createProject} from '../../src/index.js'
import {buildSite, loadProject} from '../../src/node/index.js'
import {filesBelow, hasShared, projectRoot, readFolder, sharedRoot} from '../support.js'

// A `>` in text is HTML, and lines may end in spaces in a code block.
const rules = {'empty-heading': 'error', 'no-raw-characters': 'off'} as const
const structure = new HtmlValidate({extends: ['html-validate:standard'], rules})
const everything = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    ...rules,
    // The caption of a toctree is Sphinx's paragraph; scripts and styles are the site's own files.
    'prefer-native-element': 'off',
    'require-sri': 'off'
  }
})

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true})
})

/** What is wrong, a line each: rule, words, and the source around it. */
async function faults(validator: HtmlValidate, html: string): Promise<string[]> {
  const {results} = await validator.validateString(html)
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

/** Without a reader of raw HTML, so that no error is the authors'. On CI every page, else one of some. */
const step = process.env.CI ? 1 : 12
const corpora = hasShared ? filesBelow(join(sharedRoot, 'corpus'), '/settings.json') : []

test.skipIf(!hasShared)(
  'pages of real projects are valid HTML, but for what authors write themselves',
  async () => {
    expect(corpora.length).toBeGreaterThan(0)
    const found: Record<string, string[]> = {}
    for (const file of corpora) {
      const home = dirname(join(sharedRoot, 'corpus', file))
      const {root, extensions, substitutions, flavour} = JSON.parse(
        readFileSync(join(home, 'settings.json'), 'utf8')
      )
      const pages = readFolder(join(home, root))
      const project = createProject({pages, config: {extensions, substitutions, flavour}})
      for (const page of project.pages.filter((_, index) => index % step === 0)) {
        const list = await faults(structure, project.render(page).html)
        if (list.length > 0) found[`${file} ${page}`] = list
      }
    }
    expect(found).toEqual({})
  },
  1_800_000
)
