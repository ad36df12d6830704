/** Definition lists and field lists: structure, exact places in any nesting, writing back, and cost. */
import {existsSync, readFileSync} from 'node:fs'
import fc from 'fast-check'
import type {Nodes} from 'mdast'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {isParent, plainText, visitNodes} from '../../src/ast/tree.js'
import {parse, render} from '../../src/index.js'
import {descriptionAfter, opensDescription} from '../../src/syntax/definition-list/grammar.js'
import {fieldBodyColumn, parseFieldMarker} from '../../src/syntax/field-list/grammar.js'
import {remarkMystSyntax} from '../../src/syntax/remark.js'
import {cpuNow} from '../support.js'

const names: Record<string, string> = {
  definitionList: 'dl',
  definitionTerm: 'dt',
  definitionDescription: 'dd',
  fieldList: 'fields',
  fieldName: 'name',
  fieldBody: 'body',
  paragraph: 'p',
  blockquote: 'quote',
  listItem: 'li'
}

/** A tree in one line: `dl(dt"Term" dd(p"what it means"))`. */
function line(node: Nodes): string {
  if (!isParent(node)) return 'value' in node ? `${node.type}"${node.value}"` : node.type
  const name = names[node.type] ?? node.type
  const leaf = node.children.every((child) => child.type === 'text')
  const children: readonly Nodes[] = node.children
  return leaf && children.length > 0
    ? `${name}"${plainText(children)}"`
    : `${name}(${children.map(line).join(' ')})`
}

/** Field lists are off by default: they would read `:tada: Thanks`. */
const config = {extensions: 'all'} as const

const tree = (source: string): string => parse(source, {config}).children.map(line).join(' ')

describe('the grammar of definition lists', () => {
  test.each([
    [': a', true],
    ['   ~ a', true],
    ['    : a', false],
    [':a', false],
    [': ', false],
    [':', false],
    ['', false]
  ])('%j opens a description: %s', (text, expected) => {
    expect(opensDescription(text)).toBe(expected)
  })

  test.each([
    ['on the next line', 'Term', {before: 0, quotes: 0}, [': a', ''], 1],
    ['behind a blank line', 'Term', {before: 0, quotes: 0}, ['', ': a'], 2],
    ['behind two', 'Term', {before: 0, quotes: 0}, ['', ''], undefined],
    ['in a list', 'Term', {before: 2, quotes: 0}, ['  : a', ''], 1],
    ['outside the list', 'Term', {before: 2, quotes: 0}, [': a', ''], undefined],
    ['in a quote', 'Term', {before: 0, quotes: 1}, ['>: a', ''], 1],
    ['outside the quote', 'Term', {before: 0, quotes: 1}, [': a', ''], undefined],
    ['behind the end of the quote', 'Term', {before: 0, quotes: 1}, ['', '> : a'], undefined],
    ['indented as code', 'Term', {before: 0, quotes: 0}, ['    : a', ''], undefined],
    ['after a link definition', '[a]: b', {before: 0, quotes: 0}, [': a', ''], undefined]
  ] as const)('%s', (_, term, place, next, expected) => {
    expect(descriptionAfter(term, place, next)).toBe(expected)
  })
})

describe('definition lists', () => {
  test.each([
    ['tight', 'Term\n: a\n~ b', 'dl(dt"Term" dd(p"a") dd(p"b"))'],
    ['loose', 'Term\n\n: a\n\n  b\n\nT2\n: c', 'dl(dt"Term" dd(p"a" p"b") dt"T2" dd(p"c"))'],
    ['the last line of a text is the term', 'a\nTerm\n: b', 'p"a" dl(dt"Term" dd(p"b"))'],
    [
      'a line goes on with the text of a description',
      'Term\n: a\nb\n: c',
      'dl(dt"Term" dd(p"a\nb") dd(p"c"))'
    ],
    ['blocks', 'Term\n: - a\n  - b\n\n  > c', 'dl(dt"Term" dd(list(li(p"a") li(p"b")) quote(p"c")))'],
    ['code', 'Term\n:     a', 'dl(dt"Term" dd(code"a"))'],
    ['nested', 'A\n: B\n  : c\n  : d\n: e', 'dl(dt"A" dd(dl(dt"B" dd(p"c") dd(p"d"))) dd(p"e"))'],
    ['in a list', '- A\n  : b\n- c', 'list(li(dl(dt"A" dd(p"b"))) li(p"c"))'],
    ['in a quote', '> A\n> : b\n\nc', 'quote(dl(dt"A" dd(p"b"))) p"c"'],
    ['in a directive', ':::{note}\nA\n\n: b\n:::\nc', 'admonition(dl(dt"A" dd(p"b"))) p"c"'],
    ['around a directive', 'A\n: :::{note}\n  b\n  :::\n: c', 'dl(dt"A" dd(admonition(p"b")) dd(p"c"))'],
    ['no heading is a term', '# A\n: b', 'heading"A" p": b"'],
    ['nothing is no description', 'A\n:\n\nB\n:  ', 'p"A\n:" p"B\n:"'],
    ['another container ends a term', '> A\n: b', 'quote(p"A\n: b")']
  ])('%s', (_, source, expected) => {
    expect(tree(source)).toBe(expected)
  })

  test('HTML as docutils has it', () => {
    expect(render('*T*\n: a').html.replaceAll('\n', '')).toBe(
      '<dl class="simple myst"><dt><em>T</em></dt><dd><p>a</p></dd></dl>'
    )
  })
})

