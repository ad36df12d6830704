/** Numbers of sections: below a `:numbered:` toctree as Sphinx gives them, or of all pages as mystmd does. */
import type {NumbersOptions, SectionNumbers} from './numbers.js'
import {pagesOf, partsOf, readingOrder} from './page-order.js'
import type {PageRecord, TocRecord} from './record.js'

/** Number the sections of a project; a page that two toctrees list keeps its first number. */
export function sectionNumbers({finder, rules, index}: NumbersOptions): SectionNumbers {
  const out = new Map<string, (readonly number[] | undefined)[]>()
  let counts = [0]
  for (const {record} of finder.pages.values()) {
    for (const toc of record.tocs) {
      if (toc.numbered === undefined) continue
      // Every numbered toctree begins anew, as in Sphinx.
      if (!toc.goesOn) counts = [0]
      walkToc(toc, record, counts, toc.numbered || Number.POSITIVE_INFINITY)
    }
  }
  const {enabled, start, continue: goesOn} = rules('section')
  const titled = rules('title').enabled
  if (enabled || titled) numberPages(start, goesOn)
  return out

  function walkToc(toc: TocRecord, owner: PageRecord, stack: number[], depth: number): void {
    if (depth <= 0) return
    for (const record of pagesOf(toc, owner.page, finder)) {
      if (!out.has(record.page) && record !== owner) walkPage(record, stack, depth)
    }
  }

  /** `stack` counts at the level where the page stands; deeper levels are added behind it. */
  function walkPage(record: PageRecord, stack: number[], depth: number): void {
    const numbers: (readonly number[] | undefined)[] = []
    out.set(record.page, numbers)
    const base = stack.length
    const above: number[] = []
    for (const part of partsOf(record)) {
      if ('heading' in part) {
        const own = record.headings[part.heading]?.depth ?? 1
        while (above.length > 0 && (above.at(-1) ?? 0) >= own) above.pop()
        stack.length = Math.min(stack.length, base + above.length)
        while (stack.length < base + above.length) stack.push(0)
        stack.push((stack.pop() ?? 0) + 1)
        numbers.push(depth - above.length > 0 ? [...stack] : undefined)
        above.push(own)
      } else {
        if (part.toc.behind) {
          above.length = Math.min(above.length, 1)
          stack.length = Math.min(stack.length, base + above.length)
        }
        while (stack.length < base + above.length) stack.push(0)
        walkToc(part.toc, record, stack, depth - above.length)
      }
    }
    stack.length = base
  }

  /** mystmd: the title has no number if nobody asks for one, what stands below it is counted. */
  function numberPages(start: number, goesOn: boolean): void {
    let last = start - 1
    for (const record of readingOrder(finder, index)) {
      if (out.has(record.page)) continue
      const top = record.headings[0]?.depth === 1 ? 1 : 0
      const counts: number[] = [goesOn || titled ? last : start - 1]
      // A title that is no heading counts all the same.
      if (titled && !top) counts[0] = ++last
      out.set(
        record.page,
        record.headings.map(({depth}) => {
          const level = depth - top + Number(titled)
          if (level < 1 || (level > 1 && !enabled)) return undefined
          counts.length = Math.min(counts.length, level)
          while (counts.length < level) counts.push(0)
          counts.push((counts.pop() ?? 0) + 1)
          return [...counts]
        })
      )
      last = counts[0] ?? last
    }
  }
}
