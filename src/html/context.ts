/** What the element functions are given. */
import type {Nodes, RootContent} from 'mdast'
import type {Report} from '../ast/report.js'
import type {Highlight} from './code-elements.js'
import type {IconSource} from './icons.js'
import type {MathRenderer} from './math.js'
import type {WordKey} from './words.js'

export interface ElementContext {
  /** Elements of some nodes. */
  all(children: readonly RootContent[]): RootContent[]
  word(key: WordKey): string
  /** Where drawings are; without one, icons are named spans. */
  icons: IconSource | undefined
  /** Colours code, if anything does. */
  highlight?: Highlight | undefined
  /** An id or name that nothing else on the page has: the prefix of ids, the stem, and a running number from 0. */
  unique(stem: string): string
  /** Draws formulas; without one their TeX is shown. */
  math: MathRenderer | undefined
  report: Report
}

/**
 * Turns a node into what a host can draw: itself with `data`, other nodes, or nothing. (A method's type, so that one
 * table can hold functions for different nodes.)
 */
export type ToElement<N extends Nodes = Nodes> = {
  draw(node: N, context: ElementContext): RootContent | RootContent[]
}['draw']
