/** Text that would end the process never comes to the engine, whatever the scan of lines takes it for. */
import {expect, test} from 'vitest'
import {expectSame, native} from './engines.js'

const many = 150_000

/** Emphasis in emphasis, a line each. */
const nested = (line: (marks: string) => string): string =>
  `${line('*a **b').repeat(many)}${line('b** a*').repeat(many)}`

const emphasis: Record<string, string> = {
  'rows that are none': nested((marks) => `|${marks}\n`),
  'items that end no text': `x\n${nested((marks) => `2. ${marks}\n`)}`,
  'lazy lines': nested((marks) => `> ${marks}\n${marks}\n`),
  'lines of equals signs': `> x\n${nested((marks) => `${marks}\n===\n`)}`,
  'empty markers': `x\n${nested((marks) => `+\n${marks}\n`)}`,
  'a fence that is text': `a\n    \`\`\`\n${nested((marks) => `    ${marks}\n`)}`,
  'HTML that is text': `a\n    <script>\n${nested((marks) => `${marks}\n`)}</script>`,
  'targets that are text': `a\n${nested((marks) => `    (a)=\n    ${marks}\n`)}`,
  'one heading': `# ${nested((marks) => `${marks} `)}`
}

test('emphasis behind escaped marks', () => {
  for (const open of ['\\__a ', '\\*_a ', '\\__a\n', '\\`_a '])
    expect(native(`${open.repeat(many)}${'a_ '.repeat(many)}`)).toBe('very many marks of emphasis')
})

test.each(Object.entries(emphasis))('emphasis over %s', (_, source) => {
  expect(native(source)).toBe('very many marks of emphasis')
})

/** Every sign that may hide references is on the page. */
const references: Record<string, string> = {
  'rows that are none': '| &amp;\n'.repeat(many),
  'items that end no text': '2. &amp;\n'.repeat(many),
  'lazy lines': '> &amp;\n&amp;\n'.repeat(many),
  'lines with braces': '{ &amp;\n'.repeat(many)
}

test.each(Object.entries(references))('references over %s', (_, lines) => {
  expect(native(`x ,^?\n${lines}`)).toBe('very many character references')
})

test("a page of very many short texts is the engine's", () => {
  for (const block of [
    '*a* **b**\n\n',
    '- *a* _b_\n',
    '# *a*\n',
    '* ![a](b)\n',
    '&amp; ,^?\n\n',
    '(a)=\n',
    '[a](b) (c)\n\n'
  ])
    expect(typeof native(block.repeat(20_000)), block).toBe('object')
})

test('titles that go on and on in a container are not for it', () => {
  for (const end of ['', ')', '\\)'])
    expect(native(`${'> [a](b\n> (c '.repeat(300)}${end}`)).toBe('a very long title')
})

test.each([
  ['on one line', '[a](b (c '],
  ['on the next line', '[a](b\n(c ']
])('titles that begin again and again %s give one tree', (_, begin) => {
  expect(expectSame(`${begin.repeat(30)}\n\n`.repeat(500))).toBe(true)
  expect(expectSame(`${begin})) (d)\n`.repeat(500))).toBe(true)
  for (const end of ['', ')', '\\)']) expect(expectSame(`${begin.repeat(300)}${end}`)).toBe(true)
})

/** A tab takes up to four columns, `\\` before a parenthesis may hide it, and lines of containers begin with markers. */
test('titles of any length give one tree', () => {
  for (const part of ["c'", 'c', '\t', '\\', '\\\\', 'c\n', '> c\n> ', '`)`', '(c', '{a}`)`'])
    for (const length of [880, 899, 900, 950, 998, 999, 1000, 1001, 1100])
      for (const end of [')) *d*', '\\)', ' d'])
        for (const front of ["[a](b '", '[a](b (', '> [a](b\n> (', '- ![a](<b> (', '[a]\n(b (']) {
          const middle = part.repeat(Math.ceil(length / part.length)).slice(0, length)
          expectSame(`${front}${middle}${end}\n[a](e (f))\n\n[a]: g`)
        }
})
