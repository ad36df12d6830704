/** Faults that were reported of MyST's tools, in our own words: what is right. The report is named in brackets. */
import {expect, test} from 'vitest'
import {render as renderWithHtml} from '../../src/node/index.js'
import {createTestProject, inventoryOf} from '../../src/testing/index.js'

type Pages = string | Record<string, string>

function linksOf(pages: Pages, options: Omit<Parameters<typeof createTestProject>[0], 'pages'> = {}) {
  const {html, messages} = createTestProject({pages, ...options}).render('index.md')
  return {
    html,
    rules: messages.map(({ruleId}) => ruleId),
    links: [...html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/g)].map(
      ([, href, text]) => `${href} ${text}`
    )
  }
}

test('a label that is defined twice belongs to the first, whose id stands once (mystmd#1348, iss-022)', () => {
  const {html, rules, links} = linksOf('(twice)=\n# First\n\n(twice)=\n## Second\n\n{ref}`twice`')
  expect(links).toEqual(['#twice First'])
  expect(rules).toEqual(['duplicate-label'])
  expect(html.match(/id="twice"/g)).toHaveLength(1)
})

test('a path with an anchor is checked against the page (MyST-Parser#358, iss-034)', () => {
  const pages = {
    'index.md': '[x](b.md#first-steps) [](b.md) [z](b.md#last-steps)',
    'b.md': '# Other\n\n## First steps'
  }
  const {links, rules} = linksOf(pages)
  expect(links).toEqual(['b.html#first-steps x', 'b.html Other'])
  expect(rules).toEqual(['unknown-anchor'])
})

test('a note without a title is called by its kind (jupyter-book#1201, iss-036)', () => {
  const {links} = linksOf(':::{note}\n:name: box\nText.\n:::\n\n[](#box) {ref}`box` {ref}`see <box>`')
  expect(links).toEqual(['#box Note', '#box Note', '#box see'])
})

test('the name in an inv: link is decoded before it is looked up (MyST-Parser#991, iss-038)', () => {
  const inventories = {w: 'guide/First Steps std:doc guide/First%20Steps.html First Steps'}
  const {links, rules} = linksOf(
    '<inv:w:std:doc#guide/First%20Steps> [t](<inv:w:std:doc#guide/First Steps>)',
    {inventories}
  )
  expect(links).toEqual([
    'https://w.example/guide/First%20Steps.html First Steps',
    'https://w.example/guide/First%20Steps.html t'
  ])
  expect(rules).toEqual([])
})

test('a label with a colon is no address, even where an inventory has the key (MyST-Parser#207, iss-039)', () => {
  const {links} = linksOf(
    '(fig:one)=\n# T\n\n[a](fig:one) [b](#fig:one) {ref}`fig:one` [c](mailto:x@y.example)',
    {
      inventories: {fig: 'one std:label o.html One'}
    }
  )
  expect(links).toEqual(['#fig-one a', '#fig-one b', '#fig-one T', 'mailto:x@y.example c'])
})

test('%s is filled whatever else the text says; a text without it stays (sphinx#6811, iss-040)', () => {
  const {links} = linksOf(
    ':::{figure} a.png\n:name: one\n\nA *nice* one\n:::\n\n{numref}`the plot <one>` {numref}`Plot %s <one>` {numref}`issue number %s <one>`',
    {config: {numbering: true}}
  )
  expect(links).toEqual(['#one the plot', '#one Plot 1', '#one issue number 1'])
})

test('the root page of a site has an empty address (sphinx#7096, iss-046)', () => {
  const inventories = {
    ext: {
      ...inventoryOf('x std:doc x.html'),
      baseUrl: 'https://ext.example/en/',
      entries: [
        {name: 'index', domain: 'std', type: 'doc', priority: -1, uri: '', displayName: 'Tools - Guide'}
      ]
    }
  }
  const {links} = linksOf('{external+ext:doc}`index` <inv:ext:std:doc#index>', {inventories})
  expect(links).toEqual(Array(2).fill('https://ext.example/en/ Tools - Guide'))
})

test('an exact term comes before one in another case, and reads as written (sphinx#9291, iss-050)', () => {
  const inventories = {o: ['Field Agent std:term g.html#fa', 't std:term g.html#t1', 'T std:term g.html#t2']}
  const {links} = linksOf('{term}`field agent` {term}`T` {term}`t`', {inventories})
  expect(links).toEqual([
    'https://o.example/g.html#fa field agent',
    'https://o.example/g.html#t2 T',
    'https://o.example/g.html#t1 t'
  ])
})

test('labels of other projects are found in any case, and by key (sphinx#12008, iss-051)', () => {
  const {links, rules} = linksOf('{external+jl:ref}`Grammar` {ref}`grammar` {ref}`see <jl:Grammar>`', {
    inventories: {jl: 'Grammar std:label g.html#Grammar Grammar'}
  })
  expect(links).toEqual(
    ['Grammar', 'Grammar', 'see'].map((text) => `https://jl.example/g.html#Grammar ${text}`)
  )
  expect(rules).toEqual([])
})

