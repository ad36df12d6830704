import {describe, expect, test} from 'vitest'
import {createProject} from '../../src/node/index.js'

const render = (text: string, files: readonly string[] = []) =>
  createProject({
    pages: {'guide/index.md': text, 'guide/team.md': '(crew)=\n# The team\n', 'b.md': '# B'},
    files: (path) => (files.includes(path) ? '' : undefined)
  }).render('guide/index.md')

describe('an address in raw HTML', () => {
  test.each([
    ['to a page', '<a href="team.md">x</a>', 'href="team.html"'],
    ['to a place on a page', '<a href="/b.md#b">x</a>', 'href="../b.html#b"'],
    ['from the root', '<a class="k" href=/b.md>x</a>', 'href="../b.html"'],
    ['to a label', '<a href="#crew">x</a>', 'href="team.html#crew"'],
    ['in a block', '<div>\n<a\n  href="../b.md">x</a>\n</div>', 'href="../b.html"'],
    [
      'of another site',
      '<a href="https://example.org/?a&amp;b">x</a>',
      'href="https://example.org/?a&#x26;b"'
    ]
  ])('%s leads there', (_, source, expected) => {
    const {html, messages} = render(source)
    expect(messages.map(String)).toEqual([])
    expect(html).toContain(expected)
  })

  test('of a picture or film brings its file', () => {
    const {html, files, messages} = render(
      '<p><IMG src="../a b.png"><video poster="/p.png"><source src=f.webm></video></p>',
      ['a b.png', 'p.png', 'guide/f.webm']
    )
    expect([files, messages.map(String)]).toEqual([['a b.png', 'p.png', 'guide/f.webm'], []])
    expect(html).toContain('src="../a%20b.png"')
  })

  test.each([
    ['<a href="gone.md">x</a>', '1:10-1:17: there is no page "gone.md"'],
    [
      '> <b>\n> <a href="#gone">x</a></b>',
      '1:3-2:28: nothing on this page or in the project is called "gone"'
    ],
    ['<div>\n<a href="team.md#gone">x</a>\n</div>', '2:10-2:22: guide/team.md has nothing called "gone"'],
    [
      '<a href="file.zip">x</a>',
      '1:10-1:18: there is no file "guide/file.zip" in the project; the address is left as it is'
    ],
    [
      'a <img src="gone.png"> b',
      '1:13-1:21: there is no file "guide/gone.png" in the project; paths count from the page\'s folder, with / from the root'
    ]
  ])('that leads nowhere is said, where it stands: %s', (source, expected) => {
    const {messages} = render(source)
    expect(messages.map(String)).toEqual([`guide/index.md:${expected}`])
  })

  test('in a comment is none', () => {
    expect(render('<!-- <a href="gone.md"> -->').messages).toEqual([])
  })
})
