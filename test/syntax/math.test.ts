/** Dollar math and LaTeX environments: where they begin and end, what they say, and that they cost little. */
import {existsSync, readFileSync} from 'node:fs'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {isMathBlock, visitNodes} from '../../src/ast/tree.js'
import {parse} from '../../src/index.js'
import {closedEnvironment, openedEnvironment, texLabel} from '../../src/syntax/amsmath/grammar.js'
import {
  type DollarMathOptions,
  isInlineMath,
  opensDollarBlock,
  parseDollarBlock,
  parseDollarBlockEnd
} from '../../src/syntax/math/grammar.js'
import {remarkMystSyntax} from '../../src/syntax/remark.js'
import {cpuNow} from '../support.js'

type Switches = NonNullable<NonNullable<Parameters<typeof parse>[1]>['config']>['dollarmath']

/** Formulas of a page, each as `$…$` or `$$…$$ (label)`, with its place. */
function formulas(source: string, dollarmath: Switches = {}): string[] {
  const out: string[] = []
  visitNodes(parse(source, {config: {dollarmath}}), (node) => {
    const {start, end} = node.position ?? {}
    const place = `${start?.line}:${start?.column}-${end?.line}:${end?.column}`
    if (node.type === 'inlineMath') out.push(`${'display' in node ? '$$' : '$'} ${node.value} @${place}`)
    if (isMathBlock(node)) out.push(`${node.value}${node.label ? ` (${node.label})` : ''} @${place}`)
    return undefined
  })
  return out
}

describe('the grammar of dollar math', () => {
  test.each([
    ['$$', 'open'],
    ['$$ a', 'open'],
    ['$$ a $$', 'closed'],
    ['$$a$$ (b)', 'closed'],
    ['$$a$$(b)  ', 'closed'],
    ['$$a$$ b', undefined],
    ['$$$$', undefined],
    ['$$ $$', undefined],
    ['$$ (b)', undefined],
    ['$ a', undefined],
    [' $$', undefined],
    ['$$ a \\$$ b', 'open']
  ])('%j opens %s', (line, expected) => {
    expect(opensDollarBlock(line)).toBe(expected)
  })

  test.each([
    ['$$', {valueEnd: 0, labelStart: 0, labelEnd: 0}],
    ['a $$ ', {valueEnd: 2, labelStart: 0, labelEnd: 0}],
    ['a $$ (b c)', {valueEnd: 2, label: 'b c', labelStart: 6, labelEnd: 9}],
    ['a $$()', {valueEnd: 2, labelStart: 5, labelEnd: 5}],
    ['a \\$$', undefined],
    ['a \\\\$$', {valueEnd: 4, labelStart: 0, labelEnd: 0}],
    ['f(x)', undefined],
    ['$$ (a) b', undefined],
    ['', undefined]
  ])('the end of %j', (line, expected) => {
    expect(parseDollarBlockEnd(line)).toEqual(expected)
  })

  test('a block keeps its lines; white space in its label is a hyphen', () => {
    expect(parseDollarBlock(['$$ a', '', 'b $$ (x  y)'])).toEqual({
      value: 'a\n\nb',
      label: 'x-y',
      labelStart: 6,
      labelEnd: 10
    })
  })

  const strict: DollarMathOptions = {allowSpace: false, doubleInline: true}
  test.each([
    ['a formula', ['a', '', ''], true],
    ['two prices, dollars first', ['10 and ', ' ', '2'], false],
    ['two prices, dollars last', [' and 20', '0', ''], false],
    ['two prices with slashes', ['/h and 20', '0', '/'], false],
    ['a digit behind', ['a', '', '2'], false],
    ['a number with its unit', ['\\mu', '5', 'm'], true],
    ['nothing but space', [' ', '', ''], false]
  ])('%s', (_, [value = '', before = '', after = ''], expected) => {
    expect(isInlineMath({value, double: false, before, after}, strict)).toBe(expected)
  })
})

