import {expect, test} from 'vitest'
import {parseOptions, parseSignature, splitParameters} from '../../src/directives/signatures.js'

test.for([
  ['row', true, {before: '', name: 'row', after: ''}],
  ['sea.row(boat) -> int', true, {before: 'sea.', name: 'row', parameters: 'boat', after: ' -> int'}],
  ['row(f=(1, 2))', true, {before: '', name: 'row', parameters: 'f=(1, 2)', after: ''}],
  ['name: str = 1', true, {before: '', name: 'name', after: ': str = 1'}],
  [
    'int sea_row(struct boat *b)',
    false,
    {before: 'int ', name: 'sea_row', parameters: 'struct boat *b', after: ''}
  ],
  ['char *sea::name', false, {before: 'char *', name: 'sea::name', after: ''}],
  ['open(', true, {before: '', name: 'open(', after: ''}],
  ['???', true, {before: '', name: '???', after: ''}]
] as const)('%s', ([written, qualified, expected]) => {
  expect(parseSignature(written, qualified)).toEqual(expected)
})

test('parameters part at commas outside brackets', () => {
  expect(splitParameters('a, b=(1, [2, 3]), *, **c')).toEqual(['a', 'b=(1, [2, 3])', '*', '**c'])
})

test('options have their names and what they take', () => {
  expect(parseOptions('-f FILE, --file=FILE')).toEqual([
    {name: '-f', rest: ' FILE'},
    {name: '--file', rest: '=FILE'}
  ])
})
