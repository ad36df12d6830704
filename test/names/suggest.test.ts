import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {nameIndex} from '../../src/names/name-index.js'
import {nearest, suggest} from '../../src/names/suggest.js'
import {cpuNow} from '../support.js'

describe('suggest', () => {
  test.each([
    ['a letter left out', 'contribte', ['index', 'contribute'], ['contribute']],
    ['a letter too many', 'colour', ['link', 'color'], ['color']],
    ['two letters swapped', 'lable', ['label', 'table'], ['label', 'table']],
    ['another case', 'Team', ['about', 'team'], ['team']],
    ['a label with a colon', 'team:membrs', ['team:join', 'team:members'], ['team:members']],
    ['the index of a folder', 'team', ['about', 'steam', 'team/index'], ['team/index', 'steam']],
    ['a folder for its index', 'team/index', ['team', 'about'], ['team']],
    ['another folder', 'team', ['about/team', 'about/work'], ['about/team']],
    ['another folder, with a folder given', 'home/team', ['about/team', 'home/work'], ['about/team']],
    ['a slip within another folder', 'membrs', ['about/members', 'about/work'], ['about/members']],
    ['the last part of a dotted name', 'norm', ['numpy.linalg.norm', 'numpy.sum'], ['numpy.linalg.norm']],
    ['a file for its page', './team.md', ['team', 'about'], ['team']],
    ['a file for a file', 'temas.md', ['about.md', 'teams.md'], ['teams.md']],
    ['the beginning of a name', 'contrib', ['about', 'contribute-docs'], ['contribute-docs']],
    ['more than the name', 'install-guide', ['about', 'install'], ['install']]
  ])('%s', (_, wanted, candidates, expected) => {
    expect(suggest(wanted, candidates)).toEqual(expected)
  })

  test('the nearest comes first, and of equals the first given', () => {
    expect(suggest('install', ['instal-it', 'instalx', 'instally', 'installs'])).toEqual([
      'instalx',
      'instally',
      'installs'
    ])
  })

  test('a slip in the folder comes before the same page of another folder', () => {
    expect(suggest('abuot/team', ['home/team', 'about/team'])).toEqual(['about/team', 'home/team'])
  })

  test.each([
    ['nothing near', 'federation', ['index', 'contribute']],
    ['short names that differ', 'ab', ['ac', 'cb']],
    ['the name itself', 'team', ['team']],
    ['nothing wanted', '  ', ['a', '']],
    ['nothing to choose from', 'team', []]
  ])('suggests nothing for %s', (_, wanted, candidates) => {
    expect(suggest(wanted, candidates)).toEqual([])
  })

  test('gives each name once, and at most as many as asked for', () => {
    expect(suggest('team', ['teams', 'teams', 'steam', 'tea', 'beam'])).toEqual(['teams', 'steam', 'tea'])
    expect(suggest('team', ['teams', 'steam'], 1)).toEqual(['teams'])
    expect(suggest('team', ['teams'], 0)).toEqual([])
  })

  test('neither the ending of a page nor a mark of this folder counts', () => {
    expect(suggest('./team.rst', ['team.md', 'about'])).toEqual(['team.md'])
    expect(suggest('about/team.md', ['team'])).toEqual(['team'])
  })

  test('tens of thousands of names made ready once answer as fast as a few thousand', () => {
    const cost = (count: number): number => {
      const names = Array.from({length: count}, (_, index) => `guide/contribute-${(index * 7919) % 19_997}`)
      const index = nameIndex(names, (name) => name)
      const asked = Array.from({length: 100}, (_, nth) => names[nth * 3] ?? '')
      // The least of some runs is what it costs; all above it is noise.
      const runs = [1, 2, 3, 4].map(() => {
        const started = cpuNow()
        for (const name of asked) nearest(name.replace('ibu', 'bu'), [index])
        return cpuNow() - started
      })
      for (const name of asked) expect(nearest(name.replace('ibu', 'bu'), [index])).toContain(name)
      return Math.min(...runs)
    }
    cost(1000)
    expect(cost(20_000)).toBeLessThan(7 * cost(2000))
  })

  test('of several indexes the first comes first among equals', () => {
    const index = (...names: string[]) => nameIndex(names, (name) => name)
    expect(nearest('team', [index('teams'), index('team/index', 'beam')])).toEqual([
      'team/index',
      'teams',
      'beam'
    ])
  })

  test('texts of absurd length take a moment', () => {
    const long = 'ab'.repeat(50_000)
    const started = cpuNow()
    expect(suggest(long, [`c${long}`, 'ba'.repeat(50_000), '/'.repeat(100_000)])).toEqual([])
    expect(suggest('team', ['a/'.repeat(50_000), 'a.'.repeat(50_000), 'teams'])).toEqual(['teams'])
    expect(cpuNow() - started).toBeLessThan(1500)
  })

  test('edits are counted as a full table would count them', () => {
    const word = fc.string({unit: fc.constantFrom('a', 'b', 'c'), minLength: 3, maxLength: 14})
    fc.assert(
      fc.property(word, word, (wanted, other) => {
        const allowed = Math.min(3, Math.ceil(wanted.length / 5))
        const near = wanted !== other && fullTable(wanted, other) <= allowed
        const begin =
          other.startsWith(wanted) || (wanted.startsWith(other) && other.length * 2 >= wanted.length)
        expect(suggest(wanted, [other])).toEqual(near || (wanted !== other && begin) ? [other] : [])
      }),
      {numRuns: 5000}
    )
  })

  test('among many names the nearest is found', () => {
    const word = fc.string({unit: fc.constantFrom('a', 'b', 'c'), minLength: 6, maxLength: 14})
    fc.assert(
      fc.property(word, fc.array(word, {minLength: 1, maxLength: 60}), (wanted, names) => {
        const others = names.filter((name) => name !== wanted)
        const least = Math.min(...others.map((name) => fullTable(wanted, name)))
        const [first] = suggest(wanted, others)
        if (least === 1) expect(fullTable(wanted, first ?? '')).toBe(1)
      }),
      {numRuns: 1000}
    )
  })

  test('a name is found among others as it is alone', () => {
    const word = fc.string({unit: fc.constantFrom('a', 'b', '/', '.', '-'), minLength: 3, maxLength: 12})
    fc.assert(
      fc.property(word, fc.uniqueArray(word, {minLength: 1, maxLength: 60}), (wanted, names) => {
        const alone = names.filter((name) => suggest(wanted, [name]).length > 0)
        expect(suggest(wanted, names, names.length).toSorted()).toEqual(alone.toSorted())
      }),
      {numRuns: 1000}
    )
  })
})

/** Letters added, dropped, changed, or swapped with their neighbour: the textbook's table. */
function fullTable(a: string, b: string): number {
  const table = Array.from({length: a.length + 1}, (_, y) =>
    Array.from({length: b.length + 1}, (_, x) => x + y)
  )
  const at = (y: number, x: number) => table[y]?.[x] ?? Number.POSITIVE_INFINITY
  for (let y = 1; y <= a.length; y++) {
    for (let x = 1; x <= b.length; x++) {
      const change = a[y - 1] === b[x - 1] ? 0 : 1
      const swap =
        a[y - 1] === b[x - 2] && a[y - 2] === b[x - 1] ? at(y - 2, x - 2) + 1 : Number.POSITIVE_INFINITY
      const row = table[y]
      if (row) row[x] = Math.min(at(y - 1, x) + 1, at(y, x - 1) + 1, at(y - 1, x - 1) + change, swap)
    }
  }
  return at(a.length, b.length)
}
