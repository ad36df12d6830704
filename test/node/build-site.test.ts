import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, beforeEach, describe, expect, test} from 'vitest'
import {createProject, defineDirective} from '../../src/index.js'
import {readMystXref, readObjectsInv} from '../../src/inventories.js'
import {buildSite, type SiteSource} from '../../src/node/build-site.js'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true})
})

let root: string
let out: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mystmark-site-'))
  folders.push(root)
  out = join(root, 'built')
})

const pages = {
  'index.md': '# Home\n\n```{toctree}\nabout/team\n```\n',
  'about/team.md': '# Team\n\n![The dome](/images/dome.png)\n\n[Home](../index.md)\n'
}

function source(files: Record<string, string>, more: Partial<SiteSource> = {}): SiteSource {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), {recursive: true})
    writeFileSync(join(root, path), text)
  }
  return {
    root,
    pages: Object.fromEntries(Object.entries(files).filter(([path]) => path.endsWith('.md'))),
    files: (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined),
    ...more
  }
}

const read = (file: string): string => readFileSync(join(out, file), 'utf8')
const tree = (): string[] =>
  readdirSync(out, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
    .sort()

describe('a site on disk', () => {
  test('has pages, the files they use, style and script, and nothing else', async () => {
    const loaded = source({...pages, 'images/dome.png': 'PNG', 'images/unused.png': 'PNG'})
    const steps: string[] = []
    const built = await buildSite({
      loaded,
      out,
      onProgress: (done, total, page) => steps.push(`${done}/${total} ${page}`)
    })
    expect(built).toEqual({pages: 2, messages: [], failed: []})
    expect(steps).toEqual(['1/2 index.md', '2/2 about/team.md'])
    expect(tree()).toEqual([
      '.mystmark-site',
      '.nojekyll',
      '404.html',
      'about/team.html',
      'images/dome.png',
      'index.html',
      'myst.xref.json',
      'mystmark/script.js',
      'mystmark/style.css',
      'mystmark/theme.js',
      'objects.inv'
    ])
    expect(read('about/team.html')).toContain('src="../images/dome.png"')
    expect(read('about/team.html')).toContain('<link rel="stylesheet" href="../mystmark/style.css">')
  })

  test.each(['file', 'folder'] as const)(
    'publishes inventories by which other projects link to it, with addresses as %s',
    async (urlStyle) => {
      const loaded = source({
        'index.md': '# Home\n\n(crew)=\n## The crew\n',
        'objects.md': '# Objects\n'
      })
      await buildSite({loaded, out, urlStyle, base: '/docs/'})
      const baseUrl = 'https://team.example/docs/'
      const sphinx = readObjectsInv(readFileSync(join(out, 'objects.inv')), {baseUrl})
      const mystmd = readMystXref(read('myst.xref.json'), {baseUrl})
      expect(sphinx.project).toBe('Home')
      for (const inventory of [sphinx, mystmd]) {
        const other = createProject({
          pages: {'index.md': '[](xref:team#crew) {external+team:ref}`crew`'},
          inventories: {team: inventory}
        })
        expect(other.check()).toEqual([])
        expect(other.render('index.md').html).toContain(
          `href="${baseUrl}${urlStyle === 'file' ? 'index.html' : ''}#crew"`
        )
      }
    }
  )

  test('keeps a file of the project that has the name of an inventory', async () => {
    const loaded = source({'index.md': '{download}`theirs <objects.inv>`', 'objects.inv': 'theirs'})
    await buildSite({loaded, out})
    expect(read('objects.inv')).toBe('theirs')
  })

  test('with addresses as folders, pictures and links still lead where they should', async () => {
    await buildSite({loaded: source({...pages, 'images/dome.png': 'PNG'}), out, urlStyle: 'folder'})
    const team = read('about/team/index.html')
    expect(team).toContain('src="../../images/dome.png"')
    expect(team).toContain('href="../../mystmark/style.css"')
    expect(team).toMatch(/<a[^>]* href="\.\.\/\.\.\/"[^>]*>Home<\/a><\/p>/)
    expect(read('index.html')).toContain('href="about/team/"')
  })

  test('under a base path every address starts with it', async () => {
    await buildSite({loaded: source({...pages, 'images/dome.png': 'PNG'}), out, base: '/docs/'})
    const addresses = [...read('about/team.html').matchAll(/(?:href|src)="([^"#]*)/g)].map(([, url]) => url)
    expect(addresses.filter((url) => url && !url.startsWith('/docs/') && !url.startsWith('data:'))).toEqual(
      []
    )
    expect(addresses).toContain('/docs/images/dome.png')
  })

  test('replaces an earlier site as a whole', async () => {
    await buildSite({loaded: source({...pages, 'old.md': '# Old'}), out})
    expect(tree()).toContain('old.html')
    await buildSite({loaded: source(pages), out})
    expect(tree()).not.toContain('old.html')
    expect(readdirSync(root).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('leaves a folder alone that holds other things', async () => {
    mkdirSync(out)
    writeFileSync(join(out, 'thesis.txt'), 'years of work')
    await expect(buildSite({loaded: source(pages), out})).rejects.toThrow(/was not written by a build/)
    expect(tree()).toEqual(['thesis.txt'])
  })

  test.each([
    ['the project', () => root],
    ['a folder above the project', () => dirname(root)]
  ])('never replaces %s', async (_, folder) => {
    writeFileSync(join(root, '.mystmark-site'), '')
    await expect(buildSite({loaded: source(pages), out: folder()})).rejects.toThrow(
      /would replace the project/
    )
    expect(existsSync(join(root, 'about/team.md'))).toBe(true)
  })

  test('takes an empty folder, and no file', async () => {
    mkdirSync(out)
    await buildSite({loaded: source(pages), out})
    expect(tree()).toContain('index.html')
    const file = join(root, 'index.md')
    await expect(buildSite({loaded: source(pages), out: file})).rejects.toThrow(/is a file/)
  })

  test('stays as it was where the new one cannot be written', async () => {
    await buildSite({loaded: source(pages), out})
    const before = read('index.html')
    const onProgress = (): void => {
      throw new Error('stop')
    }
    const loaded = source({...pages, 'index.md': '# New'})
    await expect(buildSite({loaded, out, onProgress})).rejects.toThrow('stop')
    expect(read('index.html')).toBe(before)
    expect(readdirSync(root).filter((name) => name.startsWith('.'))).toEqual([])
  })

  const bomb = defineDirective({
    name: 'bomb',
    doc: 'Breaks.',
    options: {},
    build() {
      throw new Error('boom')
    }
  })

  test('a page that breaks while it is compiled is named; the others are built', async () => {
    const loaded = source({...pages, 'bad.md': '# Bad\n\n```{bomb}\n```\n'}, {plugins: {directives: [bomb]}})
    const {failed, messages, pages: count} = await buildSite({loaded, out})
    expect([failed, count]).toEqual([['bad.md'], 2])
    expect(messages.map(({file, ruleId, fatal}) => [file, ruleId, fatal])).toContainEqual([
      'bad.md',
      'page-failed',
      true
    ])
    expect(tree()).toContain('about/team.html')
    expect(tree()).not.toContain('bad.html')
  })

  test('a page that breaks while it is drawn is named; the others are built', async () => {
    const elements = {
      blockquote: () => {
        throw new Error('boom')
      }
    }
    const loaded = source({...pages, 'bad.md': '# Bad\n\n> quoted\n'}, {plugins: {elements}})
    const {failed, pages: count} = await buildSite({loaded, out})
    expect([failed, count]).toEqual([['bad.md'], 2])
    expect(tree()).not.toContain('bad.html')
  })

  test('says which file could not be copied', async () => {
    const loaded = source(pages, {files: () => 'seen'})
    const {messages} = await buildSite({loaded, out})
    expect(messages.map(({file, ruleId}) => [file, ruleId])).toEqual([['about/team.md', 'file-not-copied']])
  })
})

test('the scripts are small', () => {
  expect(readFileSync(new URL('../../src/site.js', import.meta.url)).length).toBeLessThan(1024)
  expect(readFileSync(new URL('../../src/script.js', import.meta.url)).length).toBeLessThan(3000)
})

test('a page has the script for tabs only if it has tabs or boxes to open', async () => {
  const loaded = source({
    'index.md': '# A\n',
    'tabs.md': '# B\n\n::::{tab-set}\n:::{tab-item} A\nx\n:::\n::::\n'
  })
  await buildSite({loaded, out})
  expect(read('index.html')).not.toContain('script.js')
  expect(read('tabs.html')).toContain('<script src="mystmark/script.js" defer></script>')
})

test('says in words why a folder cannot be written', async () => {
  const loaded = source({...pages, 'taken.txt': ''})
  await expect(buildSite({loaded, out: join(root, 'taken.txt', 'site')})).rejects.toThrow(
    /cannot be written: part of its path is a file, not a folder$/
  )
})
