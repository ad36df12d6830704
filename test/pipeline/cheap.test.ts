/** What is made once for a page, or not at all, because nobody sees the difference. */
import {expect, test, vi} from 'vitest'
import {render} from '../../src/index.js'
import type {TreePass} from '../../src/transforms/pass.js'

test('a formula that stands twice on a page is drawn once for each display, and stands twice', () => {
  const math = vi.fn((tex: string) => ({
    type: 'element' as const,
    tagName: 'i',
    properties: {},
    children: [{type: 'text' as const, value: tex}]
  }))
  const page = '$a$ and $a$ and $b$\n\n$$\na\n$$\n'
  const {html, hast} = render(page, {math})
  expect(math).toHaveBeenCalledTimes(3)
  expect(html.match(/<i>a<\/i>/g)).toHaveLength(3)
  const texts: unknown[] = []
  const gather = (node: object): void => {
    if ('type' in node && node.type === 'text') texts.push(node)
    if ('children' in node && Array.isArray(node.children)) node.children.forEach(gather)
  }
  gather(hast)
  expect(new Set(texts).size).toBe(texts.length)
})

test('a formula that is wrong is said at each place', () => {
  const math = (): never => {
    throw new Error('no')
  }
  const {messages} = render('$a$ and $a$', {math})
  expect(messages.map(({ruleId, column}) => `${ruleId} ${column}`)).toEqual([
    'invalid-math 1',
    'invalid-math 9'
  ])
})

test('messages have no stack, and errors of others keep theirs', () => {
  const limit = Error.stackTraceLimit
  const {messages} = render('{nosuch}`x`\n\n{nosuch}`y`')
  expect(messages.map(({stack}) => stack)).toEqual(['', ''])
  expect(Error.stackTraceLimit).toBe(limit)
  expect(new Error('mine').stack).toMatch(/\n\s+at /)
})

test('a name that is missing twice has the same suggestions twice', () => {
  const {messages} = render('{subb}`x` {subb}`y`\n\n:::{nottte}\n:::\n\n:::{nottte}\n:::')
  const reasons = messages.map(({reason}) => reason)
  expect(reasons.slice(0, 2)).toEqual(Array(2).fill('unknown role "subb"; did you mean "sub"?'))
  expect(reasons.slice(2)).toEqual(Array(2).fill('unknown directive "nottte"; did you mean "note"?'))
})

test('comments silence rules on a page that has some, and in no other', () => {
  const page = '{nosuch}`x`\n\n% mystmark-ignore unknown-role\n{nosuch}`y`'
  expect(render(page).messages.map(({line}) => line)).toEqual([1])
  expect(render(page.replace('% mystmark', '%% mystmark')).messages.length).toBeGreaterThan(0)
})

test('what a pass brings is numbered, listed, cited and silenced as if the page had had it', () => {
  const {tree: brought} = render(
    ':::{figure} a.png\n:name: fig\n\nCaption\n:::\n\n% mystmark-ignore unknown-role\n\n<b id="x">b</b>'
  )
  const passes: TreePass[] = [({tree}) => void tree.children.unshift(...brought.children.slice(0, 3))]
  const {html, messages, references} = render('{numref}`fig` {nosuch}`x`', {
    passes,
    config: {numbering: true}
  })
  expect(html).toContain('<span class="caption-number">Fig. 1 </span>')
  expect(references[0]?.resolution).toMatchObject({status: 'resolved', kind: 'label'})
  expect(messages.filter(({ruleId}) => ruleId === 'unknown-label')).toEqual([])
})
