/** Lines past the columns in which containers may begin. */
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {expectSame, native} from './engines.js'

const numRuns = Math.ceil(Number(process.env.MYSTMARK_DOCUMENTS ?? 5000) / 10)
const seed = Number(process.env.MYSTMARK_SEED ?? 20_261_129)

const spaces = (count: number): string => ' '.repeat(count)
const items = (count: number, marker = '-', text = 'a'): string =>
  Array.from({length: count}, (_, index) => `${spaces((marker.length + 1) * index)}${marker} ${text}`).join(
    '\n'
  )
const onOneLine = (count: number): string => '- '.repeat(count)

const sources: Record<string, string> = {
  'lists in lists': items(130),
  'a paragraph behind them': `${items(101)}\n\nb`,
  'lazy text': `${items(101)}\nb`,
  'text further in': `${items(102)}\n${spaces(201)}text\n${spaces(203)}1a`,
  'on one line': `${onOneLine(105)}a`,
  'on one line, to the last': `${onOneLine(100)}a`,
  'on one line, with more below': `${onOneLine(99)}a\n${spaces(198)}b\n${spaces(200)}- c\n${spaces(200)}d`,
  code: `${items(100)}\n\n${spaces(206)}- x\n${spaces(208)}* y\n\nz`,
  'text that goes on': `${items(100)}\n${spaces(206)}- x`,
  'other blocks': `${items(100)}\n${spaces(200)}[x]\n${spaces(200)}[^x]: y\n${spaces(200)}~~~\n${spaces(200)}\`a\``,
  'ordered lists': items(90, '1.'),
  'ordered lists, wide': items(50, '100000.'),
  'code below text': `${items(67, '1.')}\n${spaces(201)}1. r\n${spaces(207)}x\n${spaces(210)}y\n${spaces(211)}z`,
  'code below a blank line': `${items(67, '1.')}\n${spaces(201)}1. r\n\n${spaces(207)}x\n${spaces(210)}y`,
  quotes: `${items(99)}\n${spaces(198)}- > b\n${spaces(202)}> c`,
  'code at the margin': `${spaces(300)}- a`,
  'text at the margin': `a\n${spaces(300)}- a`,
  'a break': onOneLine(101),
  'nothing behind a marker': `${items(100)}\n${spaces(200)}- `,
  'nothing behind a marker, with text below': `${items(100)}\n${spaces(200)}-\n${spaces(202)}b`,
  'code between fences': `${items(99)}\n${spaces(198)}\`\`\`\n${spaces(210)}- a\n${spaces(198)}\`\`\`\n${spaces(200)}- b`,
  'markers over the column': `${onOneLine(99)}12) a\n${onOneLine(99)} 12) a\n${onOneLine(99)}  12) a`,
  'marks in the rest': `${onOneLine(100)}- a &amp; *b*  \nc`,
  'lists one behind the other': `${items(100)}\n${spaces(200)}- a\n${spaces(200)}b\n\n`.repeat(3),
  stars: `${'* '.repeat(100)}* *`,
  dashes: `${onOneLine(98)}- - - -`,
  'loose lists': `${items(100)}\n\n${spaces(200)}- a\n\n${spaces(200)}- b`,
  'the next item of a list': `${onOneLine(100)}a\n${spaces(198)}12. c\n${spaces(200)}12. c`,
  'a footnote': `[^a]:${spaces(195)}*b*`,
  'a footnote with a box': `[^a]:${spaces(199)}[ ] `,
  'a description': `${'1. '.repeat(66)}a\n\n${spaces(200)}: b`,
  'a directive': `:::{note}\n${items(101)}\n:::`,
  descriptions: `a\n: ${onOneLine(99)}b\n\n${spaces(202)}- c`,
  tabs: `${items(99)}\n${'\t'.repeat(50)}- a\n\n${'\t'.repeat(52)}- b`
}

test.each(Object.entries(sources))('both engines read them alike: %s', (_, source) => {
  expectSame(source)
})

const line = fc
  .record({
    indent: fc.integer({min: 190, max: 210}),
    text: fc.constantFrom(
      '- a',
      '* b',
      '12. c',
      'd',
      'd',
      '',
      '- ',
      '-',
      '***',
      '- - e',
      '> f',
      '[g]: h',
      '~~~',
      '`i`',
      '    j',
      '# k',
      '| l |'
    ),
    lazy: fc.boolean()
  })
  .map(({indent, text, lazy}) => (text === '' ? '' : spaces(lazy ? indent % 7 : indent) + text))

test('both engines read any lines there alike', {timeout: 1_800_000}, () => {
  let fast = 0
  const documents = fc.tuple(
    fc.constantFrom(
      ...[96, 98, 99, 100].map((count) => `${onOneLine(count)}a`),
      `${onOneLine(49)}${'1. '.repeat(33)}a`
    ),
    fc.array(line, {minLength: 1, maxLength: 8})
  )
  fc.assert(
    fc.property(documents, ([first, lines]) => {
      if (expectSame([first, ...lines].join('\n'))) fast++
    }),
    {numRuns, seed}
  )
  expect(fast).toBeGreaterThan(numRuns / 5)
})

test('lists in lists are for the native engine, however deep', () => {
  expect(typeof native(items(500))).toBe('object')
  expect(typeof native(`${onOneLine(500)}a`)).toBe('object')
})
