/** Labels of works and their order: alpha, numbers, author and year, as BibTeX's styles have them. */
import {lastName, type Person, personsOf, plain, type Work} from './work.js'

/** A style of bibliographies: BibTeX's names, and `author_year`. */
export type BibStyle = (typeof bibStyles)[number]

/** What authors may write. */
export const bibStyles = ['alpha', 'plain', 'unsrt', 'unsrtalpha', 'author_year'] as const

/** A work with its label. */
export interface LabelledWork {
  work: Work
  label: string
}

/**
 * The style of a name; the names of BibTeX's variants count as what they vary.
 *
 * @example
 * bibStyle('plainnat') // 'author_year'
 */
export function bibStyle(name: string | undefined): BibStyle | undefined {
  switch (name?.toLowerCase().replaceAll('-', '_')) {
    case undefined:
    case '':
    case 'alpha':
      return 'alpha'
    case 'plain':
    case 'abbrv':
    case 'acm':
    case 'siam':
      return 'plain'
    case 'unsrt':
    case 'ieeetr':
      return 'unsrt'
    case 'unsrtalpha':
      return 'unsrtalpha'
    case 'author_year':
    case 'plainnat':
    case 'apa':
      return 'author_year'
    default:
      return undefined
  }
}

/** Works in the order of a style, with their labels; they come in the order in which they were cited. */
export function labelWorks(works: readonly Work[], style: BibStyle): LabelledWork[] {
  const ordered = style.startsWith('unsrt') ? [...works] : sorted(works)
  if (style === 'plain' || style === 'unsrt')
    return ordered.map((work, index) => ({work, label: String(index + 1)}))
  const labels = ordered.map(style === 'author_year' ? authorYearLabel : alphaLabel)
  return withLetters(ordered, labels)
}

/** Equal labels get `a`, `b` … */
function withLetters(works: readonly Work[], labels: readonly string[]): LabelledWork[] {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  const used = new Map<string, number>()
  return works.map((work, index) => {
    const label = labels[index] ?? ''
    const nth = used.get(label) ?? 0
    used.set(label, nth + 1)
    return {work, label: (counts.get(label) ?? 0) > 1 ? label + letters(nth) : label}
  })
}

function letters(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26))
  return index < 26 ? letter : letters(Math.floor(index / 26) - 1) + letter
}

function sorted(works: readonly Work[]): Work[] {
  const keyed = works.map((work) => ({
    work,
    key: [personsOf(work).map(sortName).join('   ') || work.key, work.year, plain(work.title)].map((part) =>
      bare(part).toLowerCase()
    )
  }))
  keyed.sort((a, b) => compare(a.key, b.key))
  return keyed.map(({work}) => work)
}

function compare(a: readonly string[], b: readonly string[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index] ?? ''
    if (part !== other) return part < other ? -1 : 1
  }
  return 0
}

const sortName = ({von = '', family, given = ''}: Person): string => `${von} ${family}  ${given}`.trim()

/** Letters without accents. */
function bare(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '')
}

/** `Knu84`, `GMS93`, `PGH+11`. */
function alphaLabel(work: Work): string {
  const persons = personsOf(work)
  const names =
    persons.length > 1
      ? persons
          .slice(0, persons.length > 4 ? 3 : persons.length)
          .map(initials)
          .join('') + (persons.length > 4 ? '+' : '')
      : persons[0]
        ? onlyName(persons[0])
        : work.key.slice(0, 3)
  return names + work.year.slice(-2)
}

function onlyName(person: Person): string {
  const first = initials(person)
  return first.length > 1
    ? first
    : bare(person.family)
        .replace(/[^\p{L}\p{N}]/gu, '')
        .slice(0, 3)
}

function initials(person: Person): string {
  if (person.family === 'others') return '+'
  return bare(lastName(person))
    .split(/\s+/)
    .map((part) => /[\p{L}\p{N}]/u.exec(part)?.[0] ?? '')
    .join('')
}

function authorYearLabel(work: Work): string {
  return [shortNames(work), work.year].filter(Boolean).join(', ')
}

/**
 * Names as a sentence has them: all, or the first and `et al.` of more than two; the title where nobody is named.
 *
 * @example
 * shortNames(work) // 'Holdgraf et al.'
 */
export function shortNames(work: Work, all = false): string {
  const names = personsOf(work).map(lastName)
  if (names.length === 0) return plain(work.title) || work.key
  if (names.length > 2 && !all) return `${names[0]} et al.`
  return joinNames(names)
}

/** `A`, `A and B`, `A, B, and C`; `others` is `et al.`. */
export function joinNames(names: readonly string[]): string {
  const known = names.filter((name) => name !== 'others')
  if (known.length < names.length) return `${known.join(', ')} et al.`
  if (known.length < 3) return known.join(' and ')
  return `${known.slice(0, -1).join(', ')}, and ${known.at(-1)}`
}
