import {describe, expect, test} from 'vitest'
import {parse, render} from '../../src/index.js'
import {parseExpression} from '../../src/syntax/substitution/expression.js'
import {parseSubstitutionLine} from '../../src/syntax/substitution/grammar.js'
import {evaluate} from '../../src/transforms/evaluate.js'

const values = {
  name: 'ada *x*',
  n: 2,
  list: ['a', 'b'],
  person: {first: 'Ada', tags: ['x', 'y']},
  outer: 'see {{ name }}',
  circle: 'a {{ round }}',
  round: 'b {{ circle }}',
  box: ':::{note}\nIn {{ n }}\n:::',
  item: '- text'
}

describe('expressions', () => {
  test.each(['.a', '+a', '|upper', '[0]', '.upper()'])(
    'have some signs: %s not ten thousand times',
    (link) => {
      expect(parseExpression(`a${link.repeat(100)}`).fault).toBeUndefined()
      const {messages} = render(`{{ a${link.repeat(10_000)} }}`)
      expect(messages.map(({ruleId, column}) => [ruleId, column !== undefined])).toEqual([
        ['substitution-expression', true]
      ])
      expect(messages[0]?.reason).toContain('is not understood here')
    }
  )

  test.each<[string, string]>([
    ['name', 'ada *x*'],
    ['person.first', 'Ada'],
    ['person["first"]', 'Ada'],
    ['person.tags[1]', 'y'],
    ['n + 1', '3'],
    ['n ~ "x"', '2x'],
    ['name | upper', 'ADA *X*'],
    ['name|title|lower', 'ada *x*'],
    ['person.first.lower()', 'ada'],
    ['name.replace("x", "y")', 'ada *y*'],
    ['name | replace("a", "")', 'd *x*'],
    ['list | join(", ")', 'a, b'],
    ['none | default("d")', 'None'],
    ['nothing | default("d") | upper', 'D'],
    ['person.last | default("-")', '-'],
    ['(n) + 1', '3'],
    ['"a" "b"', '! "b" is not understood here'],
    ['', '! it ends too early'],
    ['.Release.Namespace', '! "." is not understood here'],
    ['nothing', '? name nothing'],
    ['nam', '? name nam name'],
    ['name | uper', '? filter uper upper'],
    [`${'('.repeat(50)}n${')'.repeat(50)}`, '! "(" is not understood here']
  ])('%s', (source, expected) => {
    const {expression, fault} = parseExpression(source)
    if (!expression) return expect(`! ${fault.reason}`).toBe(expected)
    const {text, missing} = evaluate(expression, values)
    return expect(missing ? ['?', missing.kind, missing.name, ...missing.near].join(' ') : text).toBe(
      expected
    )
  })

  test('a line is one substitution and nothing else', () => {
    expect(parseSubstitutionLine('{{ a }} ')).toBe(' a ')
    expect(parseSubstitutionLine('{{ a }} b')).toBeUndefined()
    expect(parseSubstitutionLine('{{ }}')).toBeUndefined()
  })
})

function show(source: string): string {
  const {html, messages} = render(source, {config: {substitutions: values}})
  return [html.replace(/\n/g, ''), ...messages.map(String)].join('\n')
}

describe('substitutions in a page', () => {
  test.each<[string, string]>([
    ['a {{ name }} b', '<p>a ada <em>x</em> b</p>'],
    ['{{n}}{{n}}', '<p>22</p>'],
    ['{{ outer }}', '<p>see ada <em>x</em></p>'],
    ['a {{ item }} b', '<p>a - text b</p>'],
    ['{{ item }}', '<ul><li>text</li></ul>'],
    ['`{{ n }}` \\{{ n }}', '<p><code>{{ n }}</code> {{ n }}</p>']
  ])('%j', (source, expected) => {
    expect(show(source)).toBe(expected)
  })

  test('a pipe in a cell is escaped there', () => {
    expect(show('| a |\n|---|\n| {{ name \\| upper }} |')).toContain('<td>ADA <em>X</em></td>')
  })

  test('a value that is a directive cuts the paragraph around it', () => {
    expect(show('a {{ box }} b')).toMatch(
      /^<p>a <\/p><aside class="admonition note".*<p>In 2<\/p><\/aside><p> ?b<\/p>$/
    )
  })

  test('a value that is a directive stands in a cell as a block', () => {
    expect(show('| a |\n|---|\n| x {{ box }} |')).toMatch(
      /<td>x <aside class="admonition note".*<p>In 2<\/p>/
    )
  })

  test('where no block can stand, its words are shown, and a message says why', () => {
    expect(show('# {{ box }}')).toMatch(
      /:::\{note\} In 2 :::<\/h1>\n.*1:3-1:12: \{\{ box \}\} is a directive, and no block can stand here/
    )
  })

  test('in an address none counts, and a message says so', () => {
    expect(show('[a]({{ n }}) [b] ({{ n }})')).toBe(
      '<p>[a](2) [b] (2)</p>\nindex.md:1:5-1:12: no substitution counts in an address, so this is no link: let the value hold the whole link'
    )
  })

  test('unknown names keep their text, and near ones are named at the name itself', () => {
    expect(show('x {{ nme }}')).toBe(
      '<p>x {{ nme }}</p>\nindex.md:1:6-1:9: there is no substitution "nme"; did you mean "name"?'
    )
  })

  test('a circle ends, and says its way', () => {
    expect(show('x {{ circle }}')).toBe(
      '<p>x a b {{ circle }}</p>\nindex.md:1:3-1:15: the substitution "circle" stands on itself: circle → round → circle'
    )
  })

  test('values that hold each other twice end at the limit', () => {
    const doubled = Object.fromEntries(
      Array.from({length: 19}, (_, index) => [`v${index}`, `{{ v${index + 1} }}{{ v${index + 1} }}`])
    )
    const {messages} = render('{{ v0 }}', {config: {substitutions: {...doubled, v19: 'x'}}})
    expect(new Set(messages.map((message) => message.ruleId))).toEqual(new Set(['substitution-limit']))
  })

  test('front matter comes before the project, `myst:` before the rest of it', () => {
    const source = '---\nsubstitutions: {n: 3, m: 4}\nmyst:\n  substitutions: {m: 5}\n---\n{{ n }} {{ m }}'
    expect(show(source)).toContain('<p>3 5</p>')
  })

  test('all of a value has the place of its braces', () => {
    const [paragraph] = parse('a {{ outer }}', {config: {substitutions: values}}).children
    const places =
      paragraph?.type === 'paragraph' ? paragraph.children.map((node) => node.position?.start.column) : []
    expect(new Set(places)).toEqual(new Set([1, 3]))
  })
})
