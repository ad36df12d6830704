/** What is said of text that is wrong as text: every range is marked with `«` and `»`, its rule stands beside. */
import {expect, test} from 'vitest'
import type {Config} from '../../src/pipeline/options.js'
import {renderCase} from '../directives/support.js'

interface Said {
  ruleId: string | undefined
  from: number | undefined
  to: number | undefined
}

/** The source without marks, and the ranges that they give. */
function unmark(marked: string): {source: string; ranges: {from: number; to: number}[]} {
  const ranges: {from: number; to: number}[] = []
  let source = ''
  let from = 0
  for (const character of marked) {
    if (character === '«') from = source.length
    else if (character === '»') ranges.push({from, to: source.length})
    else source += character
  }
  return {source, ranges}
}

function expectSaid(marked: string, rules: readonly string[], config?: Config): string {
  const {source, ranges} = unmark(marked)
  const {html, messages} = renderCase(source, config)
  const found = messages.map(
    ({place, ruleId}): Said => ({
      ruleId,
      from: place && 'start' in place ? place.start.offset : undefined,
      to: place && 'start' in place ? place.end.offset : undefined
    })
  )
  expect(found).toEqual(ranges.map((range, index) => ({ruleId: rules[index], ...range})))
  return html
}

const cases: [behaviour: string, marked: string, ...rules: string[]][] = [
  ['a directive that nothing closes', '«:::»{note}\nWords\n', 'unclosed-directive'],
  ['of backticks, in a list', '- a\n\n  «```»{note}\n  Words\n\nBehind\n', 'unclosed-directive'],
  ['of tildes, in a quote in a list', '- > «~~~»{tip}\n  > Words\n', 'unclosed-directive'],
  ['one without a body', '«:::»{note}', 'unclosed-directive'],
  ['an inner one, where the outer is longer', '::::{note}\n«:::»{tip}\nWords\n::::\n', 'unclosed-directive'],
  ['both of two', '«::::»{note}\n«:::»{tip}\nWords\n', 'unclosed-directive', 'unclosed-directive'],
  ['a raw one', '«```»{code-block} py\na = 1\n', 'unclosed-directive'],
  ['code that nothing closes', 'A\n\n«```»py\na = 1\n', 'unclosed-code'],
  ['code that a list item ends', '- «```»\n  a\n\nBehind\n', 'unclosed-code'],
  ['code of one line', '«~~~~»', 'unclosed-code'],
  ['code whose last line is too short a fence', '«````»\na\n```\n', 'unclosed-code'],
  [
    'an inner fence as long as the outer',
    ':::{note}\nA\n«:::»{tip}\nB\n:::\n«:::»\n\nBehind\n',
    'fence-length',
    'stray-fence'
  ],
  [
    'three in each other',
    ':::{note}\n«:::»{tip}\n«:::»{hint}\nA\n:::\n«:::»\n«:::»\n',
    'fence-length',
    'fence-length',
    'stray-fence',
    'stray-fence'
  ],
  [
    'an inner fence longer than the outer',
    '> :::{note}\n> «::::»{tip}\n> B\n> ::::\n> «:::»\n',
    'fence-length',
    'stray-fence'
  ],
  ['a closer inside code', ':::{note}\n```\n«:::»\n«```»\nAfter\n', 'fence-in-code', 'unclosed-code'],
  ['a closer inside raw code', '- :::{note}\n  ```{code-block} md\n  «:::»\n', 'fence-in-code'],
  ['colons that close nothing', 'A\n\n«:::»\n\nB\n', 'stray-fence'],
  ['right below text', 'A\n  «::::» \nB\n', 'stray-fence'],
  ['in a directive', '```{note}\nA\n\n«:::»\n```\n', 'stray-fence'],
  ['a backslash before the brace', '«:::\\{»note} Title\nWords\n:::\n', 'near-directive'],
  ['two colons', '> «::»{note}\n', 'near-directive'],
  ['no closing brace', '::: «{note»\n', 'near-directive'],
  ['a name without braces and a title', '- «:::note» Title\n', 'near-directive'],
  ['a title inside of the braces', '> «:::{note Some title}»\n> A\n> :::\n', 'near-directive'],
  ['no closing brace at a code fence', ':::::{tip}\n~~~«{note»\nA\n~~~\n:::::\n', 'near-directive'],
  ['the form of reStructuredText', '«.. note::» Words\n', 'near-directive'],
  ['a label of reStructuredText', '«.. _the team:»\n\n# Team\n', 'near-directive'],
  ['the form of MkDocs', '> «!!! note» "Title"\n>     Words\n', 'near-directive'],
  ['its form of a dropdown', 'Words\n«???+ tip»\n', 'near-directive'],
  ['a directive without braces, which is a div', '«::: note»\nWords\n:::\n', 'near-directive'],
  ['a space before the backtick', '- x «{ref} »`t`\n', 'near-role'],
  ['a role without backticks', 'See («{ref}»t) and «{doc}»"x".\n', 'near-role', 'near-role'],
  [
    'a label behind the braces',
    'See «{ref}» chapter-one, «{numref}» fig and {kbd} x.\n',
    'near-role',
    'near-role'
  ],
  ['a role of reStructuredText', '> See «:ref:»`t`.\n', 'near-role'],
  ['a footnote that is not there', '> A *b «[^c]»*.\n', 'undefined-footnote'],
  ['a footnote twice', 'A [^c].\n\n[^c]: One\n\n«[^c]»: Two\n', 'duplicate-definition'],
  ['a footnote that nothing names', '«[^c]»: One\n', 'unused-footnote'],
  ['a definition that is not there', 'A [b c]«[d]».\n', 'undefined-definition'],
  ['a definition twice', '[a]\n\n[a]: /b\n\n«[a]»: /c\n', 'duplicate-definition'],
  ['a target at the end of the page', 'A\n\n«(t)=»\n', 'unused-target'],
  ['two in a directive', ':::{note}\nA\n\n«(t)=»\n«(u)=»\n:::\n\nB\n', 'unused-target', 'unused-target'],
  ['a heading two levels down', '# A\n\n## B\n\n«#### C»\n', 'heading-level'],
  ['a first heading of the second level', '«## A»\n\n### B\n', 'heading-level'],
  ['an option behind a blank line', '- :::{note}\n\n  «:class:» x\n  :::\n', 'late-option'],
  [
    'an option without its first colon',
    '- :::{figure} https://x.org/a.png\n  «alt:» x\n  :::\n',
    'late-option'
  ],
  [
    'options behind a value over several lines',
    '> :::{figure} https://x.org/a.png\n> :alt: |\n>   A\n>   b\n> «:width:» 3\n> «:align:» left\n> :::\n',
    'late-option',
    'late-option'
  ],
  ['in a raw body', '```{code-block} py\n\n«:linenos:»\n```\n', 'late-option'],
  ['a text that reads like an option', ':::{note}\n:«smile»: words\n:::\n', 'unknown-option'],
  ['in a list, without a space', '- ```{tip}\n  :class: a\n  :«smile»:words\n  ```\n', 'unknown-option'],
  ['in code', '> ```{code-block} rst\n> :«orphan»:\n>\n> Title\n> ```\n', 'unknown-option']
]

