/** What element functions are given of a page. */
import type {Report} from '../ast/report.js'
import type {Highlight} from './code-elements.js'
import type {Drawn, ElementContext} from './context.js'
import type {IconSource} from './icons.js'
import type {MathRenderer} from './math.js'
import {englishWords, type WordKey} from './words.js'

export interface PageOptions {
  icons?: IconSource | undefined
  highlight?: Highlight | undefined
  /** Draws formulas. */
  math?: MathRenderer | undefined
  idPrefix: string
  /** A language's words, over the English ones. */
  words?: Partial<Record<WordKey, string>> | undefined
  report: Report
}

/** How nodes are made of the kind that the page is drawn as. */
export type Makers<D extends Drawn> = Pick<ElementContext<D>, 'all' | 'element' | 'fixed' | 'plain' | 'text'>

/** Make the context of a page: its words, and names that are used once. */
export function pageContext<D extends Drawn>(
  {icons, highlight, math, idPrefix, words, report}: PageOptions,
  makers: Makers<D>
): ElementContext<D> {
  const counts = new Map<string, number>()
  return {
    ...makers,
    icons,
    highlight,
    math,
    report,
    word: (key) => words?.[key] ?? englishWords[key],
    unique(stem) {
      const count = counts.get(stem) ?? 0
      counts.set(stem, count + 1)
      return `${idPrefix}${stem}-${count}`
    }
  }
}
