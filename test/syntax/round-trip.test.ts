import fc from 'fast-check'
import type {Root} from 'mdast'
import {describe, expect, test} from 'vitest'
import {parse as parsePage} from '../../src/index.js'
import {toMarkdown} from '../../src/markdown.js'
import {createCitations, readBib} from '../../src/node/index.js'
import {createCompiler, extensionsOf} from '../../src/pipeline/compile.js'
import {setTypography} from '../../src/typography.js'
import {hasShared} from '../support.js'
import {anyDocument, plausibleDocument} from './support/documents.js'
import {corpusPages, ownPages, type Page, sharedInputs} from './support/pages.js'
import {positionFaults} from './support/positions.js'
import {comparable, hasAddressAsText, isCutByLazyLine} from './support/round-trip.js'

type Parse = (source: string) => Root

const everything = createCompiler(
  {extensions: [...extensionsOf({extensions: 'all'}), 'citations'], genericDirectives: true},
  {citations: createCitations(readBib), typography: setTypography}
)
const usual = createCompiler({}, {})
const configurations: [string, Parse][] = [
  ['all extensions', everything.parse],
  ['the usual extensions', usual.parse]
]

function expectSame(parse: Parse, source: string): void {
  const tree = parse(source)
  const written = toMarkdown(tree)
  const wanted = comparable(tree)
  const found = comparable(parse(written))
  if (found !== wanted) expect(JSON.parse(found), written).toEqual(JSON.parse(wanted))
}

describe.each(configurations)(
  'with %s, a page that was written and parsed again is the same page',
  (_, parse) => {
    test.each([
      [
        'escapes of all that MyST reads',
        '\\:::{note}\nnot a directive\n\n\\{sub}`2`\n\n\\(tgt)=\n\n\\% no comment\n\n\\+++ x\n\n\\$a$ \\{{ b }}\n\n\\{.c}\n\n\\:a: b'
      ],
      ['a label that is split over nodes', '\\(*a*)='],
      ['options in order, twice, quoted and empty', ':::{note}\n:b: "# x"\n:a:\n:b: two\n\nText\n:::'],
      ['options that are void', ':::{note}\n:class: x\n:name: "open\n:alt:text\n:::'],
      ['dashes that are a void option', ':::{note}\n:---\n:alt:text\n:::'],
      ['attributes behind the name', ':::{note .a #i key="v \\" }"} Title\n:class: b\n\nText\n:::'],
      ['a body that looks like options', ':::{note}\n\n:not: an option\n:::'],
      ['a raw body that begins with blank lines', '```{code-block} c\n:name: x\n\n\nint i;\n\n```'],
      ['fences in fences', '::::{note}\n:::{tip}\n```{code-block}\n:::\n```\n:::\n::::'],
      ['code that looks like a directive', '```\\{note}\ncode\n```'],
      ['a role with a pipe in a table', '| a |\n|---|\n| {sub}`x\\|y` $x\\|y$ {{ x \\| y }} |'],
      ['a role over two lines', 'See {ref}`the\n  chapter <ch>` now'],
      ['a role with backticks inside', '{sub}``a`b``'],
      ['comments that do not join', '% one\n% more\n\n% two'],
      ['a tag at the start of a line', 'text\n    <div>'],
      ['a tag over lines', 'a <b\n    > c'],
      ['a formula over lines', 'a $x\n    + y$ and\n    $$z$$'],
      ['a formula with a dollar in it', 'a $$b $c$$'],
      ['a substitution at the start of a line', 'a\n    {{ b }}'],
      ['text that is no label of a formula', '$$a$$\\()'],
      ['an environment that is text', '\\\\begin{equation}\n\\end{equation}'],
      ['a tight list of directives with blank lines', '- :::{note}\n  a\n\n  b\n  :::\n- x'],
      ['a quote in a tight list', '- > a\n  >\n  b\n- - > c\n    >\n  d'],
      ['a note in a note', '[^a]: [^b]: inner\n\n        still inner\n\n    outer'],
      ['a list in a note', '[^a]: - one\n\n      more'],
      ['a reference whose label has markup', '*[foo*]\n\n[foo*]: /url'],
      ['a reference whose label has a bracket', '[foo\\]]\n\n[foo\\]]: /url'],
      ['header and footer of a card', ':::{card}\nHead\n^^^\nBody\n+++\nFoot\n:::'],
      ['carets that are text', ':::{card}\n\\^^^\n:::'],
      ['terms with escapes', '\\{sub}`2` $a$\n: \\# one\n\n  two\n: three'],
      ['definition lists in lists', '- T\n  : a\n\n    b\n- > T\n  > ~ c'],
      [
        'fields of any blocks',
        ':a *b*: - one\n          two\n        - three\n:a_long_name\\:: text\n  goes on'
      ],
      [
        'a glossary',
        ':::{glossary}\n:sorted:\n\n% first\nTerm\n*Also* this\n  What\n  it is\n\n  - more\nOther\n  x\n:::'
      ],
      [
        'a glossary whose first term stands behind the name',
        ':::{glossary} Term\n  what\n- x\n      T\n      : d\n:::'
      ],
      ['a glossary that is a definition list', ':::{glossary}\nTerm\n\n: what\n:::'],
      ['attributes above a block', '{.a #i}\n{key="v"}\ntext\n\n- {.b}\n\n  loose'],
      ['attributes in a line', '[a *b*]{.c}{#d} `x`{.c} [l](/u){k="v"} \\[a\\]{.c} `x`\\{.c}'],
      ['citations', '@a_b, @{any key} [p. 3] and [see @a, *p.* 3; -@b] or \\@a and me@a.example'],
      ['citations as written', '[@a p. 3] [see\n+ @b, x;\n@{c}] @d[p. 4] [@e~] [,@f] @g('],
      [
        'a list between an empty line of a quote and a block',
        '> - a\n>   - b\n>\n>   {.c}\n>\n> - T\n>   : d\n>     - e\n>\n>     f'
      ],
      ['a line of blanks in the code of a note', '[^a]: ```\n    b\n     \n    c\n    ```'],
      ['a formula that ends in a tab', '-\ta $$\nb \t$$ c'],
      ['an environment whose end stands elsewhere', '1. > \\begin{align}\n> \\end{align}'],
      ['a description whose term stands elsewhere', ' :::{note}\n* a\n  : b\n:::\n\nT\n: ```{note}: c'],
      ['a term behind a tab', 'T\n: 1. a\n\tb\n\t  : c'],
      ['a substitution over lines', '> {{\n: a\n+ b }}'],
      ['markers of lists that are text', 'a\n\\+\n\\+\n1\\.\n1\\. b'],
      ['a tag in emphasis at the start of a line', '*a\n    <div>*'],
      ['a break in the second of two lists', '-\n* ---'],
      ['a key with a space and a backslash', ':::{div}\n:name \\@a: b\n:::'],
      ['a line of a note in a quote that is no description', '>[^n]: T\n>    : d'],
      ['terms in a note', '[^note]: T\n    : d\n\n      e\n\n    U\n    : f'],
      ['an underline in a glossary', '```{glossary} a\n=\n: b\n```'],
      ['a definition that is no note', '[a]: /u\n    [^b]: /v'],
      ['front matter', '---\ntitle: T\n---\n\n---\n']
    ])('%s', (_name, source) => expectSame(parse, source))

    test('pages and cases of the test-suite, the documentation and the specifications', {
      timeout: 600_000
    }, () => {
      expectAll(parse, ownPages())
    })

    test.skipIf(!hasShared)('cases of other projects', {timeout: 600_000}, () =>
      expectAll(parse, sharedInputs())
    )

    test.skipIf(!hasShared)(
      'every page of the corpora, with all positions true',
      {timeout: 1_800_000},
      () => {
        expectAll(parse, corpusPages())
      }
    )
  }
)

