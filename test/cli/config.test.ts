import {expect, test} from 'vitest'
import {call} from './call.js'

const boats = {
  'docs/index.md': '# Boats\n',
  'docs/more.rst': 'More\n====\n',
  'docs/conf.py': `project = "Boats"
myst_enable_extensions = ["deflist"]
exclude_patterns = [secret()]
intersphinx_mapping = {"tide": ("https://tide.example/", None)}
html_theme = "furo"
`,
  'docs/mystmark.config.json': '{"title": "Our boats"}'
}

test('mystmark config says each setting with its file and line, and what could not be read', async () => {
  const {status, stdout, stderr} = await call(boats, 'config', 'docs')
  expect(status).toBe(1)
  expect(stdout).toBe(`flavour           "sphinx"  docs/conf.py
smartquotes       true  docs/conf.py
title             "Our boats"  docs/mystmark.config.json:1
exclude           []  docs/conf.py:3 exclude_patterns
extensions        ["deflist"]  docs/conf.py:2 myst_enable_extensions
inventories.tide  {"url":"https://tide.example/"}  docs/conf.py:4 intersphinx_mapping.tide
-                 html_theme: sites have a look of their own, which \`styles\` changes  docs/conf.py:5
pages             2 (1 not rendered)
`)
  expect(stderr).toContain('"exclude_patterns" is not read: `secret()` would have to be run')
  expect(stderr).toContain('conf.py, mystmark.config.json\n')
})

test('mystmark config --format json says the same as data', async () => {
  const {stdout, stderr} = await call(boats, 'config', 'docs', '--format', 'json')
  const data: unknown = JSON.parse(stdout)
  expect(stderr).toBe('')
  expect(data).toMatchObject({
    files: ['conf.py', 'mystmark.config.json'],
    pages: 1,
    unrendered: 1,
    settings: expect.arrayContaining([
      {key: 'title', value: 'Our boats', file: 'mystmark.config.json', line: 1, column: 11, name: 'title'}
    ]),
    ignored: [
      {
        name: 'html_theme',
        file: 'conf.py',
        line: 5,
        column: 14,
        reason: 'sites have a look of their own, which `styles` changes'
      }
    ],
    messages: [{file: 'conf.py', line: 3, ruleId: 'config-not-read', severity: 'warning'}]
  })
})

test('a folder without configuration has none', async () => {
  const {status, stdout, stderr} = await call({'a/index.md': '# A'}, 'config', 'a')
  expect([status, stdout, stderr]).toEqual([0, 'pages  1\n', 'no configuration\n'])
})

test('mystmark config says which pages a table of contents of its own lists', async () => {
  const book = {
    'docs/intro.md': '# Intro\n',
    'docs/sail.md': '# Sail\n',
    'docs/_config.yml': 'title: Boats\n',
    'docs/_toc.yml': 'format: jb-book\nroot: intro\nchapters:\n- file: sail\n'
  }
  const {stdout} = await call(book, 'config', 'docs')
  expect(stdout).toMatch(/^toc +\["intro\.md","sail\.md"\] {2}docs\/_toc\.yml:2$/m)
  const {settings} = JSON.parse((await call(book, 'config', 'docs', '--format', 'json')).stdout)
  expect(settings).toContainEqual(
    expect.objectContaining({key: 'toc', value: ['intro.md', 'sail.md'], file: '_toc.yml', line: 2})
  )
})
