/** A real Sphinx, with MyST-Parser and intersphinx, reads the objects.inv that we write. */
import {execFileSync, spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {writeObjectsInv} from '../../src/inventories.js'
import {createTestProject} from '../../src/testing/index.js'

/** Debian's Python has Debian's packages, whatever other one comes first. */
const python = ['/usr/bin/python3', 'python3'].find(
  (each) => spawnSync(each, ['-c', 'import sphinx, myst_parser']).status === 0
)
const base = 'https://ours.example/en/'

/** What others may refer to, one of each kind. */
const pages = {
  'index.md': '# Handbook\n\n(team)=\n## The *team*\n\n(Großes Fest)=\n### A feast\n\n(no-title)=\nWords.\n',
  'guide/set up.md':
    '# Set up\n\n```{figure} x.png\n:name: fig:plan\nThe plan\n```\n\n```{glossary}\nUnit Test\n: Of one thing.\n```\n',
  'api.md':
    '# API\n\n```{py:module} kit\n```\n\n```{py:class} Engine(size)\n\n:::{py:method} run(fast=False)\n:::\n```\n\n```{option} --all\n```\n\n```{envvar} KIT_HOME\n```\n\n```{confval} theme\n```\n'
}

/** A reference, the address that Sphinx must make of it, and the text. */
const forms: readonly [markup: string, href: string, text: string][] = [
  ['{external+ours:doc}`index`', 'index.html', 'Handbook'],
  ['{external+ours:doc}`guide/set up`', 'guide/set%20up.html', 'Set up'],
  ['{external+ours:std:ref}`team`', 'index.html#team', 'The team'],
  ['{external+ours:ref}`own words <team>`', 'index.html#team', 'own words'],
  ['{external+ours:ref}`words <no-title>`', 'index.html#no-title', 'words'],
  ['{external+ours:ref}`großes fest`', 'index.html#groszes-fest', 'A feast'],
  ['{external+ours:std:ref}`fig:plan`', 'guide/set%20up.html#fig-plan', 'The plan'],
  ['{external+ours:term}`Unit Test`', 'guide/set%20up.html#term-Unit-Test', 'Unit Test'],
  ['{external+ours:py:class}`kit.Engine`', 'api.html#kit.Engine', 'kit.Engine'],
  ['{external+ours:py:meth}`kit.Engine.run`', 'api.html#kit.Engine.run', 'kit.Engine.run()'],
  ['{external+ours:py:mod}`kit`', 'api.html#module-kit', 'kit'],
  ['{external:envvar}`KIT_HOME`', 'api.html#envvar-KIT_HOME', 'KIT_HOME'],
  ['{external+ours:option}`--all`', 'api.html#cmdoption-all', '--all'],
  ['{ref}`ours:team`', 'index.html#team', 'The team'],
  ['{py:class}`kit.Engine`', 'api.html#kit.Engine', 'kit.Engine']
]

describe.skipIf(!python)(
  'Sphinx with intersphinx on our objects.inv (needs python3-sphinx, python3-myst-parser)',
  () => {
    const root = mkdtempSync(join(tmpdir(), 'mystmark-sphinx-'))
    let html = ''
    let warnings = ''
    afterAll(() => rmSync(root, {recursive: true, force: true}))
    beforeAll(() => {
      const {inventory} = createTestProject({pages})
      const source = join(root, 'source')
      mkdirSync(source)
      const entries = inventory.entries()
      writeFileSync(join(source, 'ours.inv'), writeObjectsInv({project: 'Ours', version: '1.0', entries}))
      writeFileSync(
        join(source, 'conf.py'),
        `project = 'Theirs'\nextensions = ['myst_parser', 'sphinx.ext.intersphinx']\nintersphinx_mapping = {'ours': ('${base}', 'ours.inv')}\n`
      )
      const items = forms.map(([markup]) => `- ${markup}\n`).join('')
      writeFileSync(join(source, 'index.md'), `# Theirs\n\n${items}`)
      const said = join(root, 'warnings.txt')
      execFileSync(python ?? '', ['-m', 'sphinx', '-q', '-n', '-w', said, source, join(root, 'out')], {
        stdio: 'pipe'
      })
      html = readFileSync(join(root, 'out/index.html'), 'utf8')
      warnings = readFileSync(said, 'utf8')
    })

    test('is led to ids that our pages have', () => {
      const project = createTestProject({pages})
      for (const [, href] of forms) {
        const [, name = '', id] = /^(.*)\.html(?:#(.*))?$/.exec(decodeURI(href)) ?? []
        if (id !== undefined) expect(project.render(`${name}.md`).html).toContain(`id="${id}"`)
      }
    })

    test('has nothing to complain about', () => {
      expect(warnings).toBe('')
    })

    test.each(forms.map((form, index) => [...form, index] as const))('%s', (_, href, text, index) => {
      const item = [...html.matchAll(/<li><p>(.*?)<\/p><\/li>/gs)][index]?.[1] ?? ''
      const [, to, shown = ''] = /<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/s.exec(item) ?? []
      expect([to, shown.replace(/<[^>]*>/g, '')]).toEqual([base + href, text])
    })
  }
)