test.each(cases)('%s is said at its place', (_, marked, ...rules) => {
  expectSaid(marked, rules)
  if (!marked.includes('«#')) expectSaid(`# Title\n\n${marked}`, rules)
})

const quiet: [behaviour: string, source: string][] = [
  ['escaped colons', '\\:::{note}\n\n\\:::\n'],
  ['colons in code', '`:::`\n\n```\n:::\n```\n'],
  ['braces of JSON', '{"ref": {doc} } and {a} `b`\n'],
  ['paths with placeholders', 'GET /api/{doc}/x and x{ref}y and `{ref} x`\n'],
  ['escaped braces and colons before code', '\\{ref} `t` and \\:ref:`t`\n'],
  ['unknown names', ':::\\{nope}\n\n.. nope:: x\n\n{nope} `x` :nope:`x`\n'],
  ['code of other programs', '```{r}text\n```\n\n```{.py}\n```\n'],
  ['indexes in prose', 'a[i][j] and [x][1] and \\[^a] and [^\\]\n'],
  ['closed fences of other lengths', '```\na\n`````\n\n> ~~~\n> a\n> ~~~\n'],
  ['a closed directive that ends a longer one', '::::{note}\n:::{tip}\nA\n:::\n::::\n'],
  ['targets above blocks and comments', '(t)=\n% c\n\nA\n'],
  ['a title in the front matter', '---\ntitle: A\n---\n\n## B\n'],
  ['headings going up', '# A\n\n## B\n\n### C\n\n# D\n'],
  ['a div of a class that no directive is called by', ':::my-note\nWords\n:::\n'],
  ['a div', ':::div\nWords\n:::\n'],
  ['marks of MkDocs in a sentence', '!!! note this\n\n??? note that\n\n!!! nota\n'],
  ['a link of reStructuredText', '.. _a: https://a.example\n'],
  ['a first line of text between colons', ':::{note}\n\n:smile: words\n:::\n'],
  ['a title that begins with a colon', ':::{note} :smile: words\n:::\n'],
  ['options below a title', ':::{tip} Title\n:class: a\n:::\n'],
  ['arguments right behind the brace', '- :::{note}words\n  :::\n\n```{figure}cat.png\n:alt: A\n```\n'],
  ['fields of a description', '```{py:function} f(x)\n:param x: a number\n```\n'],
  ['colons of another construct', ':::note-box\n*hi*\n:::\n']
]

