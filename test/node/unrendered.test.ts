import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {buildSite, createSite} from '../../src/node/index.js'
import {folderWith} from '../folder.js'
import {brief, load, told} from './config/support.js'

const cell = (...source: string[]) => ({cell_type: 'markdown', source})

const mixed = {
  'conf.py': 'extensions = ["myst_parser", "myst_nb"]\nmyst_enable_extensions = ["colon_fence"]\n',
  'index.rst': `.. _top:

=======
Harbour
=======

.. toctree::
   :caption: Parts
   :numbered:

   tides
   Old maps <maps>
   data

Piers
=====

.. _north pier:

North
-----
`,
  'tides.md':
    '# Tides\n\n{doc}`index` {ref}`north pier` [](data.ipynb) [](data.ipynb#low-water) [](index.rst#piers)\n',
  'maps.md': '# Maps\n',
  'lost.md': '# Lost\n',
  'alone.md': '---\norphan: true\n---\n# Alone\n',
  'data.ipynb': JSON.stringify({
    metadata: {},
    cells: [
      {cell_type: 'code', source: '# no title'},
      cell('# #\n', '# *Gauge* data  #\n', 'text\n'),
      cell('## Low water ##')
    ]
  })
}

test('pages in other formats are listed, and links to them are answered and marked', async () => {
  const {project, messages} = await load(mixed)
  expect(brief(messages)).toEqual(['data.ipynb page-not-rendered', 'index.rst page-not-rendered'])
  expect(project.pages).toEqual(['alone.md', 'lost.md', 'maps.md', 'tides.md'])
  const {html, messages: said} = project.render('tides.md')
  expect(said).toEqual([])
  expect(
    [...html.matchAll(/<a class="([^"]*)" href="([^"]*)">(?:<span[^>]*>)?([^<]*)/g)].map(([, ...m]) =>
      m.join(' | ')
    )
  ).toEqual([
    'myst-not-rendered reference internal | index.html | Harbour',
    'myst-not-rendered reference internal | index.html#north | North',
    'myst-not-rendered reference internal | data.html | Gauge data',
    'myst-not-rendered reference internal | data.html#low-water | Low water',
    'myst-not-rendered reference internal | index.html#piers | Piers'
  ])
})

test('their toctrees give order, captions and numbers', async () => {
  const loaded = await load(mixed)
  const {map, project} = createSite({...loaded})
  expect(map.groups.map(({caption, items}) => [caption, ...items.map(({page}) => page)])).toEqual([
    ['Parts', 'tides.md', 'maps.md', 'data.ipynb'],
    [undefined, 'lost.md']
  ])
  expect(project.inventory.numbers.section('maps.md', 'maps')?.number).toBe('2')
})

test('a page that no toctree lists is said, unless it is alone on purpose or silenced', async () => {
  const {project} = await load(mixed)
  expect(told(project.check()).map((line) => line.slice(0, 20))).toEqual(['lost.md orphan-page '])
  const quiet = await load({...mixed, 'lost.md': '% mystmark-ignore-page orphan-page\n\n# Lost\n'})
  expect(quiet.project.check()).toEqual([])
  const flat = await load({'index.md': '# Home\n', 'a.md': '# A\n'})
  expect(flat.project.check()).toEqual([])
  const hidden = await load({
    'index.md': '# Home\n\n```{toctree}\n:hidden:\n:glob:\n*\n```\n',
    'a.md': '# A\n'
  })
  expect(hidden.project.check()).toEqual([])
})

test('a site has their title, their places and their source', async () => {
  const out = join(folderWith({}), 'site')
  const {messages, pages} = await buildSite({loaded: await load(mixed), out})
  expect(pages).toBe(6)
  expect(brief(messages)).toEqual(['lost.md orphan-page'])
  const stub = readFileSync(join(out, 'index.html'), 'utf8')
  expect(stub).toContain('<h1 id="harbour">Harbour</h1>')
  expect(stub).toContain('<li id="north">North</li>')
  expect(stub).toContain('<a href="index.rst" download>')
  expect(readFileSync(join(out, 'index.rst'), 'utf8')).toBe(mixed['index.rst'])
})

test('notebooks are no pages where nothing renders them, and without a configuration they are files', async () => {
  const plain = await load({'index.md': '[nb](a.ipynb)', 'a.ipynb': '{}', 'conf.py': 'project = "x"\n'})
  expect([plain.messages, plain.project.check()]).toEqual([[], []])
  expect(plain.project.render('index.md').files).toEqual(['a.ipynb'])
  const bare = await load({'index.md': '[x](a.rst)', 'a.rst': 'A\n=\n'})
  expect(bare.project.render('index.md').files).toEqual(['a.rst'])
})

test.each([
  ['no JSON', '{'],
  ['no notebook', '[]'],
  ['empty', '']
])('a notebook that is %s has its name for a title', async (_, text) => {
  const {project} = await load({'index.md': '{doc}`a`', 'a.ipynb': text, 'myst.yml': 'version: 1\n'})
  expect(project.render('index.md').html).toContain('>a<')
})

test('addresses in raw HTML are said where they lead nowhere, and files that they show are copied', async () => {
  const out = join(folderWith({}), 'site')
  const loaded = await load({
    'index.md':
      '<img src="pics/a.png">\n<a href="deep/b.md">b</a>\n<a href="deep/b.html#x">b</a>\n<a href="gone.txt">g</a>\n<a href="/host">h</a>\n',
    'deep/b.md': '# B\n\n<img src="../pics/a.png">\n',
    'pics/a.png': 'png'
  })
  const {messages} = await buildSite({loaded, out})
  expect(told(messages).map((line) => line.replace(/^index\.md(?::[\d:-]+)? /, ''))).toEqual([
    'unknown-anchor deep/b.md has nothing called "x"',
    'unknown-file there is no file "gone.txt" in the project; the address is left as it is'
  ])
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('<a href="deep/b.html">')
  expect(readFileSync(join(out, 'pics/a.png'), 'utf8')).toBe('png')
})
