/** A project in which all is hostile: pages, their names and titles, the configuration, inventories, works. */

import type {Config} from '../../src/index.js'
import {type ExternalInventory, readMystXref, readObjectsInv} from '../../src/inventories.js'
import {inventoryBytes} from '../folder.js'
import {vectors} from './vectors.js'

/** The number that a vector's canaries carry, in place of theirs. */
export function numbered(source: string, number: number): string {
  return source.replaceAll('alert(1)', `alert(${number})`).replaceAll('evil.test', `v${number}.evil.test`)
}

/** What is hostile beside the text; its canaries begin here. */
const first = 9000

const hostileNames = [
  'a" onclick="alert(1).md',
  "a' onclick='alert(1).md",
  '<script>alert(1)<%2fscript>.md',
  '<img src=x onerror=alert(1)>.md',
  'javascript:alert(1).md',
  'data:text/html,alert(1).md',
  'folder"><svg onload=alert(1)>/page.md',
  '%2e%2e/up.md',
  '__proto__.md',
  'constructor/index.md',
  'a&quot;onclick=alert(1).md',
  '#javascript:alert(1).md',
  '?onclick=alert(1).md'
]

const hostileTitle = '<script>alert(1)</script> "onclick="alert(1) </title><img src=x onerror=alert(1)>'

const home = `---
title: '</title><script>alert(1)</script>'
description: '"><script>alert(1)</script>'
language: '"><script>alert(1)</script>'
---
(x" onclick="alert(1))=
# <script>alert(1)</script>

## javascript:alert(1)

## "onclick="alert(1)

:::{toctree}
:caption: <script>alert(1)</script>
:titlesonly: "onclick="alert(1)
<img src=x onerror=alert(1)> <javascript:alert(1)>
"onclick="alert(1) <data:text/html,alert(1)>
<svg onload=alert(1)> <https://good.test/"onclick="alert(1)>
javascript:alert(1)
references
:::

:::{toctree}
:caption: '"><svg onload=alert(1)>'
:glob:
*
*/*
:::
`

/** Everything in the inventories and in the works is asked for. */
const references = `# References

{external+bad:py:func}\`f0\` {external+bad:py:func}\`f1\` {external+bad:py:func}\`f2\` {external+bad:py:func}\`f3\`
{external+bad:py:func}\`f4\` {external+bad:std:label}\`l0\` {external+bad:std:doc}\`d0\`
{external+base:py:func}\`f0\` {external+base:py:func}\`f3\` {external+base:std:label}\`l0\`
<inv:bad#f0> <inv:bad#f1> <inv:base#l0> [a](inv:bad:py:function#f2) [](inv:bad#*) [](inv:<script>#f0)
[](xref:guide#x0) [](xref:guide#x1) [a](xref:guide/p0) <xref:guide#x2> [](xref:guide2#x0)

:::{card} a
:link: inv:bad#f0
:::
:::{button-ref} f0
:ref-type: any
:::

{cite}\`one\` {cite:t}\`two\` {cite:p}\`three\` {cite}\`four\`

:::{bibliography}
:all:
:::
`

const works = `@misc{one, title = {<script>alert(1)</script>}, author = {<img src=x onerror=alert(1)>, A}, url = {javascript:alert(1)}, year = {2000}}
@article{two, title = {a}, author = {B, B}, journal = {"onclick="alert(1)}, doi = {javascript:alert(1)}, year = {<svg onload=alert(1)>}}
@misc{three, title = {\\href{javascript:alert(1)}{x}}, author = {C, C}, url = {https://good.test/"onclick="alert(1)}, eprint = {javascript:alert(1)}, archiveprefix = {arXiv}, year = {2001}}
@book{four, title = {<i onclick="alert(1)">a</i><span style="background:url(//evil.test/a)">b</span>}, author = {D, D}, doi = {10.1/"><script>alert(1)</script>}, note = {<a href="javascript:alert(1)">x</a>}, year = {2002}}
`

const uris = [
  'javascript:alert(1)',
  'java\tscript:alert(1)',
  '"onclick="alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '//evil.test/a"onclick="alert(1)'
].map((uri) => uri.replace('\t', '&Tab;'))

const lines = [
  ...uris.map((uri, index) => `f${index} py:function 1 ${uri} <script>alert(1)</script>`),
  `l0 std:label 1 javascript:alert(1)#x "><img src=x onerror=alert(1)>`,
  `d0 std:doc 1 data:text/html,alert(1) <svg onload=alert(1)>`,
  `<script>alert(1)</script> py:function 1 x -`
]

const xref = JSON.stringify({
  version: '1',
  references: [
    {identifier: 'x0', kind: 'heading', data: '', url: 'javascript:alert(1)'},
    {identifier: 'x1', html_id: '"onclick="alert(1)', kind: 'heading', data: '', url: '/p0'},
    {identifier: 'x2', kind: '<script>alert(1)</script>', data: '', url: '/data:text/html,alert(1)'},
    {kind: 'page', data: 'javascript:alert(1)', url: '/p0"onclick="alert(1)'}
  ]
})

function inventoriesOf(change: (text: string) => string): Record<string, ExternalInventory> {
  const bytes = inventoryBytes(change('<script>alert(1)</script>'), '"onclick="alert(1)', lines.map(change))
  return {
    bad: readObjectsInv(bytes, {baseUrl: 'https://good.test/'}),
    base: readObjectsInv(bytes, {baseUrl: change('javascript:alert(1)//')}),
    guide: readMystXref(change(xref), {baseUrl: 'https://good.test'}),
    guide2: readMystXref(change(xref), {baseUrl: change('javascript:alert(1)')})
  }
}

export interface HostileSite {
  pages: Record<string, string>
  inventories: Record<string, ExternalInventory>
  files: (path: string) => string | undefined
  config: Config
}

/** What may reach a document around the page: titles, headings, ids, front matter. */
const reaching = new Set(['names', 'pages', 'directives'])

/** The project; the page of a vector is `v/NUMBER.md`. */
export function hostileSite(): HostileSite {
  const change = (text: string): string => numbered(text, first)
  const pages = [
    ['index.md', change(home)],
    ['references.md', change(references)],
    ...hostileNames.map((name, index) => [
      numbered(name, first + 1 + index),
      `# ${numbered(hostileTitle, first + 1 + index)}\n\n## ${numbered(name, first + 1 + index)}\n`
    ]),
    ...vectors.flatMap(({sink, source}, index) =>
      reaching.has(sink) ? [[`v/${index}.md`, numbered(source, index)]] : []
    )
  ]
  return {
    pages: Object.fromEntries(pages),
    inventories: inventoriesOf(change),
    files: (path) => (path === 'works.bib' ? change(works) : undefined),
    config: {
      extensions: 'all',
      title: change(`</title>${hostileTitle}`),
      language: change('en" onload="alert(1)'),
      siteUrl: change('https://good.test/"onclick="alert(1)'),
      bibliography: ['works.bib']
    }
  }
}
