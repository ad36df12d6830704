/** No page makes us slower than its size does, unless it makes remark-parse and remark-gfm as much slower. */
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {render} from '../../src/index.js'
import {deep, hostile} from './inputs.js'

const plain = unified().use(remarkParse).use(remarkGfm).freeze()

/** Time of the processor, not of the clock: other programs may run beside. */
function cpu(run: () => unknown): number {
  const before = process.cpuUsage()
  run()
  const {user, system} = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The least of all runs is what it costs; all above it is noise. */
interface Costs {
  small: number
  large: number
}

const unknown: Costs = {small: Number.POSITIVE_INFINITY, large: Number.POSITIVE_INFINITY}

function again(costs: Costs, run: (text: string) => unknown, small: string, large: string): Costs {
  return {
    small: Math.min(
      costs.small,
      cpu(() => run(small))
    ),
    large: Math.min(
      costs.large,
      cpu(() => run(large))
    )
  }
}

/** How many times dearer the large text is; what is over in a few milliseconds grows by chance. */
function growth({small, large}: Costs): number {
  return Math.max(large, 5) / Math.max(small, 5)
}

// Functions are compiled while they are new: of both sides, or the other would seem slow on small pages.
for (const make of Object.values(hostile)) {
  render(make(1))
  plain.parse(make(1))
}

test('there are enough kinds', () => expect(Object.keys(hostile).length).toBeGreaterThan(60))

/** Chance fades as texts get longer, and real growth shows the more: what seems to grow is asked again, longer. */
test.each(Object.entries(hostile))('%s: four times the text costs four times as much', (_, make) => {
  let grown = 0
  let allowed = 0
  for (const size of [2, 4, 8]) {
    const small = make(size)
    const large = make(4 * size)
    const longer = large.length / small.length
    let ours = unknown
    let theirs = unknown
    for (let attempt = 0; attempt < 5; attempt++) {
      ours = again(ours, (text) => render(text), small, large)
      grown = growth(ours)
      allowed = 1.6 * longer
      if (attempt > 0 && grown <= allowed) return
      if (attempt === 0) continue
      theirs = again(theirs, (text) => plain.parse(text), small, large)
      allowed = 1.6 * Math.max(longer, growth(theirs))
      if (grown <= allowed) return
    }
  }
  expect(grown).toBeLessThan(allowed)
})

/** What micromark or its relatives take squared time for is not asked of it so deep. */
const depths: Record<string, number> = {
  brackets: 2_000,
  lists: 500,
  links: 500,
  spans: 500,
  'directives, each closed': 150,
  'directives that nothing ends': 2_000
}

test.each(Object.entries(deep))('%s in each other: no depth overflows the stack', (name, make) => {
  const source = make(depths[name] ?? 10_000)
  expect(render(source).html.length).toBeGreaterThan(0)
})

test('directives past the limit stand in the page as written, with a message', () => {
  const {html, messages} = render(Array.from({length: 60}, () => ':::{note}').join('\n'))
  expect(html).toContain(':::{note}')
  expect(messages.some(({ruleId, line}) => ruleId === 'too-deep' && line === 51)).toBe(true)
})
