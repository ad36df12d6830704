/** Pages of 100 kB come to an end: in time, in memory, and without a fault; what is left out is said. */
import {describe, expect, test} from 'vitest'
import {render} from '../../src/node/index.js'
import {cpuNow} from '../support.js'
import {bombs} from './bombs.js'
import {hostile} from './inputs.js'

/** All of them take minutes; where time is short every tenth stands for its neighbours. */
const isQuick = process.env.MYSTMARK_QUICK !== undefined || process.env.CI !== undefined

/** Seconds of processor time: ten times what the slowest takes, as machines differ. */
const most = 40
const size = isQuick ? 50_000 : 100_000
const sizeOf = (name: string): number => (squared.has(name) ? size / 5 : size)

/**
 * What micromark takes squared time for, and so ten times longer than all else at this size: remark-parse takes it,
 * too. These are asked at a fifth.
 */
const squared = new Set<string>([
  'open brackets',
  'brackets open and close',
  'links in links',
  'images that do not end',
  'stars, many together',
  'emphasis in emphasis',
  'stars and underscores in turn',
  'footnote marks that nothing ends',
  'attributes on spans',
  'attribute quotes that nothing ends',
  'list items on one line',
  'lists in lists',
  'quotes in quotes',
  'definitions in definitions',
  'directives in directives',
  'directives of one length in each other',
  'HTML in HTML',
  'references to labels not there',
  'a list table with short rows'
])

const some = <T>(list: readonly T[]): T[] => list.filter((_, index) => !isQuick || index % 10 === 7)

/** A page of about `length` characters. */
function pageOf(make: (size: number) => string, length: number): string {
  let factor = Math.max(1, Math.round(length / make(4).length) * 4)
  let text = make(factor)
  // Some kinds grow with the square of their size.
  for (let turn = 0; turn < 5 && (text.length > 1.3 * length || text.length < length / 1.5); turn++) {
    factor = Math.max(1, Math.round(factor * Math.sqrt(length / text.length)))
    text = make(factor)
  }
  return text
}

function check(source: string): void {
  const start = cpuNow()
  const {html, messages} = render(source, {config: {extensions: 'all'}})
  const seconds = (cpuNow() - start) / 1000
  expect(seconds).toBeLessThan(most)
  // A page that shows more than its own text does so up to the limits.
  expect(html.length).toBeLessThan(100 * source.length + 10_000_000)
  expect(messages.length).toBeLessThan(source.length)
}

describe('hostile pages of 100 kB', () => {
  test.each(some(Object.entries(hostile)))('%s', (name, make) => check(pageOf(make, sizeOf(name))))
})

describe('short texts that would be long pages', () => {
  test.each(some(Object.entries(bombs)))('%s', (name, make) => check(make(sizeOf(name))))
})

test('every kind that is asked for less is one', () => {
  expect([...squared].filter((name) => !Object.hasOwn({...hostile, ...bombs}, name))).toEqual([])
})