test('a name in two inventories is taken from the first, and said; none is no link (MyST-Parser#716, iss-052)', () => {
  const {links, rules} = linksOf('[](#index) [](inv:b#index) [](inv:#nothing)', {
    inventories: {a: 'index std:label i.html#$ A', b: 'index std:label i.html#$ B'}
  })
  expect(links).toEqual(['https://a.example/i.html#index A', 'https://b.example/i.html#index B'])
  expect(rules).toEqual(['ambiguous-reference', 'unknown-external-target'])
})

test('repeated headings count on the first (MyST-Parser#878, iss-075)', () => {
  const {html, links} = linksOf(
    '# notes\n\n## notes\n\n## notes\n\n## notes-1\n\n[x](#notes-2) [y](#notes-1)',
    {config: {headingAnchors: 3}}
  )
  expect(links).toEqual(['#notes-2 x', '#notes-1 y'])
  expect([...html.matchAll(/<h\d id="(.*?)"/g)].map((match) => match[1])).toEqual([
    'notes',
    'notes-1',
    'notes-2',
    'notes-1-1'
  ])
})

test('docutils’ ids and GitHub’s anchors both lead to a heading, and both stand in the page (MyST-Parser#331, iss-076)', () => {
  const {html, links} = linksOf(
    '# Alpha - Beta\n\n# Step 2.3\n\n[a](#alpha---beta) [b](#step-23) [c](#alpha-beta) [d](#step-2-3)',
    {config: {headingAnchors: 2}}
  )
  expect(links).toHaveLength(4)
  for (const link of links) expect(html).toContain(`id="${link.slice(1, link.indexOf(' '))}"`)
})

test('HTML in a heading is no part of its id (MyST-Parser#600, iss-078)', () => {
  const source = '## <a name="r"></a>Rule: Limits\n\n[x](#r) [y](#rule-limits)'
  expect(linksOf(source).links).toContain('#rule-limits y')
  // As text the tag makes no id.
  expect(linksOf(source).rules).toContain('unknown-label')
  const {html, messages} = renderWithHtml(source)
  expect(html).toContain('href="#r"')
  expect(html).toContain('name="r"')
  expect(messages.map(({ruleId}) => ruleId)).toEqual(['heading-level'])
})

test('a comment ends a paragraph and leaves no trace (MyST-Parser#116, iss-021)', () => {
  const {html} = linksOf('before\n% not *seen*\nbehind\n')
  expect(html).not.toContain('seen')
  expect([...html.matchAll(/<p>(.*?)<\/p>/g)].map(([, words]) => words)).toEqual(['before', 'behind'])
})

test.each([
  ['indented', '```{glossary}\nPear\n  A fruit\n\nFir Tree\n  An evergreen\n```'],
  ['with colons', '```{glossary}\nPear\n: A fruit\n\nFir Tree\n: An evergreen\n```']
])('terms of a glossary that is written %s are found (MyST-NB#544, iss-044)', (_, glossary) => {
  const {links, rules} = linksOf(`${glossary}\n\n{term}\`pear\` {term}\`firs <fir tree>\` {term}\`PEAR\``)
  expect(links).toEqual(['#term-Pear pear', '#term-Fir-Tree firs', '#term-Pear PEAR'])
  expect(rules).toEqual([])
})

test('a name with a number among its words stays whole (sphinx#8844, iss-047)', () => {
  const inventories = {
    cv: ['int go(char* s, int n) = 0 cpp:function api/go.html#$ -', 'plain cpp:function a.html#$ -']
  }
  const {links, rules} = linksOf(
    '[](inv:cv:cpp:function#int%20go(char*%20s,%20int%20n)%20=%200) [](inv:cv#plain)',
    {
      inventories
    }
  )
  expect(links).toHaveLength(2)
  expect(links[0]).toMatch(/^https:\/\/cv\.example\/api\/go\.html#int.*0 int go\(char\* s, int n\) = 0$/)
  expect(rules).toEqual([])
})

test('a title with several numbers is reached from another project (sphinx#11711, iss-048)', () => {
  const inventories = {
    b: [
      'Part 2 of 3 std:label p.html#part-2-of-3 Part 2 of 3',
      'Year 2031 1 notes std:label r.html#$ Year 2031 1 notes'
    ]
  }
  const {links, rules} = linksOf(
    '{external+b:ref}`Part 2 of 3` [](inv:b:std:label#Year%202031%201%20notes)',
    {
      inventories
    }
  )
  expect(links).toEqual([
    'https://b.example/p.html#part-2-of-3 Part 2 of 3',
    'https://b.example/r.html#Year%202031%201%20notes Year 2031 1 notes'
  ])
  expect(rules).toEqual([])
})
