/** What a directive may ask of the page that it stands in. */
import type {PhrasingContent} from 'mdast'
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

/** What some options of `literalinclude` need; `mystmark/node` brings it. */
export interface FileTools {
  /** The differences of two texts, as lines. */
  compare(
    before: readonly string[],
    after: readonly string[],
    beforeName: string,
    afterName: string
  ): string[]
  /** The lines of a function or class of Python, counted from 0; the second is behind the last. */
  pythonObject(lines: readonly string[], name: string): [from: number, to: number] | undefined
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
  /** The typed running text of a text, in which no block begins; a line end is a space. */
  inline(text: PlacedText): PhrasingContent[]
  /** The language of the page's notebook. */
  kernelLanguage?: string | undefined
  fileTools?: FileTools | undefined
  /** Report a fault, but one with the same rule and reason only once a page. */
  reportOnce(fault: Fault): void
}

/** The host of a directive that stands nowhere. */
export const noHost: PageHost = {
  readFile: () => undefined,
  include: () => undefined,
  parse: () => [],
  inline: ({text}) => [{type: 'text', value: text}],
  reportOnce: () => undefined
}
