/** Our emitter of highlight.js beside lowlight's, and what hostile code comes to. */
import fc from 'fast-check'
import type {Root, RootContent} from 'hast'
import {common, createLowlight} from 'lowlight'
import {describe, expect, test} from 'vitest'
import {nodeHighlight, render} from '../../src/node/index.js'
import {ownPages} from '../syntax/support/pages.js'

const numRuns = Number(process.env.MYSTMARK_DOCUMENTS ?? 3000)
const lowlight = createLowlight(common)
const highlight = nodeHighlight()

const textOf = (node: Root | RootContent): string =>
  'children' in node ? node.children.map(textOf).join('') : 'value' in node ? node.value : ''

const depthOf = (node: Root | RootContent): number =>
  'children' in node ? 1 + Math.max(0, ...node.children.map(depthOf)) : 0

function expectSame(code: string, language: string): void {
  const ours = highlight(code, language)
  if (ours) expect(textOf(ours)).toBe(code)
  // Languages in each other have a bound.
  else if ((code.match(/`|<s|<\?/g)?.length ?? 0) > 8) return
  const theirs = lowlight.highlight(language === 'shell' ? 'bash' : language, code)
  // Where a grammar fails in another, highlight.js loses text.
  if (textOf(theirs) === code)
    expect(ours?.children, `${language}: ${JSON.stringify(code)}`).toEqual(theirs.children)
}

/** All that is coloured on pages. */
const blocks: {code: string; language: string}[] = []
for (const {source} of ownPages())
  render(source, {
    highlight(code, language) {
      blocks.push({code, language})
      return
    }
  })

test('code of pages has the colours of lowlight', () => {
  const known = blocks.filter(({language}) => lowlight.registered(language))
  expect(known.length).toBeGreaterThan(100)
  for (const {code, language} of known) expectSame(code, language)
})

/** What opens and closes things in one language or another. */
const pieces = [
  ...`" ' """ ~~~ \\ \` \${ #{ ( ) [ ] { } {{ }} < > </ /> <!-- --> /* */ // # -- => -> f" b' @x $x &amp;`.split(
    ' '
  ),
  ...`<?php ?> <a> </a> <b/> <script> </script> <style> </style> <![CDATA[ ]]> <T> html\` css\``.split(' '),
  ...'self if else return import for in or end do true null None print 0 0x1f 1.5e3 10px #fff x A é 😀'.split(
    ' '
  ),
  ...'<<EOF EOF q{ /a[/]b/g s/a/b/ .b [a](b) ** _a_ 1_000 5j : ; = , . ! ?'.split(' '),
  ...['\n', '\n\n', ' ', '\t', 'def f(a, b=1):', 'class A(B):', 'function f(a) {', 'fn f()', 'let x = '],
  ...['>>> ', '$ ', '- ', '> ', 'a: b', 'key = value', '[section]\n', '#!/bin/sh\n', '@@ -1 +1 @@\n']
]
const pieced = fc.array(fc.constantFrom(...pieces), {maxLength: 40}).map((list) => list.join(''))
const cut = fc
  .tuple(fc.constantFrom(...blocks), fc.nat(400), fc.nat(400), fc.constantFrom(...pieces))
  .map(([{code}, from, length, piece]) => code.slice(from, from + length) + piece + code.slice(0, from))

test('random code in each language has the colours of lowlight', {timeout: 600_000}, () => {
  const language = fc.constantFrom(...Object.keys(common))
  fc.assert(fc.property(fc.oneof(pieced, cut), language, expectSame), {numRuns})
})

describe('code that is in itself by the thousand', () => {
  /** On lines as people have them: longer ones are another matter. */
  const many = (piece: string, count: number): string => {
    const onLine = Math.floor(190 / piece.length)
    return `${piece.repeat(onLine)}\n`.repeat(count / onLine).trim()
  }
  const shown = (language: string, code: string, options = ''): Root =>
    render(`~~~~{code-block} ${language}\n${options}\n${code}\n~~~~`).hast

  test.each([
    ['python', `def f${'('.repeat(4000)}`],
    ['javascript', '`${'.repeat(1400)],
    ['rust', '/*'.repeat(2000)],
    ['python-repl', '>>> (\n'.repeat(16_000).trim()]
  ])('has colours to a depth: %s', {timeout: 20_000}, (language, code) => {
    const hast = shown(language, code)
    expect(textOf(hast).trim()).toBe(code)
    expect(JSON.stringify(hast)).toContain('hljs-')
    expect(depthOf(hast)).toBeLessThan(120)
  })

  test.each([
    ['html', many('<script>', 12_000)],
    ['html', many('<style>', 14_000)],
    ['html', many('<script><style>', 6_000)],
    ['javascript', many('html`<script>', 7_000)],
    ['python-repl', '>>> def f(\n'.repeat(9_000).trim()]
  ])(
    'is shown plain where languages are read again and again: %s %#',
    {timeout: 20_000},
    (language, code) => {
      const hast = shown(language, code)
      expect(textOf(hast).trim()).toBe(code)
      expect(JSON.stringify(hast)).not.toContain('hljs-')
    }
  )

  test('is shown plain where each of many lines would have all spans', {timeout: 20_000}, () => {
    const hast = shown('python', `def f${'('.repeat(200)}${'x;\n'.repeat(33_000)}`, ':linenos:\n')
    expect(JSON.stringify(hast)).not.toContain('hljs-')
  })
})

test('a language in a language has its colours', () => {
  const code = '<style>a {color: red}</style><script>const f = `a`</script>'
  const {children} = lowlight.highlight('xml', code)
  expect(highlight(code, 'html')?.children).toEqual(children)
  expect(JSON.stringify(children)).toContain('"css"')
})

test('a language is known by its name, an alias, or what Pygments calls it', () => {
  for (const name of ['python', 'py', 'ipython3', 'Python', 'PY'])
    expect(highlight('x = 1', name)?.children, name).toEqual(lowlight.highlight('python', 'x = 1').children)
  for (const name of ['klingon', 'constructor', '']) expect(highlight('x = 1', name)).toBeUndefined()
})

test('an error of a highlighter of one’s own is its own', () => {
  const broken = (): undefined => {
    throw new Error('mine')
  }
  expect(() => render('```py\nx\n```', {highlight: broken})).toThrow('mine')
})
