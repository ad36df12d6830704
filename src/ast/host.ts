/** What a directive may ask of the page that it stands in. */
import type {Point, Position} from 'unist'
import type {FlowContent} from './nodes.js'
import type {Fault} from './report.js'

/** A file of the project. */
export interface ProjectFile {
  /** From the root. */
  path: string
  /** Without a byte order mark. */
  text: string
}

/** A part of a file that is to stand where its directive stands. */
export interface IncludedPart {
  file: ProjectFile
  /** Offsets in the file's text. */
  start: number
  end: number
  /** Added to the depth of each heading. */
  headingOffset?: number | undefined
  /** Links that begin with this are rebased; left out, those are that lead nowhere from the page. */
  relativeDocs?: string | undefined
  /** Rebase all images; left out, those that lead nowhere from the page. */
  relativeImages?: boolean | undefined
  /** The directive. */
  from?: Position | undefined
}

/** A text that is not the page's as it is, with the way back to where each character stands. */
export interface PlacedText {
  text: string
  point(offset: number): Point
  /** The file, where it is not the one that the directive stands in. */
  file?: string | undefined
  from?: Position | undefined
}

/** The door from a directive to its page and its project. */
export interface PageHost {
  /**
   * Read a file of the project; a path counts from the folder of the file that names it.
   *
   * @returns `undefined` where there is none, which is reported.
   */
  readFile(path: string, position: Position | undefined): ProjectFile | undefined
  /**
   * The typed blocks of a part of a file, their positions true in that file.
   *
   * @returns `undefined` where files include each other or too much, which is reported.
   */
  include(part: IncludedPart): FlowContent[] | undefined
  /** The typed blocks of a text. */
  parse(text: PlacedText): FlowContent[]
  /** Report a fault, but one with the same rule and reason only once a page. */
  reportOnce(fault: Fault): void
}

/** The host of a directive that stands nowhere. */
export const noHost: PageHost = {
  readFile: () => undefined,
  include: () => undefined,
  parse: () => [],
  reportOnce: () => undefined
}