describe('inline math', () => {
  test('a price stays a price', () => {
    expect(formulas('Pay $10 now and $20 later, or \\$10 and \\$20.')).toEqual([])
    expect(formulas('From 10$ to 20$, 5$/h or 6$/h.')).toEqual([])
  })

  test('with both switches on, dollars may stand beside blanks and digits', () => {
    expect(formulas('Pay $10 now and $20 later.', {allowSpace: true, allowDigits: true})).toEqual([
      '$ 10 now and  @1:5-1:18'
    ])
  })

  test('with digits switched off, none may stand beside the dollars', () => {
    expect(formulas('1$a$ $a$2 $a$', {allowDigits: false})).toEqual(['$ a @1:11-1:14'])
    expect(formulas('1$a$ $a$2 $a$')).toEqual(['$ a @1:2-1:5', '$ a @1:11-1:14'])
  })

  test('a dollar is escaped by an odd number of backslashes', () => {
    expect(formulas('x \\\\$a$ y \\$b$ z')).toEqual(['$ a @1:5-1:8'])
    expect(formulas('$a \\$1$ $b\\\\$')).toEqual(['$ a \\$1 @1:1-1:8', '$ b\\\\ @1:9-1:14'])
  })

  test('a formula may go over lines, not over paragraphs, and stands in quotes and lists', () => {
    expect(formulas('> - a $b\n>   = c$ d\n\n$e\n\nf$')).toEqual(['$ b\n= c @1:7-2:9'])
  })

  test('two dollars make a display formula in running text, unless switched off', () => {
    expect(formulas('a $$b $ c$$ d')).toEqual(['$$ b $ c @1:3-1:12'])
    expect(formulas('a $$b$$ d', {doubleInline: false})).toEqual(['$ b @1:4-1:7'])
  })

  test('code and roles go before, and a pipe in a table is written with a backslash', () => {
    expect(formulas('`$a` b$ {sub}`$` c$')).toEqual([])
    expect(formulas('| a |\n|---|\n| $\\|x\\|$ |')).toEqual(['$ |x| @3:3-3:10'])
  })
})

describe('dollar blocks', () => {
  test.each([
    ['on one line', '$$ a $$', ['a @1:1-1:8']],
    ['with a label', '$$\na\n$$ (b c)', ['a (b-c) @1:1-3:9']],
    ['with blank lines', '$$\na\n\nb\n$$', ['a\n\nb @1:1-5:3']],
    ['with lines that look like a list', '$$\na\n+ b\n- c\n> d\n# e\n$$', ['a\n+ b\n- c\n> d\n# e @1:1-7:3']],
    ['right after text, label and all', 'Then:\n$$\na\n$$ (sq)\nso', ['a (sq) @2:1-4:8']],
    ['in a list', '- x\n\n  $$\n  a\n  $$ (l)\n- y', ['a (l) @3:3-5:9']],
    ['in a quote', '> $$\n> a\n> $$', ['a @1:3-3:5']],
    ['in a directive', ':::{note}\n$$\na\n$$\n:::', ['a @2:1-4:3']],
    ['that nothing closes', '$$\na\n\n- b', []],
    ['that its quote does not close', '> $$\n> a\n\n$$', []],
    ['indented as code', '    $$\n    a\n    $$', []],
    ['in a fence', '```\n$$\na\n$$\n```', []]
  ])('%s', (_, source, expected) => {
    expect(formulas(source)).toEqual(expected)
  })

  test('what nothing closes does not pull a list into a paragraph', () => {
    expect(parse('$$ rich\n- a\n- b').children.map((node) => node.type)).toEqual(['paragraph', 'list'])
  })

  test('the place of a label', () => {
    const [node] = parse('> $$\n> a\n> $$ (b)').children
    const math = node?.type === 'blockquote' ? node.children[0] : undefined
    expect(math && isMathBlock(math) && math.labelPosition).toEqual({
      start: {line: 3, column: 7, offset: 15},
      end: {line: 3, column: 8, offset: 16}
    })
  })
})

describe('LaTeX environments', () => {
  test.each([
    ['\\begin{align*} a', 'align*'],
    ['\\begin{Vmatrix}', 'Vmatrix'],
    ['\\begin{itemize}', undefined],
    ['\\begin {align}', undefined],
    ['a \\begin{align}', undefined]
  ])('%j opens %s', (line, expected) => {
    expect(openedEnvironment(line)).toBe(expected)
  })

  test.each([
    ['\\end{align*}', 'align*'],
    ['a \\end{align}. ', 'align'],
    ['\\end{align} where', undefined],
    ['end', undefined]
  ])('%j closes %s', (line, expected) => {
    expect(closedEnvironment(line)).toBe(expected)
  })

  test('the label in TeX', () => {
    expect(texLabel('a \\label{ eq:1 } b')).toEqual({label: 'eq:1', start: 10, end: 14})
    expect(texLabel('a \\label{}')).toBeUndefined()
  })

  test.each([
    [
      'between two texts',
      'a\n\\begin{align}\nb\n- c\n\\end{align}\nd',
      ['\\begin{align}\nb\n- c\n\\end{align} @2:1-5:12']
    ],
    ['on one line', '\\begin{equation}a\\end{equation}.', ['\\begin{equation}a\\end{equation}. @1:1-1:33']],
    [
      'with a label',
      '\\begin{align}\na\\label{x}\n\\end{align}',
      ['\\begin{align}\na\\label{x}\n\\end{align} (x) @1:1-3:12']
    ],
    ['unknown', '\\begin{foo}\na\n\\end{foo}', []],
    ['unclosed', '\\begin{align}\na\n\\end{align*}', []]
  ])('%s', (_, source, expected) => {
    expect(formulas(source)).toEqual(expected)
  })
})

