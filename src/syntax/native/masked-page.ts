/**
 * A page as a plain engine may read it: where MyST stands, something stands that ends the same blocks and holds the
 * same place. Lines may come or go, so each keeps which line of the page it is, and how far its columns are moved.
 */
import type {RootContent} from 'mdast'
import type {Point, Position} from 'unist'
import type {DirectiveParts} from '../directive/build.js'
import type {HiddenAddresses} from './hidden-addresses.js'
import {type PageLines, pointAt} from './source-lines.js'
import {unsure} from './unsure.js'

/** What a thematic break or a heading stands for. */
export type BlockMark =
  /** A block without children; with `twin` the break after it ends it. */
  | {
      kind: 'leaf'
      build: (position: Position) => RootContent
      position: Position
      twin: boolean
      /** Where the content of its container begins, if that matters. */
      container: number | undefined
    }
  | {kind: 'twin'}
  | {kind: 'open'; parts: DirectiveParts; container: number}
  /** A heading, as are the two below it. */
  | {kind: 'argument'; position: Position}
  | {kind: 'term'; position: Position}
  /** A term of a glossary. */
  | {kind: 'paragraph'; position: Position}
  | {kind: 'close'; end: Point}

/** What a code span stands for. */
export type InlineMark =
  | {kind: 'math'; source: string; double: boolean}
  | {kind: 'substitution'; source: string}
  | {kind: 'attributes'; source: string}

/** Blocks in which nothing is masked: fenced code and raw HTML. */
export interface KeptBlock {
  type: 'code' | 'html'
  /** The last line, as the engine counts; `undefined` where the block ends with its container. */
  last: number | undefined
}

/** What stands for a part of a line. */
export interface LinePart {
  from: number
  text: string
}

/** The engine takes an underscore or an escaped star beside stars for a letter; in CommonMark they are punctuation. */
const starsAtLetter =
  /[^\s\p{P}\p{S}]\*+_|_\*+[^\s\p{P}\p{S}]|\\\*\*+[^\s\p{P}\p{S}]|[*_~][\x85\ufeff]|[\x85\ufeff][*_~]/u

/** Breaks are of underscores: no list begins with them, and nothing above them is a title. */
export class MaskedPage {
  readonly lines: string[] = []
  /** Lines by number, as the engine counts: from 1. */
  readonly blockMarks = new Map<number, BlockMark>()
  readonly keptBlocks = new Map<number, KeptBlock>()
  /** By offset in the page. */
  readonly inlineMarks = new Map<number, InlineMark>()
  /** Where descriptions begin, by the number of the line on which an item stands for one. */
  readonly descriptions = new Map<number, Point>()
  /** Whether the page shows addresses that are hidden. */
  hidesAddresses = false
  readonly addresses: HiddenAddresses
  readonly #lineOf: number[] = []
  readonly #shift: number[] = []
  readonly #shiftFrom: number[] = []
  readonly #page: PageLines

  constructor(page: PageLines, addresses: HiddenAddresses) {
    this.addresses = addresses
    this.#page = page
  }

  /** The number of the next line. */
  get next(): number {
    return this.lines.length + 1
  }

  /**
   * Add a line.
   *
   * @param line of the page it is, from 0.
   * @param shift how many columns further its characters stand in the page.
   * @param from the first column that is moved.
   */
  add(text: string, line: number, shift = 0, from = 0): void {
    this.lines.push(text)
    this.#lineOf.push(line)
    this.#shift.push(shift)
    this.#shiftFrom.push(from)
  }

  /** Add a break as wide as a line of the page behind its first columns, so that containers end where they do. */
  addBreak(prefix: string, line: number, mark: BlockMark): void {
    this.blockMarks.set(this.next, mark)
    const width = (this.#page.lines[line]?.length ?? 0) - prefix.length
    this.add(prefix + '_'.repeat(Math.max(width, 3)), line)
  }

  /** A point of the page; line and column count from 1, as the engine has them. A break may be wider than its line. */
  point(line: number, column: number): Point {
    const at = this.#lineOf[line - 1] ?? 0
    const isMoved = column > (this.#shiftFrom[line - 1] ?? 0)
    const index = column - 1 + (isMoved ? (this.#shift[line - 1] ?? 0) : 0)
    return pointAt(this.#page, at, Math.min(index, this.#page.lines[at]?.length ?? 0))
  }

  /** A line with its addresses hidden. */
  hide(line: string): string {
    if (starsAtLetter.test(line)) unsure('stars beside an underscore')
    const out = this.addresses.hide(line)
    if (out !== line) this.hidesAddresses = true
    return out
  }

  /** Hide parts of a line, in their order, behind other text of their length. */
  replace(line: number, parts: readonly LinePart[]): void {
    const old = this.lines[line - 1] ?? ''
    let out = ''
    let end = 0
    for (const {from, text} of parts) {
      out += old.slice(end, from) + text
      end = from + text.length
    }
    this.lines[line - 1] = out + old.slice(end)
  }
}
