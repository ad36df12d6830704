import {expect, test} from 'vitest'
import {createProject} from '../../src/node/index.js'
import {expectMessage, renderCase} from './support.js'

test.each([
  [
    'tab-child',
    /tab-set holds tab-item only.*after the tabs/,
    '::::{tab-set}\n:::{tab-item} A\nx\n:::\n\n«stray words»\n::::\n'
  ],
  [
    'tab-child',
    /tab-set-code holds code blocks only/,
    '````{tab-set-code}\n```py\nx\n```\n\n«words»\n````\n'
  ],
  [
    'tab-child',
    /^tabs holds tab, group-tab and code-tab only/,
    '::::{tabs}\n:::{tab} A\nx\n:::\n\n«words»\n::::\n'
  ],
  [
    'tab-selected',
    /selected already in line 2/,
    '::::{tab-set}\n:::{tab-item} A\n:selected:\nx\n:::\n«:::{tab-item} B\n:selected:\ny\n:::»\n::::\n'
  ],
  ['missing-argument', /tab-item needs an argument/, '::::{tab-set}\n:::{«tab-item»}\nx\n:::\n::::\n'],
  ['missing-body', /tab-item shows nothing/, '::::{tab-set}\n:::{«tab-item»} A\n:::\n::::\n'],
  ['orphan-item', /tab-item stands in no tab-set/, '«:::{tab-item} A\nx\n:::»\n'],
  ['orphan-item', /grid-item stands in no grid/, '«:::{grid-item}\nx\n:::»\n'],
  ['orphan-item', /grid-item stands in no grid/, '«:::{grid-item-card} A\nx\n:::»\n'],
  ['carousel-child', /holds cards only/, '::::{card-carousel} 2\n«words»\n\n:::{card} A\n:::\n::::\n'],
  [
    'invalid-argument',
    /"13" is not a number from 1 to 12/,
    '::::{card-carousel} «13»\n:::{card} A\n:::\n::::\n'
  ],
  ['missing-argument', /card-carousel needs an argument/, '::::{«card-carousel»}\n:::{card} A\n:::\n::::\n'],
  ['unknown-icon', /did you mean "arrow-right"/, '«{fas}`arow-right`»\n'],
  ['unknown-icon', /fas has no icon "nope-x"$/, '«{fas}`nope-x`»\n'],
  ['unknown-document', /write :glob: under/, '```{toctree}\n«guides/*»\n```\n'],
  ['unknown-icon', /octicon has no icon "rokket"/, ':::{dropdown} A\n:icon: «rokket»\n\nx\n:::\n'],
  ['invalid-option', /not one of primary/, ':::{dropdown} A\n:color: «purple»\n\nx\n:::\n'],
  ['invalid-option', /did you mean "right-down"/, ':::{dropdown} A\n:chevron: «right-dwn»\n\nx\n:::\n'],
  ['invalid-option', /not one of fade-in/, ':::{dropdown} A\n:animate: «jump»\n\nx\n:::\n'],
  ['unknown-option', /did you mean "class-body"/, ':::{dropdown} A\n:«class-boddy»: x\n\nx\n:::\n'],
  ['unknown-label', /nothing|no label/, 'A {bdg-ref}`badge <«nowhere»>`.\n'],
  ['unexpected-body', /article-info takes no body/, '```{article-info}\n:author: Tom\n\n«words»\n```\n'],
  ['missing-argument', /button-link needs an argument/, '```{«button-link»}\n```\n']
])('%s is said at the smallest range that is wrong: %s', (ruleId, reason, marked) => {
  expectMessage(marked, ruleId, reason)
})

test('what stands between tabs is shown after them', () => {
  const {html} = renderCase('::::{tab-set}\nbefore\n\n:::{tab-item} A\nx\n:::\n::::\n')
  expect(html).toMatch(/<p>x<\/p><\/div><\/div>\s*<p>before<\/p>/)
})

test('a tab without a label is called by its number', () => {
  expect(renderCase('::::{tab-set}\n:::{tab-item}\nx\n:::\n::::\n').html).toContain('Tab 1</label>')
})

test('radio buttons of two sets have different names, and each set has one tab chosen', () => {
  const set = '::::{tab-set}\n:::{tab-item} A\nx\n:::\n:::{tab-item} B\ny\n:::\n::::\n\n'
  const {html} = renderCase(set + set, {idPrefix: 'p-'})
  expect([...html.matchAll(/name="([^"]*)"/g)].map((match) => match[1])).toEqual([
    'p-sd-tab-set-0',
    'p-sd-tab-set-0',
    'p-sd-tab-set-1',
    'p-sd-tab-set-1'
  ])
  expect([...html.matchAll(/<input checked/g)]).toHaveLength(2)
})

test('the core draws chevrons and kebabs without an icon pack', () => {
  const {html} = createProject({pages: {'page.md': ':::{dropdown}\nx\n:::\n'}, icons: undefined}).render(
    'page.md'
  )
  expect(html).toContain('sd-octicon-kebab-horizontal no-title')
  expect(html).toContain('sd-octicon-chevron-right')
})

test('a name of the configuration brings its argument and options, and the author may give others', () => {
  const config = {
    customDirectives: {
      answer: {inherit: 'dropdown', argument: 'The answer', options: {open: true, color: 'info'}}
    }
  }
  const {html, messages} = renderCase(
    ':::{answer}\n42\n:::\n\n:::{answer} Another\n:color: danger\n\n43\n:::\n',
    config
  )
  expect(messages).toEqual([])
  expect(html).toMatch(/open.*sd-bg-info.*The answer.*sd-bg-danger.*Another/s)
})

test('a name of the configuration that inherits from nothing is an error with near names', () => {
  expect(() => renderCase('x', {customDirectives: {mine: {inherit: 'dropdwn'}}})).toThrow(
    /"mine" inherits from "dropdwn".*did you mean "dropdown"/
  )
})
