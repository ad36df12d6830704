/** Works as a bibliography needs them, whatever read them. */

/** Who wrote or edited a work. */
export interface Person {
  /** Family name, or the name of a body. */
  family: string
  given?: string | undefined
  /** `van der`, `de`. */
  von?: string | undefined
  /** `Jr.`. */
  suffix?: string | undefined
}

/** One entry of a `.bib` file; texts may hold `<i>`, `<b>`, `<sup>` and `<sub>`. */
export interface Work {
  key: string
  /** As in the file, lower-case: `article`. */
  type: string
  authors: Person[]
  editors: Person[]
  title: string
  /** As written, mostly four digits. */
  year: string
  month?: number | undefined
  /** Journal, book or conference. */
  container?: string | undefined
  series?: string | undefined
  volume?: string | undefined
  number?: string | undefined
  pages?: string | undefined
  edition?: string | undefined
  /** Also the school or the institution. */
  publisher?: string | undefined
  place?: string | undefined
  /** `PhD thesis`, `Technical report`. */
  genre?: string | undefined
  howPublished?: string | undefined
  note?: string | undefined
  url?: string | undefined
  doi?: string | undefined
  eprint?: string | undefined
  /** All fields as in the file, for filters. */
  fields: Readonly<Record<string, string>>
}

/** Something wrong in a `.bib` file. */
export interface BibFault {
  reason: string
  /** Counted from 1. */
  line: number
}

/** Reads a `.bib` file; a fault costs one entry. */
export type ReadBib = (text: string) => {works: Work[]; faults: BibFault[]}

const months = 'January February March April May June July August September October November December'.split(
  ' '
)

/** `May 1905`. */
export function dateOf({year, month}: Work): string {
  return [month === undefined ? undefined : months[month - 1], year].filter(Boolean).join(' ')
}

/** Who stands for the work: authors, else editors. */
export function personsOf({authors, editors}: Work): readonly Person[] {
  return authors.length > 0 ? authors : editors
}

/** `van der Berg`. */
export function lastName({von, family}: Person): string {
  return [von, family].filter(Boolean).join(' ')
}

/** A text without its tags. */
export function plain(text: string): string {
  return text.replace(/<\/?(?:i|b|em|strong|sup|sub|span)(?: [^>]*)?>/g, '')
}
