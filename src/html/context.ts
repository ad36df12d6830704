/** What the element functions are given. */
import type {Element, ElementContent, Properties} from 'hast'
import type {Code, Image, Nodes, RootContent} from 'mdast'
import type {Report} from '../ast/report.js'
import type {Highlight} from './code-elements.js'
import type {IconSource} from './icons.js'
import type {MathRenderer} from './math.js'
import type {WordKey} from './words.js'

/** What a node is drawn as: mdast that says which elements it is, for any host, or hast. */
export type Drawn = RootContent | ElementContent

export interface ElementContext<D extends Drawn = RootContent> {
  /** Elements of some nodes. */
  all(children: readonly RootContent[]): D[]
  /**
   * Make an element.
   *
   * @param properties as hast has them; `undefined`, `false` and empty class lists are left out.
   */
  element(tag: string, properties: Properties, children?: D[]): D
  /**
   * An element that is made already, with all in it.
   *
   * @param isFresh nobody else has any of it, and no raw HTML is in it: it need not be copied.
   */
  fixed(element: Element, isFresh?: boolean): D
  /** A node of Markdown's own, as any mdast-to-hast draws it. */
  plain(node: Code | Image): D
  text(value: string): D
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

/** Turns a node into elements of whichever kind the context makes. */
export type DrawNode<N extends Nodes = Nodes> = {
  draw<D extends Drawn>(node: N, context: ElementContext<D>): D | D[]
}['draw']
