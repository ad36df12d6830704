import {describe, expect, test} from 'vitest'
import {createProject, defineLinkRole, defineRole, loadProject} from '../../../src/node/index.js'
import {folderWith} from '../../folder.js'
import {brief, load, told} from './support.js'

const paragraph = (html: string): string => /<p>([\s\S]*?)<\/p>/.exec(html)?.[1] ?? html

describe('extlinks', () => {
  test('of conf.py make roles, as sphinx.ext.extlinks does', async () => {
    const {project, messages} = await load({
      'index.md': '# Home\n\n{issue}`12` {issue}`that <13>` {pr}`7` {raw-page}`a b`\n',
      'conf.py': `base = "https://x.example"
extlinks = {
    "issue": (f"{base}/i/%s", "#%s"),
    "pr": (base + "/p/%s", None),
    "raw-page": (base + "/?q=%%20%s", "100%% %s"),
}
`
    })
    expect(messages).toEqual([])
    const {html, messages: of, references} = project.render('index.md')
    expect(of).toEqual([])
    expect(references).toHaveLength(4)
    expect(paragraph(html)).toBe(
      [
        '<a class="extlink-issue reference external" href="https://x.example/i/12">#12</a>',
        '<a class="extlink-issue reference external" href="https://x.example/i/13">that</a>',
        '<a class="extlink-pr reference external" href="https://x.example/p/7">https://x.example/p/7</a>',
        '<a class="extlink-raw-page reference external" href="https://x.example/?q=%20a%20b">100% a b</a>'
      ].join(' ')
    )
  })

  test('of a book, and of mystmark.config.json over those', async () => {
    const {project} = await load({
      'index.md': '# Home\n\n{a}`1` {b}`2`\n',
      '_config.yml':
        'title: T\nsphinx:\n  config:\n    extlinks:\n      a: ["https://a.example/%s", "a %s"]\n      b: ["https://b.example/%s", "b %s"]\n',
      'mystmark.config.json': '{"extlinks": {"b": {"url": "https://c.example/%s"}}}'
    })
    expect(paragraph(project.render('index.md').html)).toMatch(
      /href="https:\/\/a\.example\/1">a 1<.*href="https:\/\/c\.example\/2">/
    )
  })

  test('what they cannot be is said, each at its place; the others count', async () => {
    const {project, messages} = await load({
      'index.md': '# Home\n\n{good}`1`\n',
      'conf.py': `extlinks = {
    "none": ("https://x.example/", None),
    "two": ("https://x.example/%s/%s", None),
    "lone": ("https://x.example/%20%s", None),
    "plain": "https://x.example/%s",
    "script": ("javascript:%s", None),
    "good": ("https://x.example/%s", "%s"),
}
extlinks_detect_hardcoded_links = True
`
    })
    expect(brief(messages)).toEqual([
      'conf.py:9:35-9:39 config-without-effect',
      ...['2:13-2:41', '3:12-3:45', '4:13-4:46', '5:14-5:36', '6:15-6:38'].map(
        (place) => `conf.py:${place} invalid-config-value`
      )
    ])
    expect(told(messages)[1]).toContain('write `%s` once, where the text of the role belongs')
    expect(project.render('index.md').html).toContain('href="https://x.example/1"')
  })

  test('no text of a page makes one run script', () => {
    const project = createProject({
      pages: {'a.md': '{x}`javascript:alert(1)` {x}`"onclick="alert(1)` {y}`<b>`'},
      roles: [
        defineLinkRole({name: 'x', url: '%s'}),
        defineLinkRole({name: 'y', url: 'https://y.example/%s', caption: '%s'})
      ]
    })
    const {html, messages} = project.render('a.md')
    expect(html).not.toMatch(/href="javascript|<[^>]* onclick=|<b>/)
    expect(brief(messages)).toContain('a.md:1:5-1:24 unsafe-url')
  })

  test('a role of the project’s own module keeps its name', async () => {
    const mine = defineRole({name: 'issue', build: () => ({type: 'text', value: 'mine'})})
    const root = folderWith({
      'index.md': '{issue}`1`',
      'conf.py': 'extlinks = {"issue": ("https://x/%s", None)}\n'
    })
    const {project} = await loadProject(root, {roles: [mine]})
    expect(project.render('index.md').html).toContain('mine')
  })
})