test.each(quiet)('nothing is said of %s', (_, source) => {
  expect(renderCase(source).messages.map(String)).toEqual([])
})

test('colons that close nothing are not shown, and part no paragraph', () => {
  expect(expectSaid('A\n«:::»\n*B*\n', ['stray-fence'])).toBe('<p>A\n<em>B</em></p>')
})

test('what closes a directive that is shown as text stays beside it', () => {
  expect(renderCase(':::\\{note}\n\nA\n\n:::\n').html).toContain('<p>:::</p>')
})

test('an undefined footnote keeps its text', () => {
  expect(renderCase('A [^b].\n').html).toBe('<p>A [^b].</p>')
})

test('near labels are named', () => {
  expect(renderCase('A [^nots] [^note].\n\n[^note]: B\n').messages.map(String)).toEqual([
    expect.stringContaining('did you mean "note"?')
  ])
})

test('a leftover closing fence names the directive that lost it', () => {
  const {messages} = renderCase(':::{note}\nA\n:::{tip}\nB\n:::\n:::\n')
  expect(messages.map(({ruleId, reason}) => [ruleId, /line \d/.exec(reason)?.[0]])).toEqual([
    ['fence-length', 'line 1'],
    ['stray-fence', 'line 3']
  ])
})

test('directives in each other past the limit are text, with a message', () => {
  const deep = 52
  const opening = Array.from({length: deep}, (_, index) => `${':'.repeat(deep + 3 - index)}{note}\n`).join('')
  const closing = Array.from({length: deep}, (_, index) => `${':'.repeat(index + 4)}\n`).join('')
  const {html, messages} = renderCase(`${opening}words\n${closing}`)
  expect(html).toContain('words')
  expect(new Set(messages.map(({ruleId}) => ruleId))).toEqual(new Set(['too-deep']))
  expect(messages[0]?.line).toBe(51)
})

test('without colon fences nothing is said of colons', () => {
  expect(renderCase(':::\n\n::{note}\n', {extensions: []}).messages).toEqual([])
})

test('faults of front matter stand at their own line and column', () => {
  const [message] = renderCase('---\na: 1\nb: [1, 2\n---\n\nText\n').messages
  expect([message?.ruleId, message?.line]).toEqual(['front-matter', 3])
  const [twice] = renderCase('---\na: 1\nbb: 2\na: 3\n---\n\nText\n').messages
  expect([twice?.ruleId, twice?.line, twice?.column]).toEqual(['front-matter', 4, 1])
})

test('faults of an option block stand at their own line and column', () => {
  const {messages} = renderCase(
    '> - ```{note}\n>   ---\n>   class: a\n>   name: "b\n>   ---\n>   A\n>   ```\n'
  )
  expect(messages.map(({ruleId, line, column}) => [ruleId, line, column])).toEqual([['option-syntax', 4, 11]])
})
