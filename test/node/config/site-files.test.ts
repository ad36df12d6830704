import {existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {buildSite, loadProject} from '../../../src/node/index.js'
import {folderWith} from '../../folder.js'
import {brief, load, told} from './support.js'

/** Load, check and build. */
async function built(files: Readonly<Record<string, string>>, urlStyle: 'file' | 'folder' = 'file') {
  const loaded = await load(files)
  const out = join(folderWith({}), 'site')
  const {messages} = await buildSite({loaded, out, urlStyle})
  const read = (path: string): string | undefined =>
    existsSync(join(out, path)) ? readFileSync(join(out, path), 'utf8') : undefined
  return {loaded, messages, read}
}

const sky = {'index.md': '# Sky\n', 'about/team.md': '---\norphan: true\n---\n# Team\n'}

describe('files of a site', () => {
  test('of Sphinx: html_static_path, html_extra_path, html_css_files, html_logo, html_favicon', async () => {
    const {loaded, messages, read} = await built({
      ...sky,
      'index.md':
        '# Sky\n\n<img src="_static/deep/star.png" alt="">\n\n![](/_static/moon.png)\n\n[robots](/robots.txt)\n',
      'assets/deep/star.png': 'STAR',
      'assets/moon.png': 'MOON',
      'assets/custom.css': 'p {}',
      'assets/paper.css': 'p {}',
      'assets/.hidden': 'x',
      'assets/drafts/a.png': 'x',
      'one.pdf': 'PDF',
      'more/robots.txt': 'all',
      'more/.well-known/x': 'x',
      'images/wide.svg': '<svg/>',
      'images/tab.ico': 'ICO',
      'conf.py': `html_static_path = ["assets", "one.pdf"]
html_extra_path = ["more"]
html_css_files = ["custom.css", ("paper.css", {"media": "print"}), "https://x.example/a.css"]
html_js_files = ["custom.js"]
html_logo = "images/wide.svg"
html_favicon = "images/tab.ico"
exclude_patterns = ["drafts"]
`
    })
    expect(told(loaded.messages)).toEqual([
      'conf.py:4:17-4:30 config-without-effect "html_js_files": has no effect here: no script of a project is linked; `transformHast` and the server may add what a site needs',
      'conf.py:3:68-3:93 config-without-effect "html_css_files": has no effect here: only files of the project are linked; copy it there'
    ])
    expect(told(messages)).toEqual([])
    expect([
      read('_static/deep/star.png'),
      read('_static/moon.png'),
      read('_static/one.pdf'),
      read('robots.txt'),
      read('.well-known/x'),
      read('images/wide.svg'),
      read('images/tab.ico')
    ]).toEqual(['STAR', 'MOON', 'PDF', 'all', 'x', '<svg/>', 'ICO'])
    expect([read('_static/.hidden'), read('_static/drafts/a.png'), read('assets/moon.png')]).toEqual([
      undefined,
      undefined,
      undefined
    ])
    const head = (page: string): string[] =>
      [...(read(page) ?? '').matchAll(/<link [^>]*>|<img class="myst-logo[^>]*>/g)].map(([tag]) => tag)
    expect(head('about/team.html')).toEqual([
      '<link rel="icon" href="../images/tab.ico">',
      '<link rel="stylesheet" href="../mystmark/style.css">',
      '<link rel="stylesheet" href="../_static/custom.css">',
      '<link rel="stylesheet" href="../_static/paper.css" media="print">',
      '<img class="myst-logo" src="../images/wide.svg" alt="Sky">'
    ])
    expect(head('404.html')[2]).toBe('<link rel="stylesheet" href="/_static/custom.css">')
    expect(read('index.html')).toMatch(/src="_static\/deep\/star\.png"[\s\S]*src="_static\/moon\.png"/)
  })

  test('of a book: its logo and icon, and what stands in _static, linked where it is a style sheet', async () => {
    const book = {...sky, '_toc.yml': 'format: jb-book\nroot: index\nchapters: [{file: about/team}]\n'}
    const {loaded, messages, read} = await built(
      {
        ...book,
        '_config.yml': `title: Sky
logo: logo.png
html: {favicon: tab.ico}
sphinx: {config: {html_extra_path: [CNAME]}}
`,
        '_static/b/b.css': '',
        '_static/a.css': '',
        '_static/a.js': '',
        'logo.png': '',
        'tab.ico': '',
        CNAME: 'sky.example'
      },
      'folder'
    )
    expect([...loaded.messages, ...messages]).toEqual([])
    expect([read('CNAME'), read('_static/a.js')]).toEqual(['sky.example', ''])
    expect(read('about/team/index.html')).toMatch(
      /href="\.\.\/\.\.\/tab\.ico"[\s\S]*href="\.\.\/\.\.\/_static\/a\.css"[\s\S]*href="\.\.\/\.\.\/_static\/b\/b\.css"[\s\S]*src="\.\.\/\.\.\/logo\.png"/
    )
    const bare = await built({...book, '_config.yml': 'title: Sky\nexecute: {}\n'})
    expect(bare.loaded.messages).toEqual([])
  })

  test('of mystmd: logo, favicon and style of the options of its site', async () => {
    const {loaded, read} = await built({
      ...sky,
      'myst.yml':
        'site:\n  options:\n    logo: ./public/logo.png\n    favicon: https://sky.example/tab.ico\n    style: public/own.css\n',
      'public/logo.png': '',
      'public/own.css': ''
    })
    expect(loaded.messages).toEqual([])
    expect(read('index.html')).toMatch(
      /href="https:\/\/sky\.example\/tab\.ico"[\s\S]*href="public\/own\.css"[\s\S]*src="public\/logo\.png"/
    )
    expect(read('public/own.css')).toBe('')
  })

  test('of mystmd: static_files, folders under their own names', async () => {
    const {loaded, messages, read} = await built({
      'index.md': '# Sky\n\n[a](/CNAME) ![](/assets/a.png)\n',
      'myst.yml':
        'project:\n  static_files: [more/CNAME, more/assets/, ./more/assets/in]\nsite:\n  options: {}\n',
      'more/CNAME': 'sky.example',
      'more/assets/a.png': 'A',
      'more/assets/in/b.png': 'B'
    })
    expect([...loaded.messages, ...messages]).toEqual([])
    expect([read('CNAME'), read('assets/a.png'), read('assets/in/b.png'), read('in/b.png')]).toEqual([
      'sky.example',
      'A',
      'B',
      'B'
    ])
  })

  test('get other names by `to`, which lead nowhere out of the site', async () => {
    const {loaded, read} = await built({
      ...sky,
      'mystmark.config.json':
        '{"extra": [{"path": "a", "to": "x/y"}, {"path": "a/b.txt", "to": "../c.txt"}], "static": [{"path": "a/b.txt", "to": "c.txt"}]}',
      'a/b.txt': 'B'
    })
    expect(told(loaded.messages)).toEqual([
      'mystmark.config.json:1:40-1:77 invalid-config-value "extra": "../c.txt" is no place in a site'
    ])
    expect([read('x/y/b.txt'), read('_static/c.txt')]).toEqual(['B', 'B'])
  })

  test('what is not there, leads out, or has no right form is said where it is named', async () => {
    const {messages} = await load({
      ...sky,
      'mystmark.config.json': `{
  "static": ["nowhere", "../other"],
  "extra": "x",
  "styles": [{"file": "a.css"}, {"files": "a.css"}],
  "logo": "no.png"
}`
    })
    expect(told(messages)).toEqual([
      'mystmark.config.json:3:12-3:15 invalid-config-value "extra": write a value of type array',
      'mystmark.config.json:4:33-4:51 invalid-config-value "styles.1.file": write a value of type string',
      'mystmark.config.json:4:33-4:51 invalid-config-value "styles.1": unknown "files"',
      'mystmark.config.json:2:14-2:23 invalid-config-value "static": there is no "nowhere" in the project; paths count from the folder of the configuration',
      'mystmark.config.json:2:25-2:35 invalid-config-value "static": "../other" leads out of the project; copy it into the folder of the configuration',
      'mystmark.config.json:5:11-5:19 invalid-config-value "logo": there is no "no.png" in the project; paths count from the folder of the configuration'
    ])
  })

  test('pages keep their addresses; pages that the site makes by itself give way', async () => {
    const {messages, read} = await built({
      ...sky,
      'mystmark.config.json': '{"extra": ["more"]}',
      'more/index.html': 'theirs',
      'more/404.html': 'theirs',
      'more/mystmark/style.css': 'theirs'
    })
    expect(brief(messages)).toEqual([
      'more/index.html file-not-copied',
      'more/mystmark/style.css file-not-copied'
    ])
    expect(read('404.html')).toBe('theirs')
    expect(read('index.html')).toContain('Sky')
  })

  test('nothing from outside comes along by links, and no circle of links is followed', async () => {
    const secret = join(folderWith({'secret.txt': 'secret'}), 'secret.txt')
    const root = folderWith({
      ...sky,
      'assets/a.png': 'A',
      'mystmark.config.json': '{"static": ["assets", "out"]}'
    })
    symlinkSync(secret, join(root, 'assets/secret.txt'))
    symlinkSync('..', join(root, 'assets/up'))
    symlinkSync('a.png', join(root, 'assets/same.png'))
    symlinkSync(dirname(secret), join(root, 'out'))
    const loaded = await loadProject(root)
    expect([...loaded.siteFiles.places.keys()]).toEqual(['_static/a.png', '_static/same.png'])
    expect(brief(loaded.messages)).toEqual(['mystmark.config.json:1:23-1:28 invalid-config-value'])
    expect(loaded.files('_static/secret.txt')).toBeUndefined()
  })

  test('a site that was built stands in no other, nor do the folders of other programs', async () => {
    const root = folderWith({
      ...sky,
      'mystmark.config.json': '{"extra": ["."]}',
      '.git/config': '',
      'node_modules/a.js': '',
      'a.txt': ''
    })
    mkdirSync(join(root, 'site'))
    writeFileSync(join(root, 'site/.mystmark-site'), '')
    writeFileSync(join(root, 'site/b.txt'), '')
    expect([...(await loadProject(root)).siteFiles.places.keys()]).toEqual([
      'a.txt',
      'about/team.md',
      'index.md',
      'mystmark.config.json'
    ])
  })
})

describe('settings without effect are known, each with its place and why', () => {
  const ignored = async (files: Readonly<Record<string, string>>) => {
    const {ignoredSettings, messages} = await load({...sky, ...files})
    return {
      messages: brief(messages),
      ignored: ignoredSettings.map(
        ({source, path, reason}) =>
          `${source.file}:${source.place(path, true)?.start.line} ${path.map(String).join('.')}: ${reason}`
      )
    }
  }

  test('of conf.py, but for names of which others are made, and for modules', async () => {
    expect(
      await ignored({
        'conf.py': `import os
here = "docs"
_private = 1
html_static_path = [here]
html_theme = "furo"
release = "1"
linkcheck_ignore = []
project = "Sky"
def setup(app):
    pass
def other():
    pass
`,
        'docs/x.txt': ''
      })
    ).toEqual({
      messages: [],
      ignored: [
        'conf.py:5 html_theme: sites have a look of their own, which `styles` changes',
        'conf.py:6 release: is shown nowhere',
        'conf.py:7 linkcheck_ignore: addresses of other sites are not asked; `messages` says which rules count',
        'conf.py:9 setup: a function is not run'
      ]
    })
  })

  test('of a book, down to what stands for Sphinx', async () => {
    expect(
      await ignored({
        '_config.yml': `title: Sky
author: A
execute: {timeout: 1}
html: {baseurl: https://sky.example/, announcement: x}
sphinx:
  extra_extensions: [a]
  config: {html_theme_options: {a: b}, numfig: true}
`
      })
    ).toEqual({
      messages: [],
      ignored: [
        '_config.yml:2 author: is shown nowhere',
        '_config.yml:3 execute: nothing is run',
        '_config.yml:4 html.announcement: sites have no such part',
        '_config.yml:6 sphinx.extra_extensions: what there is, is on',
        '_config.yml:7 sphinx.config.html_theme_options: sites have a look of their own, which `styles` changes'
      ]
    })
  })

  test('of myst.yml; what changes pages there is said', async () => {
    expect(
      await ignored({
        'myst.yml': `version: 1
project:
  plugins: [a.mjs]
  downloads: [{file: a.pdf}]
  bibliography: [https://sky.example/a.bib]
  exports: [{format: pdf}]
site:
  template: book-theme
  options: {logo_text: x}
`
      })
    ).toEqual({
      messages: [
        'myst.yml:5:18-5:43 config-without-effect',
        'myst.yml:3:3-3:10 config-without-effect',
        'myst.yml:4:3-4:12 config-without-effect'
      ],
      ignored: [
        'myst.yml:6 project.exports: sites of HTML alone are made',
        'myst.yml:8 site.template: sites have a look of their own, which `styles` changes',
        'myst.yml:9 site.options.logo_text: sites have a look of their own, which `styles` changes'
      ]
    })
  })
})
