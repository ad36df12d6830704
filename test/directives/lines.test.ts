import {expect, test} from 'vitest'
import {dedent, linesOf, parseLineRanges, selectLines, selectText} from '../../src/directives/lines.js'

test.for([
  ['1', [1]],
  ['1,3-5', [1, 3, 4, 5]],
  ['4-', [4, 5, 6]],
  ['-2', [1, 2]],
  ['5,1,5', [1, 5]],
  ['2, ', [2]],
  ['9-', []],
  ['0', []]
] as const)('lines %s of six', ([written, expected]) => {
  expect(linesOf(parseLineRanges(written) ?? [], 6)).toEqual(expected)
})

test.for(['', 'a', '1;2', '3-1', '-', '1--2', '1,,2'])('"%s" is no list of lines', (written) => {
  expect(parseLineRanges(written)).toBeUndefined()
})

test('an open range ends with the text, however large its numbers are', () => {
  expect(linesOf([{from: 1, to: 999_999}], 3)).toEqual([1, 2, 3])
})

const text = 'zero\none\ntwo\nthree\nfour\n'

test.for([
  ['everything', {}, 'zero one two three four', 1],
  ['from a line counted from 0 to before another', {'start-line': 1, 'end-line': 3}, 'one two', 2],
  ['places from the end', {'start-line': -2}, 'three four', 4],
  ['with the line that has a text', {'start-at': 'wo', 'end-at': 'three'}, 'two three', 3],
  ['without the lines that have texts', {'start-after': 'one', 'end-before': 'four'}, 'two three', 3],
  ['numbers count in what the texts leave', {'start-at': 'one', lines: [{from: 2, to: 3}]}, 'two three', 3],
  [
    'an end that is on the first line is looked for behind it',
    {'end-before': 'zero'},
    'zero one two three four',
    1
  ]
] as const)('selects lines: %s', ([, selectors, expected, firstLine]) => {
  const selected = selectLines(text, selectors)
  expect(selected.lines.join(' ')).toBe(expected)
  expect(selected.firstLine).toBe(firstLine)
})

test('a text that is nowhere selects nothing away and is said', () => {
  expect(selectLines(text, {'start-after': 'five'})).toMatchObject({
    lines: ['zero', 'one', 'two', 'three', 'four'],
    missing: [{option: 'start-after', text: 'five'}]
  })
})

test.for([
  ['behind a text in the middle of a line', {'start-after': 'tw', 'end-before': 'ree'}, 'o\nth'],
  ['whole lines', {'start-at': 'tw', 'end-at': 'ree'}, 'two\nthree\n'],
  ['an end before the start is not found', {'start-after': 'two', 'end-before': 'one'}, '\nthree\nfour\n'],
  ['lines', {'start-line': 3}, 'three\nfour\n'],
  ['one run of lines', {lines: [{from: 2, to: 3}]}, 'one\ntwo\n']
] as const)('selects text: %s', ([, selectors, expected]) => {
  const {start, end} = selectText(text, selectors)
  expect(text.slice(start, end)).toBe(expected)
})

test('dedent takes white space alone', () => {
  expect(dedent('  a\n b\n\n    c', 2)).toBe('a\nb\n\n  c')
  expect(dedent('  a\n    b', 'auto')).toBe('a\n  b')
})