describe('the grammar of fields', () => {
  test.each([
    [':a: b', {name: 'a', nameStart: 1, nameEnd: 2, end: 3}],
    [':a b:', {name: 'a b', nameStart: 1, nameEnd: 4, end: 5}],
    [':a:b: c', {name: 'a:b', nameStart: 1, nameEnd: 4, end: 5}],
    [':a\\: b: c', {name: 'a\\: b', nameStart: 1, nameEnd: 6, end: 7}],
    ['::', undefined],
    [': a: b', undefined],
    [':a : b', undefined],
    [':a', undefined],
    [':::{a}', undefined],
    [':a:b', undefined]
  ])('%j', (text, expected) => {
    expect(parseFieldMarker(text)).toEqual(expected)
  })

  test.each([
    [[':a: b', '      c', '  d', 'e'], 2],
    [[':a:', '', '     b'], 5],
    [[':a: b', '        c'], 4],
    [[':a: b'], 4],
    [[':a:'], 1]
  ])('the body of %j is at column %i', (lines, body) => {
    expect(fieldBodyColumn(lines[0] ?? '', {at: 0, end: 3, quotes: 0}, (index) => lines[index]).body).toBe(
      body
    )
  })
})

describe('field lists', () => {
  test.each([
    [
      'at the start of a page',
      ':a: b\n:c d: *e*',
      'fields(field(name"a" body(p"b")) field(name"c d" body(p(emphasis"e"))))'
    ],
    ['without body', ':a:\n:b:', 'fields(field(name"a" body()) field(name"b" body()))'],
    ['further lines', ':a: b\n  c\n\n  d\ne', 'fields(field(name"a" body(p"b\nc" p"d\ne")))'],
    [
      'nested',
      ':a:\n  :b: c\n:d: e',
      'fields(field(name"a" body(fields(field(name"b" body(p"c"))))) field(name"d" body(p"e")))'
    ],
    [
      'in a list',
      '- :a: b\n  :c: d',
      'list(li(fields(field(name"a" body(p"b")) field(name"c" body(p"d")))))'
    ],
    ['in a quote', '> :a: b\n> :c: d', 'quote(fields(field(name"a" body(p"b")) field(name"c" body(p"d"))))'],
    ['in a directive', ':::{note}\n\n:a: b\n:::', 'admonition(fields(field(name"a" body(p"b"))))'],
    ['a text is not interrupted', 'a\n:b: c', 'p"a\n:b: c"']
  ])('%s', (_, source, expected) => {
    expect(tree(source)).toBe(expected)
  })

  test('HTML as docutils has it', () => {
    expect(render(':a: b', {config}).html.replaceAll('\n', '')).toBe(
      '<dl class="field-list"><dt>a<span class="colon">:</span></dt><dd><p>b</p></dd></dl>'
    )
  })
})

const processor = unified()
  .use(remarkParse)
  .use(remarkMystSyntax, {
    registry: {
      directiveSyntax: (name) => ({argument: 'inline', body: name === 'code-block' ? 'raw' : 'flow'}),
      roleSyntax: () => 'raw'
    },
    colonFence: true,
    strikethrough: true,
    taskList: true,
    dollarMath: {allowSpace: false, doubleInline: true},
    amsmath: true,
    definitionList: true,
    fieldList: true
  })
  .use(remarkStringify)

test.each([
  'Term\n: a\n: b\n\nT2\n\n: c\n\n  d\n',
  'Term\n: - a\n  - b\n: :::{note}\n  c\n  :::\n',
  ':a: b\n:c d: *e*\n\n  f\n:g:\n',
  '> :a: b\n>\n> Term\n> : c\n',
  'a\n\\: b\n\n\\:c: d\n'
])('%j is written back to what reads the same', (source) => {
  const bare = (node: Nodes): string =>
    JSON.stringify(node, (key, value) => (key === 'position' || key === 'data' ? undefined : value))
  const first = processor.parse(source)
  const written = processor.stringify(first)
  expect(bare(processor.parse(written))).toBe(bare(first))
})

