/**
 * A page as a plain engine may read it: where MyST stands, something stands that ends the same blocks and holds the
 * same place. Lines may come or go, so each keeps which line of the page it is, and how far its columns are moved.
 */
import type {RootContent} from 'mdast'
import type {Point, Position} from 'unist'
import type {DirectiveParts} from '../directive/build.js'
import {backslash, beyondAscii, heldIn, holdsAny, star, tilde, underscore} from './characters.js'
import type {HiddenText} from './hidden-text.js'
import {isBlank} from './line-shapes.js'
import type {PageLines} from './source-lines.js'
import {unsure} from './unsure.js'
import {least, weigh} from './weigh.js'

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
  /** The next item of a list ends it, and nothing else. */
  endsAtItem?: boolean
  /** Where it ends on its last line, if a fence was put there. */
  endColumn?: number
}

/** What stands for a part of a line. */
export interface LinePart {
  from: number
  text: string
}

interface Moved {
  /** How many columns further the characters stand in the page. */
  shift: number
  /** The first column that is moved. */
  from: number
}

/** The engine takes an underscore or an escaped star beside stars for a letter; in CommonMark they are punctuation. */
const starsAtLetter =
  /[^\s\p{P}\p{S}]\*+_|_\*+[^\s\p{P}\p{S}]|\\\*\*+[^\s\p{P}\p{S}]|[*_~][\x85\ufeff]|[\x85\ufeff][*_~]/u

/** It pairs two tildes otherwise, with stars between them, where three stand near. */
const twoTildes = /(?<!~)~~(?!~)/

function mayHaveStarsAtLetter(held: number): boolean {
  return holdsAny(held, beyondAscii)
    ? holdsAny(held, star | underscore | tilde)
    : holdsAny(held, star) && holdsAny(held, underscore | backslash)
}

/** Whether a heading or a break behind this ends the text above for certain. */
export function endsText(prefix: string): boolean {
  return /^ {0,3}$/.test(prefix)
}

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
  /** Lines that are thought to be rows of tables. */
  readonly rows = new Set<number>()
  /** Lines that are thought to be the last of a text, and no heads of tables. */
  readonly textEnds = new Set<number>()
  /** Lines that are thought to be indented code, and begin as what is too deep for a container. */
  readonly deepCode = new Set<number>()
  /** Whether there is code that the next item of a list ends. */
  endsCodeAtItems = false
  readonly hidden: HiddenText
  readonly #page: PageLines
  readonly #lineOf: number[] = []
  /** Lines whose characters stand elsewhere in the page. */
  readonly #moved = new Map<number, Moved>()
  /** Where the lines begin that may be one text. */
  #runFirst = 0
  #runLength = 0
  /** Lines on which something is hidden. */
  readonly #hidingLines = new Set<number>()

  constructor(page: PageLines, hidden: HiddenText) {
    this.hidden = hidden
    this.#page = page
  }

  /** Whether calls of footnotes may stand in the page. */
  get mayHoldCalls(): boolean {
    return this.#page.mayHoldCalls
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
    if (isBlank(text)) this.endRun()
    this.#runLength += text.length + 1
    this.lines.push(text)
    this.#lineOf.push(line)
    if (shift !== 0) this.#moved.set(this.lines.length, {shift, from})
  }

  /**
   * Add text of a line of the page, with hidden what the engine would misread.
   *
   * @returns what characters it holds.
   */
  addText(text: string, line: number, shift = 0, from = 0): number {
    const held = heldIn(text)
    const hidden = this.hidden.hide(text, held)
    if (mayHaveStarsAtLetter(held) && starsAtLetter.test(hidden)) unsure('stars beside an underscore')
    if (
      holdsAny(held, tilde) &&
      holdsAny(held, star | underscore) &&
      text.includes('~~~') &&
      twoTildes.test(text)
    )
      unsure('three tildes beside two')
    if (hidden !== text) this.#hidingLines.add(this.next)
    this.add(hidden, line, shift, from)
    return held
  }

  /**
   * At a line that no text above goes on with for certain: what may be one text to the engine, whatever was thought of it,
   * must be no more than it can take.
   */
  endRun(): void {
    if (this.#runLength > least)
      weigh(this.lines.slice(this.#runFirst).join('\n'), this.offsetOf(this.#runFirst + 1))
    this.#runFirst = this.lines.length
    this.#runLength = 0
  }

  /** Add a break as wide as a line of the page behind its first columns, so that containers end where they do. */
  addBreak(prefix: string, line: number, mark: BlockMark): void {
    if (endsText(prefix)) this.endRun()
    this.blockMarks.set(this.next, mark)
    const width = (this.#page.lines[line]?.length ?? 0) - prefix.length
    this.add(prefix + '_'.repeat(Math.max(width, 3)), line)
  }

  /**
   * The point of the page for one that the engine found, in place. Line and column count from 1. A break may be wider
   * than its line.
   */
  place(point: Point): void {
    const {starts, lines, cuts} = this.#page
    const line = this.#lineOf[point.line - 1] ?? 0
    const moved = this.#moved.size > 0 ? this.#moved.get(point.line) : undefined
    const index = point.column - 1 + (moved && point.column > moved.from ? moved.shift : 0)
    const column = Math.min(index, lines[line]?.length ?? 0) + (cuts.size > 0 ? (cuts.get(line) ?? 0) : 0)
    point.line = line + 1
    point.column = column + 1
    point.offset = (starts[line] ?? 0) + column
  }

  /** Where a line, as the engine counts, begins in the page. */
  offsetOf(line: number | undefined): number | undefined {
    return line === undefined ? undefined : this.#page.starts[this.#lineOf[line - 1] ?? 0]
  }

  /** Whether anything is hidden. */
  get hidesAny(): boolean {
    return this.#hidingLines.size > 0
  }

  /** Whether something is hidden in a part of the page; in what has no place they may be. */
  hidesOn(position: Position | undefined): boolean {
    if (!position) return true
    for (let line = position.start.line; line <= position.end.line; line++)
      if (this.#hidingLines.has(line)) return true
    return false
  }

  /** What stands for a closing bracket on a line: a sign that is one, and means nothing to the engine. */
  hideBracket(line: number): string {
    if (this.mayHoldCalls) unsure('a very long title')
    this.#hidingLines.add(line)
    return this.hidden.hideBracket(this.lines[line - 1] ?? '')
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
