/** Kinds whose square shows in large pages alone, on the engine that is the default. */
import {expect, test} from 'vitest'
import {parse, render} from '../../src/node/index.js'
import {hostile} from './inputs.js'

/** The least time of the processor of some runs. */
function seconds(run: () => unknown): number {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < 3; round++) {
    const before = process.cpuUsage()
    run()
    const {user, system} = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1e6)
  }
  return least
}

function pageOf(name: string, length: number): string {
  const make = hostile[name]
  if (!make) throw new Error(`no kind "${name}"`)
  return make(Math.ceil((length * 4) / make(4).length))
}

test('attribute lines above one paragraph: a large page costs what its size does', () => {
  const small = pageOf('attribute lines above one paragraph', 100_000)
  const large = pageOf('attribute lines above one paragraph', 500_000)
  const before = seconds(() => render(small))
  const after = seconds(() => render(large))
  expect(after / before).toBeLessThan((2 * large.length) / small.length)
})

test('roles cost no more where much else stands in the page', () => {
  const roles = pageOf('roles that nothing ends', 50_000)
  const rest = 'a'.repeat(10_000_000)
  const apart = seconds(() => parse(roles)) + seconds(() => parse(rest))
  const together = seconds(() => parse(`${roles}\n\n${rest}`))
  expect(together).toBeLessThan(2 * apart)
})
