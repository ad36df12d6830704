/** On no hostile page does the native road take longer than its size lets it; pages that it leaves to remark are quick to leave. */
import {expect, test} from 'vitest'
import {hostile} from '../pathological/inputs.js'
import {cpuNow} from '../support.js'
import {native} from './engines.js'

const small = 40_000
const times = 4

/** What takes less than this is not measured well. */
const slack = 60

function cost(page: string): number {
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < 3; run++) {
    const start = cpuNow()
    native(page)
    least = Math.min(least, cpuNow() - start)
  }
  return least
}

function pageOf(make: (size: number) => string, length: number): string {
  let size = 1
  while (size < 4096 && make(size).length < length) size *= 2
  return make(size)
}

/** Chance fades as texts get longer, and real growth shows the more: what seems to grow is asked again, longer. */
test.each(Object.entries(hostile))('%s: time grows with the text', (_, make) => {
  let grown = 0
  let allowed = 0
  for (const length of [small, 2 * small, 4 * small]) {
    const page = pageOf(make, length)
    const longer = pageOf(make, page.length * times - 1)
    allowed = Math.max(slack, 2.5 * (longer.length / page.length) * cost(page))
    grown = cost(longer)
    if (grown < allowed) return
  }
  expect(grown).toBeLessThan(allowed)
})
