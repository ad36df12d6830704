import {chmodSync, symlinkSync} from 'node:fs'
import {createServer} from 'node:http'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {loadProject} from '../../src/node/index.js'
import {folderWith, inventoryBytes} from '../folder.js'

const rover = inventoryBytes('Rover', '2.0', ['gear std:label -1 gear.html#gear The gear'])

/** Messages as `file:line:column rule`. */
const brief = (messages: readonly {name: string; ruleId?: string | undefined}[]) =>
  messages.map(({name, ruleId}) => `${name} ${ruleId}`)

describe('pages', () => {
  test('are the Markdown files of the folder by path, in the order of their names', async () => {
    const root = folderWith({
      'b.md': '# B',
      'about/team.md': '# Team',
      'about/photo.txt': '',
      'a.md': '# A',
      'Z.md': '# Z'
    })
    const {project, pages, messages, root: found} = await loadProject(root)
    expect(project.pages).toEqual(['Z.md', 'a.md', 'about/team.md', 'b.md'])
    expect(pages['about/team.md']).toBe('# Team')
    expect(messages).toEqual([])
    expect(found).toBe(root)
  })

  test.skipIf(process.platform === 'win32')(
    'with a backslash in their path are said, and the others are read',
    async () => {
      const root = folderWith({'index.md': '# Home', 'a\\b.md': '# Odd'})
      const {project, messages} = await loadProject(root)
      expect(project.pages).toEqual(['index.md'])
      expect(brief(messages)).toEqual(['a\\b.md page-name'])
    }
  )

  test('do not stand in node_modules, _build, dot folders, excluded paths or the folder that is built', async () => {
    const root = folderWith({
      'index.md': '# Home',
      'node_modules/x/readme.md': '',
      'deep/node_modules/x/readme.md': '',
      '_build/a.md': '',
      '.git/a.md': '',
      'drafts/a.md': '',
      'notes/a.draft.md': '',
      'public/a.md': '',
      'mystmark.config.json': '{"exclude": ["drafts/**", "**/*.draft.md"], "out": "public"}'
    })
    const {project, messages, out} = await loadProject(root)
    expect(project.pages).toEqual(['index.md'])
    expect(messages).toEqual([])
    expect(out).toBe(join(root, 'public'))
  })

  test('do not stand in a site that was built, which may offer Markdown files', async () => {
    const root = folderWith({
      'index.md': '# Home',
      'public/.mystmark-site': '',
      'public/notes/a.md': '# Offered',
      'publicity/a.md': '# A'
    })
    const {project} = await loadProject(root)
    expect(project.pages).toEqual(['index.md', 'publicity/a.md'])
  })

  test('that cannot be read are named, and the others are there', async () => {
    const root = folderWith({
      'a.md': '# A',
      'locked.md': '# Locked',
      // The sign for what cannot be read may be written.
      'sign.md': '# \ufffd',
      'latin.md': Buffer.from('caf\xe9', 'latin1')
    })
    chmodSync(join(root, 'locked.md'), 0)
    const {project, messages} = await loadProject(root)
    // Root may read everything.
    const locked = process.getuid?.() !== 0
    expect(project.pages).toEqual(
      locked ? ['a.md', 'latin.md', 'sign.md'] : ['a.md', 'latin.md', 'locked.md', 'sign.md']
    )
    expect(brief(messages)).toEqual([
      'latin.md:1:4-1:5 file-encoding',
      ...(locked ? ['locked.md unreadable-file'] : [])
    ])
  })

  test('an empty folder is a project without pages, and no folder is an error that names it', async () => {
    expect((await loadProject(folderWith({}))).project.pages).toEqual([])
    await expect(loadProject('/nowhere/at/all')).rejects.toThrow(
      'there is no folder "/nowhere/at/all" to load: it is not there'
    )
    const root = folderWith({'a.md': ''})
    await expect(loadProject(join(root, 'a.md'))).rejects.toThrow('it is a file, not a folder')
  })
})

describe('the root', () => {
  test('is not left over symbolic links or dots', async () => {
    const outside = folderWith({'secret.md': '# Secret', 'secret.txt': 'secret', 'deep/more.md': '# More'})
    const root = folderWith({'index.md': '# Home', 'real/page.md': '# Page', 'data.txt': 'data'})
    symlinkSync(join(outside, 'secret.md'), join(root, 'linked.md'))
    symlinkSync(join(outside, 'secret.txt'), join(root, 'linked.txt'))
    symlinkSync(join(outside, 'deep'), join(root, 'deep'))
    symlinkSync(join(root, 'data.txt'), join(root, 'within.txt'))
    symlinkSync(join(root, 'real/page.md'), join(root, 'again.md'))
    const {project, messages, files} = await loadProject(root)
    expect(project.pages).toEqual(['again.md', 'index.md', 'real/page.md'])
    expect(brief(messages)).toEqual(['linked.md outside-project'])
    expect(files('data.txt')).toBe('data')
    expect(files('within.txt')).toBe('data')
    const out = ['linked.txt', 'deep/more.md', `../${outside.split('/').at(-1)}/secret.txt`, '/etc/hostname']
    for (const path of out) expect(files(path), path).toBeUndefined()
  })

  test('links that lead in a circle, folders and impossible names are no files', async () => {
    const root = folderWith({'index.md': '# Home', 'about/team.md': ''})
    symlinkSync(root, join(root, 'about/again'))
    symlinkSync(join(root, 'loop.md'), join(root, 'loop.md'))
    const {project, files} = await loadProject(root)
    expect(project.pages).toContain('about/team.md')
    expect([files('about'), files('loop.md'), files('a\0b'), files('')]).toEqual(Array(4).fill(undefined))
  })
})

