import {describe, expect, test} from 'vitest'
import {render} from '../../src/index.js'
import {parseAttributeLine, parseAttributes} from '../../src/syntax/attributes/grammar.js'
import {parseDirectiveHeader} from '../../src/syntax/directive/header.js'
import {parseRoleHeader} from '../../src/syntax/role/header.js'
import {sharedCases} from '../shared-cases.js'
import {hasShared} from '../support.js'

/** Attributes as `key=value`, each checked against its range. */
function outline(source: string): string[] | undefined {
  return parseAttributes(source, 1)?.attributes.map(({key, value, start, end}) => {
    expect(source.slice(start, end)).toMatch(/^[#.\w-]/)
    return `${key}=${value}`
  })
}

describe('the grammar of attribute lists', () => {
  test.each<[string, string[] | undefined]>([
    ['{}', []],
    ['{#a .b c=d}', ['id=a', 'class=b', 'c=d']],
    ['{ .a  .b }', ['class=a', 'class=b']],
    ['{#team:lead}', ['id=team:lead']],
    ['{width=50%}', ['width=50%']],
    ['{width=50% .a}', ['width=50%', 'class=a']],
    ['{k="x \\" y" l=\'z\'}', ['k=x " y', 'l=z']],
    ['{k="a } b"}', ['k=a } b']],
    ['{k="one\n  two"}', ['k=one two']],
    ['{% say % .a}', ['class=a']],
    ['{.a % say}', ['class=a']],
    ['{class="a b"}', ['class=a b']],
    ['{a}', undefined],
    ['{.a.b}', undefined],
    ['{.a !}', undefined],
    ['{#a', undefined],
    ['{{ a }}', undefined],
    ['{k="x}', undefined]
  ])('%s', (source, expected) => {
    expect(outline(source)).toEqual(expected)
  })

  test('a line holds one list and nothing else; a comment alone is a template of another tool', () => {
    expect(parseAttributeLine('{.a} ')?.end).toBe(4)
    expect(parseAttributeLine('{}')).toBeDefined()
    expect(parseAttributeLine('{.a} b')).toBeUndefined()
    expect(parseAttributeLine('{% if x %}')).toBeUndefined()
  })
})

describe('attributes in the braces of directives and roles', () => {
  test.each<[string, string | undefined]>([
    [':::{note #a .b k="v"} Title', 'note id=a class=b k=v | Title'],
    [':::{ note } Title', 'note | Title'],
    ['```{note }', 'note | '],
    [':::{.a #b}', 'div class=a id=b | '],
    ['```{.python}', undefined],
    [':::{}', undefined],
    [':::{note dropdown}', 'div | note dropdown'],
    ['```{note k="`"}', undefined],
    ['```{note}text', 'note | text'],
    [':::{figure}a.png', 'figure | a.png'],
    ['```{note .a}*text*', 'note class=a | *text*'],
    [':::{note,dropdown} T', 'note,dropdown | T']
  ])('%s', (line, expected) => {
    const header = parseDirectiveHeader(line)
    const list = header?.attributes.map(({key, value}) => ` ${key}=${value}`).join('')
    expect(header && `${header.name}${list} | ${header.argument}`).toBe(expected)
  })

  test('colons alone are a div under a line of attributes only', () => {
    expect(parseDirectiveHeader(':::')).toBeUndefined()
    expect(parseDirectiveHeader(':::', true)?.name).toBe('div')
  })

  test.each<[string, string | undefined]>([
    ['{sub .a #b}`x`', 'sub class=a id=b @12'],
    ['{ sub }``x``', 'sub @9'],
    ['{sub .}`x`', undefined],
    ['{.a}`x`', undefined]
  ])('%s', (source, expected) => {
    const header = parseRoleHeader(source)
    const list = header?.attributes.map(({key, value}) => ` ${key}=${value}`).join('')
    expect(header && `${header.name}${list} @${header.valueStart}`).toBe(expected)
  })
})

/** HTML and messages, one a line. */
function show(source: string, extensions?: 'all'): string {
  const {html, messages} = render(source, {config: extensions ? {extensions} : {}})
  return [html.replace(/\n/g, ''), ...messages.map(String)].join('\n')
}

describe('attributes on blocks', () => {
  test.each<[string, string]>([
    ['{.c #i}\npara', '<p id="i" class="c">para</p>'],
    ['{.c}\n\n{.d}\npara', '<p class="c d">para</p>'],
    ['a\n{.c}', '<p>a{.c}</p>'],
    ['{.c}\n% said\n(t)=\npara', '<p id="t" class="c">para</p>'],
    ['{#a}\n{#b}\npara', '<p id="b"><span id="a"></span>para</p>'],
    ['- {.c}\n  para\n\n  b', '<ul><li><p class="c">para</p><p>b</p></li></ul>'],
    ['{.c}\n:::\nB\n:::', '<div class="c"><p>B</p></div>'],
    [':::{.c #i}\nB\n:::', '<div id="i" class="c"><p>B</p></div>'],
    [
      '{attribution="*Me*, [there](https://x.org)"}\n> q',
      '<blockquote><p>q</p><p class="attribution">—<em>Me</em>, <a class="reference external" href="https://x.org">there</a></p></blockquote>'
    ],
    ['{style=upper-roman}\n1. a', '<ol type="I"><li>a</li></ol>'],
    [
      '{width=50%}\n![a](https://x.org/b.png)',
      '<p><img src="https://x.org/b.png" alt="a" style="width: 50%"></p>'
    ],
    ['{}\npara', '<p>para</p>'],
    ['{a}\npara', '<p>{a}para</p>']
  ])('%j', (source, expected) => {
    expect(show(source)).toBe(expected)
  })

  test('a directive takes them as options, its own classes beside them', () => {
    expect(show('{.c #i}\n:::{note .d}\n:class: e\nB\n:::')).toContain(
      '<aside id="i" class="admonition note c d e"'
    )
  })

  test('a label in attributes is one that references reach', () => {
    expect(show('{#here}\n# Title\n\n[](#here)')).toContain(
      '<a class="reference internal" href="#here">Title</a>'
    )
  })

  test('what nothing can use is said, at its own place', () => {
    expect(show('{colour=red}\npara')).toContain('index.md:1:2-1:12: a paragraph has no attribute "colour"')
    expect(show('para\n\n{.late}')).toContain('index.md:3:1-3:8: no block follows the attributes {.late}')
    expect(show('![a](https://x.org/b){width=wide}')).toContain('index.md:1:29-1:33: "wide" is no value')
  })
})

describe('attributes in running text', () => {
  test.each<[string, string]>([
    ['[s]{.a}', '<p><span class="a">s</span></p>'],
    ['`c`{.a l=python}', '<p><code class="a language-python">c</code></p>'],
    ['![a](https://x.org/b){.a}{.b}', '<p><img src="https://x.org/b" alt="a" class="a b"></p>'],
    ['{sub .a}`x` y', '<p><sub class="a">x</sub> y</p>'],
    ['*a*{.b}', '<p><em>a</em>{.b}</p>'],
    ['`a`{sub}`b`', '<p><code>a</code><sub>b</sub></p>']
  ])('%s', (source, expected) => {
    expect(show(source)).toBe(expected)
  })
})

describe('cases of mdit-py-plugins', () => {
  /** What docutils keeps of HTML attributes, the rest said with a message; ids go with the last as there. */
  const adapt = (html: string): string =>
    html
      .replace(/ (?:b|c|other)="[^"]*"/g, '')
      .replace(/<span id="[^"]*"><\/span>/g, '')
      .replace(
        / (id|class)="([^"]*)"/g,
        (_, key: string, value: string) => ` ${key}="${[...new Set(value.split(' '))].join(' ')}"`
      )
      .replace(
        /(<\w+)((?: \w+="[^"]*")+)/g,
        (_, tag: string, list: string) => tag + (list.match(/ \w+="[^"]*"/g) ?? []).sort().join('')
      )
      .replace(/&quot;|&#x22;/g, '"')
      .replace(/\s+/g, ' ')
      .replace(/> | </g, (match) => match.trim())
      .trim()
  // Without a project a bare address is a reference; and attributes of a fence stand on its `pre` or its `code`.
  const cases = sharedCases('attrs').filter(
    ({title}) => !/fence|Indented|DISABLE|reference link|definition link|link/.test(title)
  )
  test.skipIf(!hasShared)('are there', () => {
    expect(cases.length).toBeGreaterThan(5)
  })

  test.each(cases)('$title', ({input, expected}) => {
    expect(adapt(render(input).html)).toBe(adapt(expected))
  })
})

test.each<[string, string]>([
  ['- {#q .c}\n  x\n- y', '<li><p id="q" class="c">x</p></li>'],
  ['- (q)=\n  x', '<li><p id="q">x</p></li>'],
  ['- {.c}\n  x\n\n- y', '<p class="c">x</p>'],
  ['Term\n: {.c}\n  x', '<dd><p class="c">x</p></dd>'],
  [':field:\n    {.c}\n    x', '<dd><p class="c">x</p></dd>'],
  ['{.c #q}\n<img src="/a.png">', '<img id="q" alt="" class="c" src="/a.png">'],
  ['{.c}\n<div class="admonition">\nx\n</div>', '<aside class="admonition note c"']
])('%j: no id and no class is lost', (source, shown) => {
  const {html, messages} = render(source, {config: {extensions: 'all'}})
  expect(html).toContain(shown)
  expect(html).not.toContain('<p><p')
  expect(messages).toEqual([])
})

test.each(['{.c}\n<div>x</div>', '{.c}\n+++'])('%j: what takes no attributes says so', (source) => {
  const {messages} = render(source)
  expect(messages.map(({ruleId, line, column}) => [ruleId, line, column])).toEqual([
    ['unused-attribute', 1, 1]
  ])
})
