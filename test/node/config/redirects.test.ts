import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {buildSite, createSite} from '../../../src/node/index.js'
import {folderWith} from '../../folder.js'
import {load, told} from './support.js'

const pages = {'index.md': '# Home\n', 'new/place.md': '---\norphan: true\n---\n# The "new" place\n'}

async function built(files: Readonly<Record<string, string>>, urlStyle: 'file' | 'folder' = 'file') {
  const loaded = await load({...pages, ...files})
  const out = join(folderWith({}), 'site')
  const {messages} = await buildSite({loaded, out, urlStyle})
  /** Where a document of the site leads. */
  const leads = (path: string): string | undefined =>
    existsSync(join(out, path))
      ? /http-equiv="refresh" content="0; url=([^"]*)"/.exec(readFileSync(join(out, path), 'utf8'))?.[1]
      : undefined
  return {said: told([...loaded.messages, ...messages]), leads}
}

describe('pages that are gone lead to what stands for them', () => {
  test('by rediraffe_redirects of conf.py', async () => {
    const {said, leads} = await built({
      'conf.py':
        'rediraffe_redirects = {"old/a.md": "new/place.md", "b": "index", "c.rst": "new/place.html"}\n'
    })
    expect(said).toEqual([])
    expect([leads('old/a.html'), leads('b.html'), leads('c.html')]).toEqual([
      '../new/place.html',
      'index.html',
      'new/place.html'
    ])
  })

  test('by redirects of conf.py, as sphinx-reredirects counts them, and of a book', async () => {
    const conf = await built({
      'conf.py': 'redirects = {"old/a": "../new/place.html", "x": "https://sky.example/x?a&b"}\n'
    })
    expect(conf.said).toEqual([])
    expect([conf.leads('old/a.html'), conf.leads('x.html')]).toEqual([
      '../new/place.html',
      'https://sky.example/x?a&#38;b'
    ])
    const book = await built({
      '_config.yml': 'title: T\nsphinx: {config: {rediraffe_redirects: {old.md: new/place.md}}}\n'
    })
    expect(book.leads('old.html')).toBe('new/place.html')
  })

  test('by our own configuration, with addresses as folders', async () => {
    const {said, leads} = await built(
      {'mystmark.config.json': '{"redirects": {"old/a": "new/place.md", "b": "index.md"}}'},
      'folder'
    )
    expect(said).toEqual([])
    expect([leads('old/a/index.html'), leads('b/index.html')]).toEqual(['../../new/place/', '../'])
  })

  test('what leads nowhere, or has a page itself, is said', async () => {
    const {said, leads} = await built({
      'mystmark.config.json': `{"redirects": {
  "a": "new/plaice",
  "index": "new/place",
  "*": "index",
  "b": "javascript:alert(1)",
  "../c": "index",
  "d": ["index"],
  "e": "index"
}}`
    })
    expect(said).toEqual([
      'mystmark.config.json:7:8-7:17 invalid-config-value "redirects.d": write a value of type string',
      'mystmark.config.json:2:8-2:20 invalid-config-value "redirects.a": there is no page "new/plaice"; did you mean "new/place"?',
      'mystmark.config.json:3:12-3:23 invalid-config-value "redirects.index": the page "index.md" stands there itself',
      'mystmark.config.json:4:8-4:15 invalid-config-value "redirects.*": "*" is no path of a page',
      'mystmark.config.json:5:8-5:29 invalid-config-value "redirects.b": there is no page "javascript:alert(1)"',
      'mystmark.config.json:6:11-6:18 invalid-config-value "redirects.../c": "../c" is no path of a page'
    ])
    expect([leads('e.html'), leads('b.html')]).toEqual(['index.html', undefined])
    const file = await load({...pages, 'conf.py': 'rediraffe_redirects = "redirects.txt"\n'})
    expect(told(file.messages)[0]).toContain('config-without-effect "rediraffe_redirects"')
  })

  test('in memory; no title is markup, and no address runs script', () => {
    const site = createSite({pages, redirects: {'old.md': 'new/place.md', evil: 'javascript:alert(1)'}})
    const documents = new Map(site.extraDocuments().map(({file, document}) => [file, document]))
    expect(documents.get('old.html')).toContain('<p><a href="new/place.html">The &#34;new&#34; place</a></p>')
    expect(documents.has('evil.html')).toBe(false)
  })
})
