/** Numbers of figures, tables, code, equations, proofs and sections, through all pages. */
import type {PageFinder} from './entries.js'
import type {NumberRules} from './number-config.js'
import {pagesOf, partsOf, rootPage} from './page-order.js'
import type {NumberedRecord, PageRecord} from './record.js'
import {sectionNumbers} from './section-numbers.js'

/** The number that something got. */
export interface GivenNumber {
  kind: string
  /** As `1`, `2.1` or `3b`. */
  number: string
  /** How a reference says it, as `Fig. %s`. */
  template: string
}

/** Asks for numbers; they are given when the first is asked for. */
export interface Numbers {
  /** Of a block, by its place among the page's numbered blocks. */
  block(page: string, ordinal: number | undefined): GivenNumber | undefined
  /** Of a section, by any id of its heading. */
  section(page: string, id: string | undefined): GivenNumber | undefined
}

export interface NumbersOptions {
  finder: PageFinder
  rules: NumberRules
  /** The page that all others hang on. */
  index?: string | undefined
}

/** Number a project. Linear in its records. */
export function createNumbers(options: NumbersOptions): Numbers {
  // Headings are asked for on each page, blocks on few.
  let sections: SectionNumbers | undefined
  let blocks: BlockNumbers | undefined
  const sectionsOfAll = (): SectionNumbers => {
    sections ??= sectionNumbers(options)
    return sections
  }
  const blocksOfAll = (): BlockNumbers => {
    blocks ??= blockNumbers(options, sectionsOfAll())
    return blocks
  }
  const places = new Map<string, ReadonlyMap<string, number>>()
  return {
    block: (page, ordinal) => (ordinal === undefined ? undefined : blocksOfAll().get(page)?.[ordinal]),
    section(page, id) {
      const number = sectionsOfAll().get(page)?.[id === undefined ? 0 : headingAt(page, id)]
      return (
        number && {kind: 'section', number: number.join('.'), template: options.rules('section').template}
      )
    }
  }

  function headingAt(page: string, id: string): number {
    const old = places.get(page)
    if (old) return old.get(id) ?? -1
    const known = new Map<string, number>()
    places.set(page, known)

    const headings = options.finder.pages.get(page)?.record.headings ?? []
    for (const [at, {anchors}] of headings.entries()) for (const anchor of anchors) known.set(anchor, at)
    return known.get(id) ?? -1
  }
}

/** Of a block; `undefined` for one that has none. */
type Given = GivenNumber | undefined

/** By page, in the order of its blocks. */
type BlockNumbers = ReadonlyMap<string, readonly Given[]>

/** By page, by heading. */
export type SectionNumbers = ReadonlyMap<string, readonly (readonly number[] | undefined)[]>

function blockNumbers({finder, rules, index}: NumbersOptions, sections: SectionNumbers): BlockNumbers {
  const out = new Map<string, Given[]>()
  const counts = new Map<string, number>()
  const root = rootPage(finder, index)
  // A stack, not a recursion: a chain of pages may be long.
  if (root) visit(root, [])
  for (const {record} of finder.pages.values()) visit(record, [])
  return out

  function visit(first: PageRecord, outer: readonly number[]): void {
    const stack: Iterator<undefined | {record: PageRecord; section: readonly number[]}>[] = [
      walk(first, outer)
    ]
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const {done, value} = top.next()
      if (done) stack.pop()
      else if (value) stack.push(walk(value.record, value.section))
    }
  }

  /** Number a page's blocks; yields each page that a toctree between them lists. */
  function* walk(
    record: PageRecord,
    outer: readonly number[]
  ): Generator<{record: PageRecord; section: readonly number[]}, undefined> {
    if (out.has(record.page)) return
    const given: Given[] = []
    out.set(record.page, given)
    const numbered = sections.get(record.page)
    const above: {depth: number; section: readonly number[]}[] = []
    let next = 0
    const section = (): readonly number[] => above.at(-1)?.section ?? outer
    const numberWhile = (stands: (block: NumberedRecord, at: number) => boolean): void => {
      for (let block = record.numbers[next]; block && stands(block, next); block = record.numbers[++next])
        given.push(numberOf(record.page, block, section(), given))
    }
    for (const part of partsOf(record)) {
      if ('heading' in part) {
        numberWhile((block) => block.after <= part.heading)
        const depth = record.headings[part.heading]?.depth ?? 1
        while ((above.at(-1)?.depth ?? 0) >= depth) above.pop()
        above.push({depth, section: numbered?.[part.heading] ?? section()})
      } else {
        numberWhile((_, at) => at < part.toc.blocks)
        const here = section()
        for (const page of pagesOf(part.toc, record.page, finder)) yield {record: page, section: here}
      }
    }
    numberWhile(() => true)
    return
  }

  function numberOf(page: string, block: NumberedRecord, section: readonly number[], given: Given[]): Given {
    const {enabled, start, template, continue: goesOn, sectionDepth, uncaptioned} = rules(block.kind)
    if (block.own === false || !enabled || !(block.captioned || uncaptioned)) return
    const make = (number: string): GivenNumber => ({kind: block.kind, number, template})
    if (block.own !== undefined) return make(block.own)
    if (block.part !== undefined) {
      const whole = given[block.part]
      return whole && make(whole.number + letters(count(`${page}#${block.part}`, 1)))
    }
    const prefix = section.slice(0, sectionDepth)
    const where = `${block.kind} ${goesOn ? '' : page} ${prefix.join('.')}`
    return make([...prefix, count(where, start)].join('.'))
  }

  function count(where: string, start: number): number {
    const number = counts.get(where) ?? start
    counts.set(where, number + 1)
    return number
  }
}

/** 1 is a, 26 is z, 27 is aa. */
function letters(number: number): string {
  let out = ''
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    out = String.fromCharCode(97 + ((rest - 1) % 26)) + out
  return out
}