/** Blocks of a document, nested; every line is one that some construct may take. */
const blocks = fc.letrec<{block: string[]; leaf: string[]}>((tie) => ({
  leaf: fc.constantFrom(
    ['text'],
    ['two', 'lines'],
    ['Term', ': means'],
    ['Term', '', ': means', '', '  more', '~ other'],
    ['a $x$ b', '$$', 'y', '$$ (label)'],
    ['\\begin{align}', 'z', '- w', '\\end{align}'],
    [':name: body', ':other:', '   more', 'lazy'],
    [': stray'],
    ['$$ open'],
    ['```', ': code', '```'],
    ['| a | b |', '|---|---|', '| $c$ | d |'],
    ['# Heading', ': no'],
    ['[a]: /b', ': c'],
    ['']
  ),
  block: fc.oneof(
    {maxDepth: 4, depthSize: 'medium'},
    tie('leaf'),
    fc.tuple(tie('block'), tie('block')).map(([a, b]) => [...a, '', ...b]),
    fc.tuple(tie('block'), tie('block')).map(([a, b]) => [...a, ...b]),
    tie('block').map((lines) => lines.map((each) => `> ${each}`)),
    tie('block').map((lines) => lines.map((each, index) => (index === 0 ? `- ${each}` : `  ${each}`))),
    tie('block').map((lines) => [
      'Term',
      ...lines.map((each, index) => (index === 0 ? `: ${each}` : `  ${each}`))
    ]),
    tie('block').map((lines) => [':f: x', ...lines.map((each) => `  ${each}`)]),
    tie('block').map((lines) => ['::::{note}', ...lines, '::::'])
  )
}))

test('every node of random nested documents stands where it says, whatever the line endings', () => {
  const seed = 20261126
  console.log(`seed ${seed}`)
  fc.assert(
    fc.property(blocks.block, fc.constantFrom('\n', '\r\n', '\r'), (lines, ending) => {
      const source = lines.join(ending)
      const starts = [0]
      for (const each of lines) starts.push((starts.at(-1) ?? 0) + each.length + ending.length)
      visitNodes(processor.parse(source), (node, parent) => {
        const {start, end} = node.position ?? {}
        if (!start || !end) throw new Error(`${node.type} has no position`)
        for (const point of [start, end])
          expect((starts[point.line - 1] ?? Number.NaN) + point.column - 1).toBe(point.offset)
        expect(start.offset).toBeLessThanOrEqual(end.offset ?? 0)
        if (parent?.position) {
          expect(start.offset).toBeGreaterThanOrEqual(parent.position.start.offset ?? 0)
          expect(end.offset).toBeLessThanOrEqual(parent.position.end.offset ?? 0)
        }
        const slice = source.slice(start.offset, end.offset)
        if (node.type === 'text' && start.line === end.line) expect(slice).toBe(node.value)
        if (node.type === 'inlineMath' && start.line === end.line) expect(slice).toBe(`$${node.value}$`)
        if (node.type === 'definitionDescription') expect(slice).toMatch(/^[:~] /)
        if (node.type === 'field') expect(slice).toMatch(/^:/)
        return undefined
      })
    }),
    {seed, numRuns: 3000}
  )
}, 120_000)

test.each([
  ['terms', 'Term\n: a\n\n'.repeat(300)],
  ['descriptions', `Term\n${': a\n'.repeat(2000)}`],
  ['markers', ': a\n'.repeat(3000)],
  ['fields', ':a: b\n'.repeat(2000)],
  ['fields in each other', `${':a: '.repeat(200)}b`],
  [
    'fields in each other, one a line',
    Array.from({length: 100}, (_, index) => `${'  '.repeat(index)}:a:`).join('\n')
  ],
  [
    'descriptions in each other',
    Array.from({length: 60}, (_, index) => `${'  '.repeat(index)}${index ? ': ' : ''}T`).join('\n')
  ]
])('many %s take little time', (_, source) => {
  const started = cpuNow()
  parse(source)
  expect(cpuNow() - started).toBeLessThan(5000)
})

const cases = '../shared/cases/markdown-it-plugins.json'
interface PluginCase {
  group: string
  title: string
  input: string
  expected: string
}
const plugins: {cases: PluginCase[]} = existsSync(cases)
  ? JSON.parse(readFileSync(cases, 'utf8'))
  : {cases: []}

/** What both renderings show: no white space between elements, no paragraphs (docutils has them in tight lists, too). */
function shown(html: string): string {
  return html
    .replace(
      /<div class="highlight-[^>]*><div class="highlight"><pre>([\s\S]*?)<\/pre><\/div><\/div>/g,
      '<pre><code>$1</code></pre>'
    )
    .replace(/<pre><code class="language-[^"]*">/g, '<pre><code>')
    .replace(/<pre><code>([\s\S]*?)<\/code><\/pre>/g, (_, code: string) => `<pre>${code.trim()}</pre>`)
    .replace(/<span class="colon">:<\/span>| class="simple myst"| id="[^"]*"/g, '')
    .replace(/<\/?p>/g, ' ')
    .replace(/\s*(<[^>]*>)\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

describe.skipIf(plugins.cases.length === 0)('cases of the markdown-it plug-ins (../shared)', () => {
  test.each(
    plugins.cases
      // Indented code is never switched off here.
      .filter(
        ({group, title}) =>
          (group === 'deflist' || group === 'field_list') && !title.includes('DISABLE-CODEBLOCKS')
      )
      .map((each): [string, PluginCase] => [`${each.group}: ${each.title} ${each.input.slice(0, 20)}`, each])
  )('%s', (_, {input, expected}) => {
    expect(shown(render(input, {config: {extensions: ['deflist', 'fieldlist']}}).html)).toBe(shown(expected))
  })
})
