/** What a page defines and asks for: plain JSON, the object file of the linker. */
import type {PhrasingContent} from 'mdast'
import type {Position} from 'unist'
import type {TocEntry} from '../ast/nodes.js'
import type {CitationRecord} from './citations.js'

/** A block that bears a label. */
export interface TargetRecord {
  page: string
  /** As written. */
  label: string
  /** Normalised for look-up. */
  identifier: string
  id: string
  /** The type of the node. */
  kind: string
  /** Its place among the page's numbered blocks. */
  ordinal?: number | undefined
  /** What a reference without text of its own says: heading, caption, title. */
  title?: PhrasingContent[] | undefined
  position?: Position | undefined
}

/** A heading that stands for a section of the page. */
export interface HeadingRecord {
  page: string
  /** The id that links use; the first on its element. */
  id: string
  /** Every id and anchor that leads to it. */
  anchors: string[]
  depth: number
  /** What the heading says, without links and positions. */
  title: PhrasingContent[]
  text: string
  position?: Position | undefined
}

/** A place that raw HTML gives an id. */
export interface AnchorRecord {
  page: string
  id: string
  position?: Position | undefined
}

/** A toctree of the page. */
export interface TocRecord {
  entries: TocEntry[]
  caption?: string | undefined
  hidden: boolean
  glob: boolean
  reversed: boolean
  titlesOnly: boolean
  /** Levels of sections to number, 0 for all; left out, none. */
  numbered?: number | undefined
  /** Whether it stands behind all of the page, one level below the page's title. */
  behind?: boolean | undefined
  /** Whether numbers go on from the toctree before. */
  goesOn?: boolean | undefined
  /** How deep it is printed; all levels if left out. */
  depth?: number | undefined
  /** How many headings of the page stand before it. */
  after: number
  /** How many blocks that may bear a number stand before it. */
  blocks: number
}

/** A block that may bear a number. */
export interface NumberedRecord {
  /** `figure`, `table`, `code`, `subfigure`, `equation`, `exercise`, `solution` or `proof:KIND`. */
  kind: string
  /** How many headings of the page stand before it. */
  after: number
  captioned: boolean
  /** Place of the figure that it is a part of. */
  part?: number | undefined
  /** What its author said of its number: none, or this one. */
  own?: false | string | undefined
}

/** A term of a glossary. */
export interface TermRecord {
  page: string
  /** As written. */
  term: string
  id: string
  position?: Position | undefined
}

/** An object of a domain: what an API directive describes. */
export interface ObjectRecord {
  page: string
  domain: string
  /** The object type, as `function`. */
  type: string
  name: string
  id: string
  /** What a reference shows; the name if left out. */
  display?: string | undefined
  position?: Position | undefined
}

/** All that other pages need to know of a page. */
export interface PageRecord {
  /** Path from the root. */
  page: string
  /** What the page is called: its first heading, or `title` of its front matter. */
  title?: PhrasingContent[] | undefined
  titleText?: string | undefined
  headings: HeadingRecord[]
  targets: TargetRecord[]
  /** In the order of the page. */
  numbers: NumberedRecord[]
  terms: TermRecord[]
  objects: ObjectRecord[]
  tocs: TocRecord[]
  /** What it cites and lists; left out where it does neither. */
  citations?: CitationRecord | undefined
  anchors: AnchorRecord[]
  /** Files that stand in it as a part of it; left out where there are none. */
  includes?: readonly string[] | undefined
  /** Whether its author wants it in no table of contents. */
  orphan?: boolean | undefined
  /** Whether the page is in another format than Markdown, so that there is nothing of it to render. */
  unrendered?: boolean | undefined
}

/** `about/team.md:6:1`. */
export function placeOf({page, position}: {page: string; position?: Position | undefined}): string {
  return position ? `${position.file ?? page}:${position.start.line}:${position.start.column}` : page
}
