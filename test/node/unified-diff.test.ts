import {expect, test} from 'vitest'
import {unifiedDiff} from '../../src/node/unified-diff.js'

const diff = (before: string, after: string) => unifiedDiff([...before], [...after], 'old', 'new')

test.each([
  ['nothing of equal texts', 'abc', 'abc', []],
  [
    'three lines around a change',
    'abcdefghi',
    'abcdXfghi',
    ['@@ -2,7 +2,7 @@', ' b', ' c', ' d', '-e', '+X', ' f', ' g', ' h']
  ],
  [
    'two hunks for changes far apart',
    'abcdefghijkl',
    'Xbcdefghijk',
    ['@@ -1,4 +1,4 @@', '-a', '+X', ' b', ' c', ' d', '@@ -9,4 +9,3 @@', ' i', ' j', ' k', '-l']
  ],
  ['a text that begins', '', 'ab', ['@@ -0,0 +1,2 @@', '+a', '+b']],
  ['a text that ends', 'a', '', ['@@ -1 +0,0 @@', '-a']],
  [
    'the longest run that is common',
    'abxcd',
    'axbcd',
    ['@@ -1,5 +1,5 @@', ' a', '-b', ' x', '+b', ' c', ' d']
  ]
])('gives %s', (_, before, after, hunks) => {
  expect(diff(before, after)).toEqual(['--- old', '+++ new', ...hunks])
})

test('both texts can be read from it, however long they are', () => {
  const before = Array.from({length: 900}, (_, index) => `${(index * 7) % 31}`)
  const after = Array.from({length: 900}, (_, index) => `${(index * 11) % 29}`)
  const lines = unifiedDiff(before, after, 'old', 'new').slice(3)
  const side = (sign: string) =>
    lines.filter((line) => line[0] === ' ' || line[0] === sign).map((line) => line.slice(1))
  expect(side('-')).toEqual(before)
  expect(side('+')).toEqual(after)
})