function expectAll(parse: Parse, pages: Page[]): void {
  expect(pages.length).toBeGreaterThan(100)
  for (const {name, source} of pages) {
    const tree = parse(source)
    expect(positionFaults(tree, source), name).toEqual([])
    if (parse !== everything.parse || !hasAddressAsText(tree)) expectSame(parse, source)
  }
}

describe('random documents', () => {
  // Each is written, parsed again and compared: the positions take as many documents as there are.
  const numRuns = Math.min(Number(process.env.MYSTMARK_DOCUMENTS ?? 5000), 5000)
  const seed = Number(process.env.MYSTMARK_SEED ?? 20_261_126)
  console.log(`written back: ${numRuns} random documents, seed ${seed} (MYSTMARK_DOCUMENTS, MYSTMARK_SEED)`)

  test.each([
    ['all extensions', everything.parse, anyDocument, numRuns],
    ['the usual extensions', usual.parse, plausibleDocument, Math.ceil(numRuns / 5)]
  ] as const)('with %s', {timeout: 3_600_000}, (_, parse, documents, runs) => {
    const same = fc.property(documents, (source) => {
      const tree = parse(source)
      if (!isCutByLazyLine(tree) && (parse !== everything.parse || !hasAddressAsText(tree)))
        expectSame(parse, source)
    })
    fc.assert(same, {numRuns: runs, seed})
  })
})

describe('what a page became when it was parsed is written as it was', () => {
  test.each([
    [
      'directives and roles',
      '::::{grid} 2\n:gutter: 1\n\n:::{grid-item-card} A *title*\n:link: https://a.example\n\nSee {ref}`x <y>` {fas}`check`\n:::\n::::\n'
    ],
    [
      'attributes',
      '{.a #b}\n# Title\n\n{.c}\nText [x](u){.d} `y`{.e} [*z*]{#f} ![](g.png){width="5px"}\n\n- {.h}\n  > quoted\n'
    ],
    ['alerts', '> [!NOTE]\n> An *alert*\n\n> No alert\n'],
    [
      'substitutions',
      '---\nmyst:\n  substitutions:\n    a: "*b*"\n    c: |\n      :::{note}\n      d\n      :::\n---\n\n{{ a }} and {{ c }} and {{ none }}\n\n{{ c }}\n'
    ],
    ['images and admonitions of HTML', '<img src="a.png">\n\n<div class="admonition">\n\n*a*\n\n</div>\n'],
    ['tabs without a set', ':::{tab} A\na\n:::\n\n:::{tab} B\nb\n:::\n'],
    ['exercises between gates', ':::{exercise-start}\n:label: a\n:::\n\nWords\n\n:::{exercise-end}\n:::\n']
  ])('%s', (_, source) => expect(toMarkdown(parsePage(source))).toBe(source))

  test('nothing is a node that cannot be written', {timeout: 600_000}, () => {
    const pages = ownPages().filter(({name}) => name.endsWith('.md'))
    for (const {source} of pages) expect(() => toMarkdown(parsePage(source))).not.toThrow()
  })
})

test('escapes are those that a person would write', () => {
  const source = '\\:::{note}\n\n\\{sub}\\`2\\`\n\n\\(tgt)=\n\n\\% no comment\n\n\\+++ x\n'
  expect(toMarkdown(parsePage(source))).toBe(source)
})
