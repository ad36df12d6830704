import fc from 'fast-check'
import rehypeStringify from 'rehype-stringify'
import remarkDirective from 'remark-directive'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {remarkMyst, render} from '../../src/index.js'
import {toMarkdown} from '../../src/markdown.js'
import {createCompiler} from '../../src/pipeline/compile.js'
import {parseGenericHeader} from '../../src/syntax/directive/generic-header.js'
import {anyDocument} from './support/documents.js'
import {positionFaults} from './support/positions.js'
import {comparable} from './support/round-trip.js'

const config = {genericDirectives: true}
const html = (source: string): string => render(source, {config}).html
const messages = (source: string): string[] => render(source, {config}).messages.map(String)

describe('the grammar of the generic form', () => {
  test.each<[string, string | undefined]>([
    [':::note', 'note | | '],
    [':::note[A *title*]', 'note | A *title* | '],
    [':::note[ A [b] c ]{.x}  ', 'note | A [b] c | class=x'],
    [':::note[a \\] b]', 'note | a \\] b | '],
    [':::note{#i .a.b k=v w="x y" open}', 'note | | id=i class=a class=b k=v w=x y open='],
    [':::note {.a#b}', 'note | | class=a id=b'],
    [':::note A title', 'note | A title | '],
    ['::::: note A title', 'note | A title | '],
    [':::note {a', 'note | {a | '],
    [':::note[]', 'note | | '],
    [':::prf:theorem[T]', 'prf:theorem | T | '],
    ['::image[a.png]{alt="x"}', 'image | a.png | alt=x'],
    ['::name', 'name | | '],
    ['::name and more', undefined],
    ['::name[a] b', undefined],
    [':: name', undefined],
    [':::note[a] b', undefined],
    [':::note[a', undefined],
    [':::note[a]{b', undefined],
    [':::note{.a} b', undefined],
    [':::note,', undefined],
    [':::{note}', undefined],
    [':::', undefined],
    [':::1', undefined],
    [':name[a]', undefined]
  ])('%s', (line, expected) => {
    const header = parseGenericHeader(line)
    if (header) {
      expect(line.slice(header.nameStart, header.nameEnd)).toBe(header.name)
      expect(line.slice(header.argumentStart, header.argumentEnd)).toBe(header.argument)
    }
    const list = header?.attributes.map(({key, value}) => `${key}=${value}`).join(' ')
    expect(header && `${header.name} | ${header.argument}${header.argument && ' '}| ${list}`).toBe(expected)
  })

  test('the search for a closing bracket is not done twice', () => {
    const started = performance.now()
    parseGenericHeader(`:::note${'['.repeat(200_000)}`)
    parseGenericHeader(`:::${'a.'.repeat(100_000)}`)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

describe('the same nodes as MyST’s own form', () => {
  test.each<[string, string, string]>([
    ['an admonition', ':::note\nWords\n:::', ':::{note}\nWords\n:::'],
    ['attributes', ':::tip{.wide #here}\nWords\n:::', ':::{tip}\n:class: wide\n:name: here\nWords\n:::'],
    ['a title', ':::admonition[A *star*]\nWords\n:::', ':::{admonition} A *star*\nWords\n:::'],
    ['a disclosure', ':::dropdown[More]{open}\nWords\n:::', ':::{dropdown} More\n:open:\nWords\n:::'],
    [
      'a raw body',
      ':::code-block[python]{linenos}\n*x* = 1\n:::',
      ':::{code-block} python\n:linenos:\n*x* = 1\n:::'
    ],
    ['a first line of a raw body', ':::math[a^2]\n+ b\n:::', ':::{math} a^2\n+ b\n:::'],
    [
      'options on lines',
      ':::figure[a.png]\n:alt: A star\n\nWords\n:::',
      ':::{figure} a.png\n:alt: A star\n\nWords\n:::'
    ],
    ['a leaf', '::image[a.png]{alt="A star" width=30}', ':::{image} a.png\n:alt: A star\n:width: 30\n:::'],
    ['a leaf between lines', 'before\n::image[a.png]\nafter', 'before\n:::{image} a.png\n:::\nafter'],
    ['nested', '::::warning\n:::tip\nWords\n:::\n::::', '::::{warning}\n:::{tip}\nWords\n:::\n::::'],
    ['in a list', '- :::note\n  Words\n  :::\n- more', '- :::{note}\n  Words\n  :::\n- more'],
    ['no title where none is taken', ':::epigraph[Lead]\nWords\n:::', ':::{epigraph}\nLead\n\nWords\n:::'],
    ['a name that no directive has', ':::crowd\nWords\n:::', ':::{div} crowd\nWords\n:::']
  ])('%s', (_, generic, own) => {
    expect(html(generic)).toBe(render(own).html)
    expect(messages(generic)).toEqual([])
  })

  test.each([':::note[A *title*]\nWords\n:::', ':::note A *title*\nWords\n:::'])(
    'an admonition of a kind keeps it and takes the title: %j',
    (source) => {
      expect(html(source)).toBe(
        '<aside class="admonition note" role="note"><p class="admonition-title">A <em>title</em></p><p>Words</p></aside>'
      )
    }
  )

  test('names of Docusaurus are there, and a project may take them', () => {
    expect(html(':::info\nWords\n:::')).toContain('admonition note')
    const own = {...config, customDirectives: {info: {inherit: 'warning'}}}
    expect(render(':::info\nWords\n:::', {config: own}).html).toContain('admonition warning')
    expect(render(':::{info}\nWords\n:::').messages.map(String)).toEqual([
      expect.stringContaining('unknown directive "info"')
    ])
  })

  test('definitions and footnotes inside are the page’s', () => {
    expect(html('[a] and [^b]\n\n:::note\n[a]: /u\n[^b]: Words\n:::')).toMatch(/href="\/u"[\s\S]*footnotes/)
  })
})

describe('what is no such directive', () => {
  test.each<[string, string, string[]]>([
    [
      ':::crowd[Of *stars*]\nWords\n:::',
      '<div class="unknown-directive"><p class="unknown-directive-title"><code>:::crowd</code> Of <em>stars</em></p><p>Words</p></div>',
      ['1:4-1:9: unknown directive "crowd"']
    ],
    [
      '::crowd',
      '<div class="unknown-directive"><p class="unknown-directive-title"><code>::crowd</code></p></div>',
      ['1:3-1:8: unknown directive "crowd"']
    ],
    [':note[a] and a::b and 12:30[x]', '<p>:note[a] and a::b and 12:30[x]</p>', []],
    ['::vector is text', '<p>::vector is text</p>', []]
  ])('%j keeps its words', (source, expected, told) => {
    expect(html(source)).toBe(expected)
    expect(messages(source)).toEqual(told.map((each) => expect.stringContaining(each)))
  })

  test('a fault in an attribute voids it alone, at its place', () => {
    expect(messages(':::note{nosuch=1 .a}\nWords\n:::')).toEqual([
      expect.stringContaining('1:9-1:15: note has no option "nosuch"')
    ])
  })

  test('without the switch nothing changes', () => {
    expect(render('::image[a.png]').html).toBe('<p>::image[a.png]</p>')
    expect(render(':::note\nWords\n:::').html).toBe('<div class="note"><p>Words</p></div>')
    expect(render(':::note[A]\nWords').html).toContain(':::note[A]')
  })
})

test('every position is true on random documents', {timeout: 600_000}, () => {
  const {parse} = createCompiler(config, {})
  const seed = Number(process.env.MYSTMARK_SEED ?? 20_261_127)
  const numRuns = Number(process.env.MYSTMARK_DOCUMENTS ?? 1000)
  console.log(`random documents: ${numRuns}, seed ${seed}`)
  let seen = 0
  fc.assert(
    fc.property(anyDocument, fc.constantFrom('[$2]', ' $2', '[$2]{b="c" d}', '{#i}'), (text, head) => {
      const source = text
        .replace(/(:::)\{([\w-]+)\} ?([^\n]*)/g, `$1$2${head.replaceAll('$2', '$3')}`)
        .replace(/~~~\{([\w-]+)\}[^\n]*/g, '::$1[x]{y=z}')
      const tree = parse(source)
      if (JSON.stringify(tree).includes('"generic":true')) seen++
      const faults = positionFaults(tree, source)
      if (faults.length > 0) throw new Error(faults.join('\n'))
    }),
    {numRuns, seed}
  )
  expect(seen).toBeGreaterThan(numRuns / 10)
})

describe('written back', () => {
  const {parse} = createCompiler(config, {})

  test.each([
    ':::note[A *title* [b](c)]{.x #y}\n\nWords\n:::',
    ':::note A ] title\nWords\n:::',
    '::::tip\n:::note\nWords\n:::\n::::',
    '::image[a.png]{alt="A \\"star\\"" width=30 .a}',
    '::math[a^2]',
    ':::math[a^2]\nb\n:::',
    ':::code-block[python]\n*x*\n:::',
    '::crowd{open}',
    '\\::crowd and \\:::crowd'
  ])('%j', (source) => {
    const tree = parse(source)
    const written = toMarkdown(tree)
    expect(comparable(parse(written)), written).toBe(comparable(tree))
  })
})

describe('beside remark-directive', () => {
  const source = ':::note[A *title*]{.x}\nWords, a::b\n:::\n\n::image[a.png]{alt=x}\n\n:::{tip}\nWords\n:::\n'

  test('a host gets what render gives', () => {
    const host = (): string =>
      String(
        unified()
          .use(remarkParse)
          .use(remarkDirective)
          .use(remarkMyst, {config})
          .use(remarkRehype)
          .use(rehypeStringify)
          .processSync(source)
      )
    expect(host()).toBe(html(source))
  })
})
