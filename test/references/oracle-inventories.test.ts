/** What we offer to other projects, beside what Sphinx offers for the same pages. */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import * as z from 'zod/mini'
import {readObjectsInv, writeObjectsInv} from '../../src/inventories.js'
import {loadProject} from '../../src/node/index.js'
import {configSchema} from '../../src/pipeline/options.js'
import {hasShared, sharedRoot} from '../support.js'

const folder = join(sharedRoot, 'oracle')
const names =
  hasShared && existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.inv')) : []
const {flavour, headingAnchors, extensions, exclude} = configSchema.shape
const settings = z.object({root: z.string(), flavour, headingAnchors, extensions, exclude})

/** Pages that Sphinx makes of the whole site. */
const made = new Set(['genindex', 'modindex', 'py-modindex', 'search'])

/**
 * Ids that differ on purpose. Of two terms of one glossary that give the same id Sphinx counts the second through
 * the page, as `term-3`, which changes with every term that is added before it; ours say the term. A label that
 * stands twice is Sphinx's `id1`; ours is called by its name.
 */
const otherIds = new Map([
  ['std:term @plone/generator-volto', 'glossary.html#term-plone-generator-volto-1'],
  ['std:term HTTP Header', 'glossary.html#term-HTTP-Header-1'],
  ['std:term HTTP Request', 'glossary.html#term-HTTP-Request-1'],
  ['std:term HTTP Response', 'glossary.html#term-HTTP-Response-1'],
  ['std:term HTTP Verb', 'glossary.html#term-HTTP-Verb-1'],
  [
    'std:label sphinx-gallery',
    'documentation/write-user-documentation/create-package-tutorials.html#sphinx-gallery'
  ]
])

/** Names that differ on purpose: a label before an admonition is called by its title, in Sphinx by itself. */
const otherNames = new Set([
  'std:label avoid-plone-core-package-names',
  'std:label plip-setup-instructions-label',
  'std:label admonition:immutable-arrays'
])

function straight(text: string): string {
  return text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/–/g, '--').replace(/…/g, '...')
}

describe.skipIf(names.length === 0)('the inventory of a real project (from ../shared)', () => {
  test.each(names)(
    '%s: all that Sphinx offers, at the same place, by the same name',
    {timeout: 120_000},
    async (name) => {
      const home = join(sharedRoot, 'corpus', name.replace('.objects.inv', ''))
      const {root, ...config} = settings.parse(JSON.parse(readFileSync(join(home, 'settings.json'), 'utf8')))
      const {project} = await loadProject(join(home, root), {config})
      const bytes = writeObjectsInv({project: '', entries: project.inventory.entries()})
      const ours = new Map(
        readObjectsInv(bytes, {baseUrl: ''}).entries.map((entry) => [
          `${entry.domain}:${entry.type} ${entry.name}`,
          entry
        ])
      )
      // Pages in reStructuredText and notebooks are not read here.
      const rendered = new Set(project.pages.map((page) => page.replace(/\.md$/, '.html')))
      const wrong: string[] = []
      for (const entry of readObjectsInv(new Uint8Array(readFileSync(join(folder, name))), {baseUrl: ''})
        .entries) {
        const key = `${entry.domain}:${entry.type} ${entry.name}`
        if (made.has(entry.name) || !rendered.has(entry.uri.replace(/#.*/, ''))) continue
        const own = ours.get(key)
        const uri = otherIds.get(key) ?? entry.uri
        if (own?.uri !== uri) wrong.push(`${key}: ${own?.uri}, not ${uri}`)
        if (!own || otherNames.has(key)) continue
        const [shown, wanted] = [straight(own.displayName), straight(entry.displayName)]
        // Sphinx breaks the entry of a title over several lines: its first line is all that can be read. A page
        // without a title is called by its name.
        const same =
          wanted === '<no title>' ? shown === own.name : shown === wanted || shown.startsWith(`${wanted} `)
        if (!same) wrong.push(`${key}: "${shown}", not "${wanted}"`)
      }
      expect(wrong).toEqual([])
      expect(ours.size).toBeGreaterThan(20)
    }
  )
})
