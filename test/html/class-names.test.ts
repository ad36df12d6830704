import {expect, test} from 'vitest'
import {classNames} from '../../src/html/element.js'

test.each<[Parameters<typeof classNames>, string[]]>([
  [
    ['a b', undefined, 'b c'],
    ['a', 'b', 'c']
  ],
  [
    ['a', false, ' a  b '],
    ['a', 'b']
  ],
  [['', ' '], []]
])('%j are the classes %j', (lists, names) => {
  expect(classNames(...lists)).toEqual(names)
})

test('of very many each stands once, in order, too', () => {
  const many = Array.from({length: 40}, (_, index) => `c${index}`)
  expect(classNames('x c3', ` ${[...many, ...many].join('  ')} `, 'c4 y')).toEqual([
    'x',
    'c3',
    ...many.filter((name) => name !== 'c3'),
    'y'
  ])
})
