import {existsSync, readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {z} from 'zod'
import {
  headingId,
  makeId,
  normalizeClassNames,
  normalizeLabel,
  slugify,
  uniqueSlug
} from '../../src/names/labels.js'
import {cpuNow} from '../support.js'

const shared = new URL('../../../shared/cases/myst-parser.json', import.meta.url)

describe.skipIf(!existsSync(shared))('cases of MyST-Parser (from ../shared)', () => {
  const slugCase = z.object({
    group: z.literal('slugify'),
    input: z.string(),
    expected: z.string(),
    config: z.object({preset: z.enum(['github', 'gitlab', 'docutils'])})
  })
  const uniqueCase = z.object({
    group: z.literal('unique_slug'),
    input: z.object({slug: z.string(), existing: z.array(z.string())}),
    expected: z.string()
  })
  const {cases} = existsSync(shared)
    ? z.object({cases: z.array(z.unknown())}).parse(JSON.parse(readFileSync(shared, 'utf8')))
    : {cases: []}

  test('slugify', () => {
    const own = cases.map((d) => slugCase.safeParse(d).data).filter((d) => d !== undefined)
    expect(own.length).toBeGreaterThan(0)
    for (const {input, config, expected} of own) {
      expect(slugify(input, config.preset), `${config.preset}: ${input}`).toBe(expected)
    }
  })

  test('unique_slug', () => {
    const own = cases.map((d) => uniqueCase.safeParse(d).data).filter((d) => d !== undefined)
    expect(own.length).toBeGreaterThan(0)
    for (const {input, expected} of own) {
      expect(uniqueSlug(input.slug, new Set(input.existing))).toBe(expected)
    }
  })
})

describe('normalizeLabel', () => {
  test.each([
    ['Road Map', 'road map'],
    ['  Road \n\t map ', 'road map'],
    ['road\u00a0map', 'road map'],
    ['fig:One_two', 'fig:one_two'],
    ['ΟΔΟΣ', 'οδος'],
    ['cafe\u0301', 'caf\u00e9'],
    ['', '']
  ])('%j is stored as %j', (label, expected) => {
    expect(normalizeLabel(label)).toBe(expected)
  })
})

describe('makeId', () => {
  test.each([
    ['Road Map', 'road-map'],
    ['4.2 Releases', 'releases'],
    ['-- road -- map --', 'road-map'],
    ['snake_case.name:x', 'snake-case-name-x'],
    ['Größe', 'grosze'],
    ['Ærø Œdipus Łódź Đakovo', 'aero-oedipus-lodz-dakovo'],
    ['ħıŧƀȸȹɏ', 'hitbdbqpy'],
    ['Crème brûlée', 'creme-brulee'],
    ['ﬁne Ⅳ', 'fine-iv'],
    ['a\u2028b', 'ab'],
    ['a\u00a0b', 'a-b'],
    ['Дорога', ''],
    ['2024', ''],
    ['', '']
  ])('%j is %j', (text, expected) => {
    expect(makeId(text)).toBe(expected)
  })

  test('every id has the form that docutils promises', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (text) => {
        expect(makeId(text)).toMatch(/^([a-z](-?[a-z0-9]+)*)?$/)
        expect(makeId(makeId(text))).toBe(makeId(text))
      })
    )
  })
})

describe('slugify', () => {
  test.each([
    ['Road & map', 'road--map', 'road-map', 'road-map'],
    ['v1.0 (beta)', 'v10-beta', 'v10-beta', 'v1-0-beta'],
    ['42', '42', 'anchor-42', ''],
    [' Road ', '-road-', 'road', 'road'],
    ['snake_case', 'snake_case', 'snake_case', 'snake-case'],
    ['Дорога домой', 'дорога-домой', 'дорога-домой', ''],
    ['地図 #1', '地図-1', '地図-1', ''],
    ['…', '', '', '']
  ])('%j is %j on GitHub, %j on GitLab, %j in docutils', (title, github, gitlab, docutils) => {
    expect(slugify(title, 'github')).toBe(github)
    expect(slugify(title, 'gitlab')).toBe(gitlab)
    expect(slugify(title, 'docutils')).toBe(docutils)
  })
})

describe('uniqueSlug', () => {
  function inOrder(...slugs: string[]): string[] {
    const taken = new Set<string>()
    return slugs.map((d) => {
      const unique = uniqueSlug(d, taken)
      taken.add(unique)
      return unique
    })
  }

  test('numbers are counted on the first slug, and go round headings that have one written out', () => {
    expect(inOrder('log', 'log', 'log', 'log-1', 'log')).toEqual([
      'log',
      'log-1',
      'log-2',
      'log-1-1',
      'log-3'
    ])
  })

  test.each([
    [[], 'log'],
    [['log'], 'log-1'],
    [['log', 'log-1'], 'log-2'],
    [['log', 'log-2'], 'log-1'],
    [['log-1'], 'log']
  ])('beside %j it is %j', (taken, expected) => {
    expect(uniqueSlug('log', new Set(taken))).toBe(expected)
  })

  test('takes nothing itself', () => {
    const taken = new Set(['log'])
    expect([uniqueSlug('log', taken), uniqueSlug('log', taken)]).toEqual(['log-1', 'log-1'])
    expect(taken.size).toBe(1)
  })

  test('thousands of headings of one name do not slow it down', () => {
    const started = cpuNow()
    const slugs = inOrder(...Array.from({length: 50_000}, () => 'fixed'))
    expect(slugs.at(-1)).toBe('fixed-49999')
    expect(cpuNow() - started).toBeLessThan(2000)
  })
})

test.each([
  ['Our 3 goals', 'our-3-goals'],
  ['地図', '地図'],
  ['2024', '2024'],
  [' 地図 2 ', '地図-2'],
  ['?!', 'section'],
  ['🎉 🎊', 'section'],
  ['\u1112\u1161\u11ab', '한'],
  ['', 'section']
])('the id of the heading %j is %j', (text, expected) => {
  expect(headingId(text)).toBe(expected)
})

test.each([
  ['sd-m-2', ['sd-m-2']],
  ['sd-m-2 sd-p-0', ['sd-m-2', 'sd-p-0']],
  ['C_d', ['c-d']],
  ['[one, Two]', ['one', 'two']],
  ['[\'one\', "two"]', ['one', 'two']],
  ['one,two', ['one', 'two']],
  ['2col 42 x', ['col', 'x']],
  ['w-[10px]', ['w-10px']],
  [' \n ', []],
  ['[]', []]
])('the class names in %j are %j', (value, expected) => {
  expect(normalizeClassNames(value)).toEqual(expected)
})
