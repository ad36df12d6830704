import fc from 'fast-check'
import {expect, test} from 'vitest'
import {render} from '../../src/node/index.js'
import {caseSources} from '../syntax/support/cases.js'
import {anyDocument, plausibleDocument} from '../syntax/support/documents.js'
import {ownPages} from '../syntax/support/pages.js'
import {expectSame} from './engines.js'
import {mutatedPages} from './support/mutations.js'

/** Two and a half times as many as for positions: 50,000 in CI. */
const numRuns = Math.ceil(Number(process.env.MYSTMARK_DOCUMENTS ?? 5000) * 2.5)
const seed = Number(process.env.MYSTMARK_SEED ?? 20_261_126)
console.log(`random documents for both engines: ${numRuns}, seed ${seed} (MYSTMARK_DOCUMENTS, MYSTMARK_SEED)`)

test('both engines give the same tree, positions included', {timeout: 1_800_000}, () => {
  let fast = 0
  fc.assert(
    fc.property(fc.oneof(anyDocument, plausibleDocument), (source) => {
      if (expectSame(source)) fast++
    }),
    {numRuns, seed}
  )
  console.log(`${fast} of ${numRuns} documents were parsed by the native engine`)
  // Half of them are what nobody would write.
  expect(fast).toBeGreaterThan(numRuns / 6)
})

/** Pages of our own, and the inputs of our cases. */
const pages = [...ownPages(), ...caseSources()]
  .map(({source}) => source)
  .filter((source) => source.length < 20_000)

test('both engines give the same tree on mutated pages', {timeout: 1_800_000}, () => {
  let fast = 0
  fc.assert(
    fc.property(mutatedPages(pages), (source) => {
      if (expectSame(source)) fast++
    }),
    {numRuns, seed: seed + 2}
  )
  console.log(`${fast} of ${numRuns} mutated pages were parsed by the native engine`)
  expect(fast).toBeGreaterThan(numRuns / 2)
})

test('and so the same messages and HTML', {timeout: 1_800_000}, () => {
  fc.assert(
    fc.property(anyDocument, (source) => {
      const [one, other] = [render(source), render(source, {engine: 'remark'})]
      if (!one.parsedBy.startsWith('native')) return
      expect(one.html).toBe(other.html)
      expect(one.messages.map(String)).toEqual(other.messages.map(String))
    }),
    {numRuns: Math.ceil(numRuns / 25), seed: seed + 1}
  )
})
