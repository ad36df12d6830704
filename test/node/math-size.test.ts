/** Short formulas that would be long: they are shown as their source, and a message says so. */
import {describe, expect, test} from 'vitest'
import {render} from '../../src/node/index.js'

const told = (source: string): string[] => render(source).messages.map(({ruleId}) => String(ruleId))

const block = (tex: string): string => `$$\n${tex}\n$$`

describe('a formula that would be far longer than what is written is shown as its source', () => {
  const bombs: Record<string, string> = {
    'a long row above short ones': block(
      `\\begin{matrix}${'a&'.repeat(2500)}a\\\\${'b\\\\'.repeat(2500)}\\end{matrix}`
    ),
    'a long list of columns': block(`\\begin{array}{${'c'.repeat(5000)}}${'b\\\\'.repeat(2500)}\\end{array}`),
    'a long macro, used often': block(`\\def\\a{${'x'.repeat(5000)}}${'\\a '.repeat(900)}`),
    'a long macro, defined with braces': block(
      `\\newcommand{\\a}[1]{${'x'.repeat(5000)}#1}${'\\a y'.repeat(900)}`
    ),
    'a macro of many cells, used often': block(
      `\\def\\a{\\begin{matrix}${'a&'.repeat(100)}a\\\\${'b\\\\'.repeat(100)}\\end{matrix}}${'\\a '.repeat(900)}`
    ),
    'a macro that is rows': block(
      `\\def\\a{${'b\\\\'.repeat(500)}}\\begin{matrix}${'a&'.repeat(300)}a\\\\${'\\a '.repeat(300)}\\end{matrix}`
    ),
    'a macro that is columns': block(
      `\\def\\a{${'a&'.repeat(500)}}\\begin{matrix}${'\\a '.repeat(300)}a\\\\${'b\\\\'.repeat(500)}\\end{matrix}`
    ),
    'a long macro of the page': `---\nmath:\n  '\\a': ${'x'.repeat(5000)}\n---\n\n${block('\\a '.repeat(900))}`
  }

  test.each(Object.entries(bombs))('%s', (_, source) => expect(told(source)).toEqual(['invalid-math']))

  test('a macro of the page in many formulas, from where it is too much', () => {
    const {html, messages} = render(
      `---\nmath:\n  '\\a': ${'x'.repeat(50_000)}\n---\n\n${'$\\a$ '.repeat(100)}`
    )
    expect(messages.length).toBeGreaterThan(50)
    expect(html.length).toBeLessThan(50_000_000)
  })
})

describe('what people write is drawn', () => {
  const formulas: Record<string, string> = {
    'a dense matrix': block(`\\begin{pmatrix}${`${'0 & '.repeat(40)}1\\\\\n`.repeat(40)}\\end{pmatrix}`),
    'one long row': block(
      `\\begin{aligned}a &= ${'b + '.repeat(300)}c\\\\${'d &= e\\\\'.repeat(30)}\\end{aligned}`
    ),
    'macros of its own': block(`\\newcommand{\\Field}{\\mathbb{R}}${'x \\in \\Field, '.repeat(20)}`),
    'a macro that is a matrix': `---\nmath:\n  '\\mat': '\\begin{pmatrix}#1 & #2\\\\#3 & #4\\end{pmatrix}'\n---\n\n${'$\\mat{a}{b}{c}{d}$ '.repeat(50)}`,
    'a short macro of the page that uses many': `---\nmath:\n  '\\b': x\n  '\\a': ${'\\b '.repeat(100)}\n---\n\n$\\a$`,
    'its own matrix': block(
      `\\newcommand{\\mat}[4]{\\begin{pmatrix}#1 & #2\\\\#3 & #4\\end{pmatrix}}${'\\mat{a}{b}{c}{d} + '.repeat(5)}e`
    )
  }

  test.each(Object.entries(formulas))('%s', (_, source) => expect(told(source)).toEqual([]))
})
