/** Hostile projects: nothing outside of their folder is read, and all that has no end comes to one. */
import {mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {zlibSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {buildSite, createSite, loadProject, readMystXref, readObjectsInv} from '../../src/node/index.js'
import {folderWith} from '../folder.js'
import {cpuNow} from '../support.js'

const secret = 'nobody may read this'

/** A folder with a secret beside a project, and links that lead to it. */
function projectWith(files: Readonly<Record<string, string>>): string {
  const folder = folderWith({
    'secret.txt': secret,
    'secret.md': `# ${secret}\n`,
    'secret.bib': `@misc{a, title = {${secret}}}\n`,
    'secret.csv': `${secret},b\n`,
    'secret.png': secret,
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`docs/${path}`, text]))
  })
  const docs = join(folder, 'docs')
  for (const ending of endings) symlinkSync(join(folder, `secret.${ending}`), join(docs, `link.${ending}`))
  symlinkSync(folder, join(docs, 'up'))
  symlinkSync('link.txt', join(docs, 'link-to-link.txt'))
  symlinkSync('circle.txt', join(docs, 'circle.txt'))
  return docs
}

const endings = ['txt', 'md', 'bib', 'csv', 'png']

/** Ways out of a folder. */
const waysOut = (folder: string, ending: string): string[] => {
  const name = `secret.${ending}`
  return [
    `../${name}`,
    `/../${name}`,
    `./../${name}`,
    `a/../../${name}`,
    `.//..//${name}`,
    join(folder, '..', name),
    `..%2f${name}`,
    `%2e%2e/${name}`,
    `%2e%2e%2f${name}`,
    `%252e%252e/${name}`,
    `..\\${name}`,
    `..%5c${name}`,
    `C:\\${name}`,
    `C:/${name}`,
    `\\\\host\\share\\${name}`,
    `//host/share/${name}`,
    `file://${join(folder, '..', name)}`,
    `../${name}\0`,
    `link.${ending}`,
    `up/${name}`,
    `/up/${name}`,
    'link-to-link.txt',
    'circle.txt',
    `~/${name}`,
    `\${PWD}/../${name}`,
    `．．/${name}`,
    '/etc/passwd',
    '/proc/self/environ',
    '/dev/zero'
  ]
}

/** What takes a file, with the ending that it takes. */
const sinks: readonly (readonly [name: string, ending: string, write: (path: string) => string])[] = [
  ['include', 'md', (path) => `:::{include} ${path}\n:::`],
  ['literal include', 'txt', (path) => `:::{include} ${path}\n:literal:\n:::`],
  ['literalinclude', 'txt', (path) => `:::{literalinclude} ${path}\n:::`],
  ['diff', 'txt', (path) => `:::{literalinclude} index.md\n:diff: ${path}\n:::`],
  ['table', 'csv', (path) => `:::{csv-table}\n:file: ${path}\n:::`],
  ['raw', 'txt', (path) => `:::{raw} html\n:file: ${path}\n:::`],
  ['embed', 'md', (path) => `:::{embed} ${path}\n:::`],
  ['image', 'png', (path) => `![a](<${path}>)\n\n:::{image} ${path}\n:::\n\n<img src="${path}">`],
  ['figure', 'png', (path) => `:::{figure} ${path}\n:target: ${path}\na\n:::`],
  ['film', 'png', (path) => `:::{video} ${path}\n:poster: ${path}\n:::\n\n:::{iframe} ${path}\n:::`],
  ['card', 'png', (path) => `:::{card}\n:img-top: ${path}\n:link: ${path}\n:link-type: url\n:::`],
  ['download', 'txt', (path) => `{download}\`a <${path}>\` [a](<${path}>) <path:${path}> [b](path:${path})`],
  ['page', 'md', (path) => `{doc}\`${path}\` [a](<${path}>) [](project:${path})`],
  ['toctree', 'md', (path) => `:::{toctree}\n:glob:\n${path}\na <${path}>\n:::`],
  ['bibliography', 'bib', (path) => `:::{bibliography} ${path}\n:all:\n:::`],
  ['page of front matter', 'txt', (path) => `---\nbibliography: ['${path}']\nthumbnail: '${path}'\n---\n`]
]

