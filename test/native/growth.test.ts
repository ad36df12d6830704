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

/** What remark reads, or takes longer for; only how long the native road takes is looked at. */
const left: Record<string, (size: number) => string> = {
  'parts that touch': (size) => `${'text\n\n'.repeat(150 * size)}${'![}](x)\n\n'.repeat(50 * size)}`,
  'roles that are parts': (size) => `${'text\n\n'.repeat(120 * size)}${'a {b}`c|` x\n\n'.repeat(30 * size)}`,
  'titles in parentheses on the next line': (size) => `${'[a](b\n('.repeat(100 * size)})`,
  'titles in parentheses': (size) => `${'[a](b ('.repeat(100 * size)})`,
  'references and every sign': (size) => `,^?${'&amp;'.repeat(200 * size)}`,
  'references in rows that are none': (size) => `,^?\n${'| &amp;\n'.repeat(100 * size)}`
}

/** Chance fades as texts get longer, and real growth shows the more: what seems to grow is asked again, longer. */
test.each(Object.entries({...hostile, ...left}))('%s: time grows with the text', (_, make) => {
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