test('extensions switch each of them', () => {
  const types = (extensions: ('dollarmath' | 'amsmath')[]) => {
    const out: string[] = []
    visitNodes(
      parse('$a$\n\n$$\nb\n$$\n\n\\begin{align}\nc\n\\end{align}', {config: {extensions}}),
      (node) => {
        if (node.type === 'math' || node.type === 'inlineMath') out.push(node.type)
        return undefined
      }
    )
    return out
  }
  expect(types([])).toEqual([])
  expect(types(['amsmath'])).toEqual(['math'])
  expect(types(['dollarmath'])).toEqual(['inlineMath', 'math'])
})

test('what is written back is read as it was', () => {
  const processor = unified()
    .use(remarkParse)
    .use(remarkMystSyntax, {
      registry: {
        directiveSyntax: () => ({argument: 'inline', body: 'flow'}),
        roleSyntax: () => 'raw'
      },
      colonFence: true,
      strikethrough: true,
      taskList: true,
      dollarMath: {allowSpace: false, doubleInline: true},
      amsmath: true
    })
    .use(remarkStringify)
  const source =
    'Pay \\$10, \\$20. $a^2$ and $$b$$.\n\n$$\nc\n\n- d\n$$ (eq)\n\n> - \\begin{align*}\n>   e\n>   \\end{align*}\n'
  const again = processor.stringify(processor.parse(source))
  expect(again).toBe(source.replace('> - ', '> * '))
})

test.each([
  ['dollars', '$'.repeat(20_000)],
  ['single dollars', '$ '.repeat(20_000)],
  ['openings', '$a '.repeat(20_000)],
  ['pairs that nothing closes', `$$a ${'$b '.repeat(20_000)}`],
  ['blocks that nothing closes', '$$a\n'.repeat(10_000)],
  ['blocks in quotes', '> $$\n\n'.repeat(500)],
  ['environments that nothing closes', '\\begin{align}\n'.repeat(10_000)],
  ['environments of other names', '\\begin{align}\n\\end{gather}\n'.repeat(5_000)],
  ['escaped dollars', `$${'\\$'.repeat(20_000)}`]
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
const pluginCases = plugins.cases

/** Cases of the markdown-it plug-in that we read otherwise, and why. */
const ours = new Map([
  ['display equation with blank lines. (valid=False)', 'MyST-Parser allows blank lines'],
  ['Inline mixed single/double dollars:', 'a block may interrupt a paragraph'],
  ['Indented by 4 spaces, DISABLE-CODEBLOCKS', 'indented code is not switched off'],
  ['equation environment, in block quote:', 'no lazy lines in a formula']
])

/** The formulas that the plug-in's HTML shows. */
function expectedFormulas(html: string): string[] {
  const text = (value: string) =>
    value.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  return [...html.matchAll(/<(span|div)[^>]* ?class="math[^"]*">([\s\S]*?)<\/\1>/g)].map(([, , inner = '']) =>
    text(inner.replace(/<a [^>]*>.*?<\/a>/g, '')).trim()
  )
}

describe.skipIf(pluginCases.length === 0)('cases of the markdown-it plug-ins (../shared)', () => {
  test.each(
    pluginCases
      .filter(({group, title}) => (group === 'dollar_math' || group === 'amsmath') && !ours.has(title))
      .map((each): [string, PluginCase] => [`${each.group}: ${each.title}`, each])
  )('%s', (_, {input, expected}) => {
    const got = formulas(input, {allowSpace: false, allowDigits: false})
    expect(got.map((line) => line.replace(/^\$\$? /, '').replace(/( \([^()]*\))? @[\d:-]+$/, ''))).toEqual(
      expectedFormulas(expected)
    )
  })
})