/** Texts of all files below a folder, but of this package's own. */
function textsBelow(folder: string): string {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && !join(entry.parentPath, entry.name).includes('/mystmark/'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')
}

describe('nothing outside of the project is read', () => {
  test.each(sinks)('by %s', async (_, ending, write) => {
    const pages = waysOut('/nowhere/docs', ending).map((path, index) => [`page-${index}.md`, write(path)])
    const docs = projectWith({'index.md': '# A\n', ...Object.fromEntries(pages)})
    // The true absolute path is known now.
    writeFileSync(join(docs, 'absolute.md'), write(join(docs, '..', `secret.${ending}`)))
    const loaded = await loadProject(docs)
    const out = join(docs, '..', 'site')
    const {messages} = await buildSite({loaded, out})
    const said = [...loaded.messages, ...messages].map(String).join('\n')
    expect(textsBelow(out)).not.toContain(secret)
    expect(said).not.toContain(secret)
    expect(textsBelow(out)).not.toMatch(/root:x?:0:0/)
  })

  test.each([
    {bibliography: ['../secret.bib', 'link.bib', 'up/secret.bib']},
    {index: '../secret'},
    {inventories: {a: {file: '../secret.txt', baseUrl: 'https://good.test/'}}},
    {inventories: {a: {file: 'link.txt', baseUrl: 'https://good.test/'}}},
    {exclude: ['../**']},
    {static: waysOut('/nowhere/docs', 'txt')},
    {extra: [...waysOut('/nowhere/docs', 'txt'), '..', 'up', './up/', '/']},
    {extra: waysOut('/nowhere/docs', 'txt').map((path) => ({path, to: path}))},
    {extra: [{path: 'index.md', to: '../../secret-out.txt'}]},
    {styles: waysOut('/nowhere/docs', 'txt')},
    ...waysOut('/nowhere/docs', 'png').flatMap((path) => [{logo: path}, {favicon: path}])
  ])('by the configuration %j', async (config) => {
    const docs = projectWith({
      'index.md': '# A\n\n{cite}`a`\n\n:::{bibliography}\n:all:\n:::\n',
      'mystmark.config.json': JSON.stringify(config)
    })
    const loaded = await loadProject(docs)
    const out = join(docs, '..', 'site')
    const {messages} = await buildSite({loaded, out})
    expect(textsBelow(out)).not.toContain(secret)
    expect([...loaded.messages, ...messages].map(String).join('\n')).not.toContain(secret)
  })

  test('by a configuration that is a link itself', async () => {
    const folder = folderWith({'other.json': `{"title": "${secret}"}`, 'docs/index.md': '# A\n'})
    symlinkSync('../other.json', join(folder, 'docs/mystmark.config.json'))
    const {config} = await loadProject(join(folder, 'docs'))
    expect(config.title).toBeUndefined()
  })

  test('by a page that is a link, or stands in a folder that is one', async () => {
    const {pages, messages} = await loadProject(projectWith({'index.md': '# A\n'}))
    expect(Object.keys(pages)).toEqual(['index.md'])
    expect(messages.map(({ruleId}) => ruleId)).toContain('outside-project')
  })
})

/** Runs within some seconds of processor time, whatever the machine. */
async function soon<T>(run: () => T | Promise<T>): Promise<T> {
  const start = cpuNow()
  const result = await run()
  expect((cpuNow() - start) / 1000).toBeLessThan(20)
  return result
}

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({length: count}, (_, index) => make(index))

describe('what has no end comes to one', () => {
  test.each([
    ['a page that includes itself', {'index.md': ':::{include} index.md\n:::'}],
    [
      'pages that include each other',
      {
        'index.md': ':::{include} b.md\n:::',
        'b.md': ':::{include} c.md\n:::',
        'c.md': ':::{include} b.md\n:::'
      }
    ],
    ['a toctree that lists its own page', {'index.md': ':::{toctree}\nindex\nself\n:::'}],
    [
      'toctrees in a circle',
      {
        'index.md': ':::{toctree}\nb\n:::',
        'b.md': '# B\n:::{toctree}\nc\n:::',
        'c.md': '# C\n:::{toctree}\nb\nindex\n:::'
      }
    ],
    [
      'toctrees that list two pages which list the next two',
      Object.fromEntries(
        many(60, (index) => [
          index === 0 ? 'index.md' : `p${index}.md`,
          `# P\n\n:::{toctree}\np${2 * Math.floor((index + 1) / 2) + 1}\np${2 * Math.floor((index + 1) / 2) + 2}\n:::`
        ])
      )
    ],
    [
      'toctrees of all pages on all pages',
      Object.fromEntries(
        many(60, (index) => [
          index === 0 ? 'index.md' : `p${index}.md`,
          '# P\n\n:::{toctree}\n:glob:\n*\n:::'
        ])
      )
    ],
    [
      'toctrees in a chain',
      Object.fromEntries(
        many(3000, (index) => [
          index === 0 ? 'index.md' : `p${index}.md`,
          `# P\n\n:::{toctree}\n:hidden:\np${index + 1}\n:::`
        ])
      )
    ],
    [
      'substitutions in a circle',
      {'index.md': '---\nmyst:\n  substitutions: {a: "{{ b }}", b: "{{ a }} {{ a }}"}\n---\n{{ a }}'}
    ]
  ])('%s', async (_, pages: Readonly<Record<string, string>>) => {
    await soon(() => {
      const site = createSite({pages, files: () => undefined})
      for (const page of site.pages.slice(0, 1)) site.render(page)
      site.extraDocuments()
    })
  })

  test('files that include two of the next', async () => {
    const file = (path: string): string | undefined => {
      const next = `f${Number(/^f(\d+)\.txt$/.exec(path)?.[1]) + 1}.txt`
      return `:::{include} ${next}\n:::\n\n:::{include} ${next}\n:::`
    }
    const {messages} = await soon(() =>
      createSite({pages: {'index.md': ':::{include} f0.txt\n:::'}, files: file}).render('index.md')
    )
    expect(messages.map(({ruleId}) => ruleId)).toContain('include-limit')
  })

  test('circles and what is left out are said', () => {
    const said = (pages: Readonly<Record<string, string>>): string[] =>
      createSite({pages})
        .render('index.md')
        .messages.flatMap(({ruleId}) => ruleId ?? [])
    expect(said({'index.md': ':::{include} index.md\n:::'})).toContain('include-loop')
    expect(
      said(
        Object.fromEntries(
          many(60, (index) => [
            index === 0 ? 'index.md' : `p${index}.md`,
            `# P\n\n:::{toctree}\np${2 * Math.floor((index + 1) / 2) + 1}\np${2 * Math.floor((index + 1) / 2) + 2}\n:::`
          ])
        )
      )
    ).toContain('repetition-limit')
  })

  test.each([
    [
      'aliases that double',
      `a: &a [x, x]\n${many(40, (index) => `b${index}: &b${index} [*${index ? `b${index - 1}` : 'a'}, *${index ? `b${index - 1}` : 'a'}]`).join('\n')}`
    ],
    ['nested lists', `a: ${'['.repeat(20_000)}`],
    ['nested mappings', many(1000, (index) => `${' '.repeat(index)}a:`).join('\n')],
    ['many keys', many(2000, (index) => `k${index}: v`).join('\n')],
    ['a merge of itself', 'a: &a\n  <<: *a\n  b: c'],
    ['an anchor in itself', 'a: &a [*a]']
  ])('configuration and front matter: %s', async (_, yaml) => {
    const docs = folderWith({
      'index.md': `---\n${yaml}\n---\n# A\n`,
      'myst.yml': `version: 1\nproject:\n  title: x\n${yaml}\n`,
      'other/index.md': '# B\n'
    })
    await soon(async () => {
      const loaded = await loadProject(docs)
      loaded.project.check()
      expect(Object.keys(loaded.pages)).toContain('index.md')
    })
  })

  test.each([
    ['deep', `{"extensions": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
    ['deep, without an end', `{"substitutions": ${'{"a":'.repeat(50_000)}`],
    ['many keys', `{${many(2000, (index) => `"k${index}": 1`).join()}}`]
  ])('a configuration of JSON: %s', async (_, json) => {
    const docs = folderWith({'index.md': '# A\n', 'mystmark.config.json': json})
    const {messages} = await soon(() => loadProject(docs))
    expect(messages.length).toBeGreaterThan(0)
  })

  test.each([
    ['**/+(+(+(+(+(a)))))b'],
    [`${'*a'.repeat(40)}b`],
    [`{${many(200, (index) => `a${index}`).join()}}{${many(200, (index) => `b${index}`).join()}}`],
    [`${'{a,b}'.repeat(40)}`],
    [`${'**/'.repeat(200)}b`],
    [`!(${'a|'.repeat(2000)}b)`],
    ['['.repeat(5000)],
    [`${'@(a|aa)'.repeat(60)}c`]
  ])('a glob of what is left out: %.40s', async (glob) => {
    const docs = folderWith({
      'index.md': '# A\n',
      [`${'a'.repeat(100)}.md`]: '# B\n',
      [`${'a/'.repeat(30)}${'a'.repeat(60)}.md`]: '# C\n',
      'mystmark.config.json': JSON.stringify({exclude: [glob]})
    })
    const {pages} = await soon(() => loadProject(docs))
    expect(Object.keys(pages)).toContain('index.md')
  })

  test('an inventory that unpacks to more than it should', async () => {
    const head =
      '# Sphinx inventory version 2\n# Project: a\n# Version: 1\n# The remainder of this file is compressed using zlib.\n'
    const bytes = Buffer.concat([Buffer.from(head), zlibSync(new Uint8Array(100_000_000))])
    expect(bytes.length).toBeLessThan(200_000)
    const {messages} = await soon(() =>
      readObjectsInv(bytes, {baseUrl: 'https://good.test/', maxBytes: 1_000_000})
    )
    expect(messages.map(({ruleId}) => ruleId)).toContain('inventory-too-large')
  })

  test.each([
    ['deep', `{"references": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    [
      'deep in a reference',
      `{"references": [{"kind": "page", "url": "/a", "data": ${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}]}`
    ],
    ['many', `{"references": [${many(50_000, () => '{"kind": "page", "url": "/a", "data": ""}').join()}]}`]
  ])('an inventory of JSON: %s', async (_, json) => {
    await soon(() => {
      const guide = readMystXref(json, {baseUrl: 'https://good.test/'})
      createSite({pages: {'index.md': '[](xref:guide#a)'}, inventories: {guide}}).render('index.md')
    })
  })

  test('works that go on', async () => {
    const docs = folderWith({
      'index.md': '{cite}`a`\n\n:::{bibliography}\n:all:\n:::\n',
      'works.bib': `${'@misc{a, title = {'.repeat(300)}${'{'.repeat(3000)}\n@string{x = "a" # x}\n@misc{b, title = x # x}\n`
    })
    await soon(async () => {
      const {project} = await loadProject(docs)
      expect(project.check().length).toBeGreaterThan(0)
    })
  })

  test('folders in folders', async () => {
    const docs = folderWith({'index.md': '# A\n'})
    mkdirSync(join(docs, 'a/'.repeat(500)), {recursive: true})
    symlinkSync('..', join(docs, 'a/loop'))
    const {pages} = await soon(() => loadProject(docs))
    expect(Object.keys(pages)).toContain('index.md')
  })
})