describe('mystmark.config.json', () => {
  test('configures the project, and what the caller gives wins', async () => {
    const root = folderWith({
      'index.md': '# Home',
      'mystmark.config.json': '{"title": "Handbook", "extensions": ["deflist"], "headingAnchors": 2}'
    })
    expect((await loadProject(root, {config: {headingAnchors: 4}})).config).toEqual({
      title: 'Handbook',
      extensions: ['deflist'],
      headingAnchors: 4
    })
  })

  test.each([
    {
      what: 'an unknown key',
      text: '{\n  "titel": "Handbook",\n  "icons": "font"\n}',
      said: 'mystmark.config.json:2:3-2:10 unknown-config-key',
      words: 'did you mean "title"?',
      rest: {icons: 'font'}
    },
    {
      what: 'a wrong value',
      text: '{"icons": "png", "title": "T"}',
      said: 'mystmark.config.json:1:11-1:16 invalid-config-value',
      words: '"icons"',
      rest: {title: 'T'}
    },
    {
      what: 'broken JSON',
      text: '{\n  "title": "T",\n  "icons": [\n}',
      said: 'mystmark.config.json:4:1-4:2 config-syntax',
      words: 'not good JSON',
      rest: {}
    },
    {
      what: 'a list',
      text: '[]',
      said: 'mystmark.config.json config-syntax',
      words: 'no object',
      rest: {}
    },
    {
      what: 'an inventory that does not say where its documentation stands',
      text: '{"inventories": {"x": {"file": "a.inv"}}}',
      said: 'mystmark.config.json:1:23-1:40 invalid-config-value',
      words: 'add "baseUrl"',
      rest: {}
    },
    {
      what: 'an inventory from nowhere',
      text: '{"inventories": {"x": {"baseUrl": "https://x.example/"}}}',
      said: 'mystmark.config.json:1:23-1:56 invalid-config-value',
      words: 'one of "file" and "url"',
      rest: {}
    },
    {
      what: 'an inventory out of the project',
      text: '{"inventories": {"x": {"file": "../a.inv", "baseUrl": "https://x.example/"}}}',
      said: 'mystmark.config.json:1:23-1:76 unreadable-file',
      words: 'no file "../a.inv"',
      rest: {}
    },
    {
      what: 'an unknown key of an inventory',
      text: '{"inventories": {"x": {"path": "a.inv"}}}',
      said: 'mystmark.config.json:1:23-1:40 invalid-config-value',
      words: '"inventories.x"',
      rest: {}
    },
    {
      what: 'an address that is none',
      text: '{"inventories": {"x": {"url": "file:///etc/passwd"}}}',
      said: 'mystmark.config.json:1:31-1:51 invalid-config-value',
      words: 'http',
      rest: {}
    }
  ])('$what is said at its place, and the rest counts', async ({text, said, words, rest}) => {
    const {messages, config, project} = await loadProject(
      folderWith({'index.md': '# Home', 'mystmark.config.json': text})
    )
    expect(brief(messages)).toEqual([said])
    expect(messages[0]?.reason).toContain(words)
    expect(config).toEqual(rest)
    expect(project.pages).toEqual(['index.md'])
  })
})

describe('inventories', () => {
  const page = 'See {external+rover:std:ref}`gear`.'

  test('come from files of the project', async () => {
    const root = folderWith({
      'index.md': page,
      'inv/rover.inv': rover,
      'mystmark.config.json':
        '{"inventories": {"rover": {"file": "inv/rover.inv", "baseUrl": "https://rover.example/en/"}}}'
    })
    const {project, messages} = await loadProject(root)
    expect([...messages, ...project.check()].map(String)).toEqual([])
    expect(project.render('index.md').html).toContain('href="https://rover.example/en/gear.html#gear"')
  })

  test('come over HTTP, and stand in their own folder if nobody says otherwise', async () => {
    const server = createServer((request, response) => {
      response.statusCode = request.url === '/en/objects.inv' ? 200 : 404
      response.end(request.url === '/en/objects.inv' ? rover : 'no')
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    onTestFinished(() => void server.close())
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const site = `http://127.0.0.1:${port}`
    const root = folderWith({
      'index.md': page,
      'mystmark.config.json': JSON.stringify({
        inventories: {rover: {url: `${site}/en/objects.inv`}, gone: {url: `${site}/gone.inv`}}
      })
    })
    const {project, messages} = await loadProject(root, {fetch: {allowHttp: true, allowPrivate: true}})
    expect(messages.map(({reason}) => reason)).toEqual([
      `"inventories.gone": ${site}/gone.inv cannot be fetched: it answers 404 Not Found`
    ])
    expect(project.render('index.md').html).toContain(`href="${site}/en/gear.html#gear"`)
  })

  test('that are no inventories are named, and the pages are there', async () => {
    const root = folderWith({
      'index.md': '# Home',
      'bad.inv': '<html>',
      'mystmark.config.json': '{"inventories": {"bad": {"file": "bad.inv", "baseUrl": "https://x.example/"}}}'
    })
    const {project, messages} = await loadProject(root)
    expect(brief(messages)).toEqual(['mystmark.config.json:1:25-1:77 inventory-unreadable'])
    expect(project.check()).toEqual([])
  })
})
