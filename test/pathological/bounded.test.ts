/** Pages of 100 kB come to an end: in time, in memory, and without a fault; what is left out is said. */
import {afterAll, describe, expect, test} from 'vitest'
import {bombs} from './bombs.js'
import {hostile} from './inputs.js'
import {createRenderers} from './renderers.js'

const size = 100_000

/** Seconds of processor time: three times what the slowest takes. A page is stopped at twice that by the clock. */
const most = 20

const renderers = createRenderers({seconds: 2 * most, megabytes: 1000})
afterAll(() => renderers.close())

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

async function check(source: string, plugins: boolean): Promise<void> {
  const {seconds, length, messages} = await renderers.render(source, plugins)
  expect(seconds).toBeLessThan(most)
  // A page that shows more than its own text does so up to the limits.
  expect(length).toBeLessThan(100 * source.length + 10_000_000)
  expect(messages).toBeLessThan(source.length)
}

const waiting = {timeout: 600_000, concurrent: true}

describe('hostile pages of 100 kB', waiting, () => {
  test.each(Object.entries(hostile))('%s', (_, make) => check(pageOf(make, size), false))
})

describe('short texts that would be long pages', waiting, () => {
  test.each(Object.entries(bombs))('%s', (_, make) => check(make(size), true))
})
