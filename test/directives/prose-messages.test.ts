import {expect, test} from 'vitest'
import {expectMessage, listMessages, renderCase} from './support.js'

test.each([
  ['missing-argument', /versionadded needs an argument/, '```{«versionadded»}\nwords\n```\n'],
  ['missing-argument', /rubric needs an argument/, '```{«rubric»}\n```\n'],
  ['missing-argument', /topic needs an argument/, '```{«topic»}\nwords\n```\n'],
  ['missing-argument', /admonition needs an argument/, '```{«admonition»}\nwords\n```\n'],
  ['invalid-option', /"ajar" is not open or closed/, '```{note}\n:collapsible: «ajar»\nwords\n```\n'],
  ['invalid-option', /number from 1 to 6/, '```{rubric} A\n:heading-level: «7»\n```\n'],
  ['invalid-option', /number from 1 to 12/, '```{hlist}\n:columns: «0»\n- a\n```\n'],
  ['invalid-option', /a number of at least 0/, '```{contents}\n:depth: «two»\n```\n'],
  ['unexpected-body', /contents takes no body/, '```{contents}\n\n«words»\n```\n'],
  ['glossary-term', /write its term above it/, '```{glossary}\n  «no term»\n\nTerm\n  words\n```\n'],
  ['glossary-term', /this term has no definition/, '```{glossary}\nFirst\n  words\n\n«Second»\n```\n'],
  ['invalid-argument', /a tag is missing at the end/, '```{only} «html and»\nwords\n```\n'],
  ['invalid-argument', /"and" or "or" is missing before "draft"/, '```{only} html «draft»\nwords\n```\n'],
  ['invalid-argument', /"\(" is not closed/, '```{only} html or «(»draft\nwords\n```\n'],
  ['invalid-argument', /"\)" closes nothing/, '```{only} html«)»\nwords\n```\n'],
  ['invalid-argument', /"a-b" is no name of a tag/, '```{only} html or «a-b»\nwords\n```\n'],
  ['duplicate-label', /taken/, '```{rubric} A\n:name: a\n```\n\n```{rubric} B\n:name: «a»\n```\n']
])('%s is said at the smallest range that is wrong: %s', (ruleId, reason, marked) => {
  expectMessage(marked, ruleId, reason)
})

test.each([
  ['html', true],
  ['latex', false],
  ['not latex', true],
  ['not not html', true],
  ['draft', true],
  ['latex or draft', true],
  ['html and latex', false],
  ['latex and html or draft', true],
  ['latex and (html or draft)', false],
  ['not latex and not old', true],
  ['not (html and draft)', false]
])('only: %s', (expression, shown) => {
  const {html, messages} = renderCase(`:::{only} ${expression}\nwords\n:::\n`, {tags: ['draft']})
  expect(messages).toEqual([])
  expect(html.includes('words')).toBe(shown)
})

test('the content of an expression that is wrong is shown', () => {
  expect(renderCase(':::{only} html and\nwords\n:::\n').html).toContain('<p>words</p>')
})

test('a glossary in the form of a definition list keeps its words, whatever its terms hold', () => {
  const source = '```{glossary}\nKernel\n: What runs the code.\n```\n'
  expect(listMessages(source)).toEqual([])
  expect(renderCase(source).html).toContain('What runs the code.')
})

test('a term may hold markup, and a reference is blind to case', () => {
  const {html, messages} = renderCase(
    '```{glossary}\nThe `run` *loop*\n  words\n```\n\n{term}`the run loop`\n'
  )
  expect(messages).toEqual([])
  expect(html).toContain('href="#term-The-run-loop"')
})

test('directives and definitions of links inside a glossary belong to the page', () => {
  const source =
    '[a]\n\n````{glossary}\nTerm\n  ```{note}\n  inside\n  ```\n\n  [a]: https://example.org\n````\n'
  const {html, messages} = renderCase(source)
  expect(messages).toEqual([])
  expect(html).toContain('<a class="reference external" href="https://example.org">a</a>')
  expect(html).toMatch(/<dd><aside class="admonition note"/)
})

test('positions in a definition are those of the page', () => {
  const {tree} = renderCase('> ```{glossary}\n> Term\n>   first\n>   *second*\n> ```\n')
  const found: unknown[] = []
  const walk = (node: {type: string; position?: unknown; children?: unknown[]}): void => {
    if (node.type === 'emphasis' || node.type === 'definitionTerm') found.push(node.position)
    for (const child of node.children ?? []) walk(child as typeof node)
  }
  walk(tree)
  expect(found).toMatchObject([
    {start: {line: 2, column: 3}, end: {line: 2, column: 7}},
    {start: {line: 4, column: 5}, end: {line: 4, column: 13}}
  ])
})

test('a table of contents lists the pages of all toctrees of its page, hidden ones too', () => {
  const {html, messages} = renderCase('```{toctree}\n:hidden:\nother\n```\n\n```{tableofcontents}\n```\n')
  expect(messages).toEqual([])
  expect(html).toContain('href="other.html">Another page</a>')
})

test('words of version notes follow the language', () => {
  expect(renderCase('```{deprecated} 2\n```\n', {language: 'de'}).html).toContain('Veraltet seit Version 2.')
})
