import fc from 'fast-check'
import {expect, test} from 'vitest'
import {type CsvDialect, offsetInCell, parseCsv} from '../../src/directives/csv.js'

const usual: CsvDialect = {delimiter: ',', quote: '"', keepSpace: false}
const values = (text: string, dialect: CsvDialect = usual): string[][] =>
  parseCsv(text, dialect).rows.map((row) => row.map((cell) => cell.value))

test.for<[string, string, string[][], CsvDialect?]>([
  [
    'cells and rows',
    'a,b\nc,d\n',
    [
      ['a', 'b'],
      ['c', 'd']
    ]
  ],
  ['line ends of all kinds', 'a\r\nb\rc', [['a'], ['b'], ['c']]],
  ['blank lines are no rows', 'a\n\n\nb', [['a'], ['b']]],
  ['empty cells at the end', 'a,,', [['a', '', '']]],
  ['white space around cells', 'a , b', [['a', 'b']]],
  ['white space that is to be kept', 'a , b', [['a ', ' b']], {...usual, keepSpace: true}],
  ['delimiters and lines in quotes', '"a,b\nc",d', [['a,b\nc', 'd']]],
  ['doubled quotes', '"a ""b"" c"', [['a "b" c']]],
  ['a quote inside a bare cell is text', 'a"b', [['a"b']]],
  ['an escape instead of doubling', '"a\\"b",c\\,d', [['a"b', 'c,d']], {...usual, escape: '\\'}],
  ['another delimiter and quote', "'a;b';c", [['a;b', 'c']], {...usual, delimiter: ';', quote: "'"}]
])('%s', ([, text, expected, dialect]) => {
  expect(values(text, dialect)).toEqual(expected)
})

test('a fault keeps the words and has its place', () => {
  const {rows, faults} = parseCsv('"a" b,c\n"open,d', usual)
  expect(rows.map((row) => row.map((cell) => cell.value))).toEqual([['a b', 'c'], ['open,d']])
  expect(faults.map(({start, end}) => [start, end])).toEqual([
    [3, 5],
    [8, 9]
  ])
})

test('every character of a cell stands where its cell says (seed 7)', () => {
  const text = fc.string({unit: fc.constantFrom('a', 'b', ',', '"', '\n', ' ', '\\'), maxLength: 40})
  fc.assert(
    fc.property(text, fc.boolean(), (source, masked) => {
      const {rows} = parseCsv(source, masked ? {...usual, escape: '\\'} : usual)
      for (const cell of rows.flat())
        for (const [index, character] of [...cell.value].entries())
          expect(source[offsetInCell(cell, index)]).toBe(character)
    }),
    {seed: 7, numRuns: 500}
  )
})
