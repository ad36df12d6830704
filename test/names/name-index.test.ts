import fc from 'fast-check'
import {expect, test} from 'vitest'
import {endNear, endOf, nameIndex} from '../../src/names/name-index.js'

test('the end of a run is the same, whether it is looked for near or anywhere', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(200), {maxLength: 60}),
      fc.nat(60),
      fc.nat(200),
      (numbers, low, last) => {
        const padded = (number: number): string => String(number).padStart(3, '0')
        const {forwards} = nameIndex(numbers, padded)
        const start = Math.min(low, forwards.length)
        const holds = (text: string): boolean => text <= padded(last)
        expect(endNear(forwards, start, holds)).toBe(endOf(forwards, start, holds))
      }
    )
  )
})

test('few of many names are asked where the end is near', () => {
  const {forwards} = nameIndex(
    Array.from({length: 10_000}, (_, index) => index),
    (index) => String(index).padStart(5, '0')
  )
  let asked = 0
  const end = endNear(forwards, 100, (text) => {
    asked++
    return text < '00103'
  })
  expect(end).toBe(103)
  expect(asked).toBeLessThan(6)
})
