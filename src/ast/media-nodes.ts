/** Nodes of tables, code, embedded pages, and what others would run; registered with mdast here. */
import type {Literal, Node, Parent, PhrasingContent} from 'mdast'
import type {Position} from 'unist'
import type {Referring} from './reference-nodes.js'
import type {FlowContent} from './syntax-nodes.js'
import type {AdmonitionTitle, Attributed} from './typed-nodes.js'

/** What another program would run or make: shown as written. */
export interface NotRun extends Literal, Attributed {
  type: 'notRun'
  /** The directive. */
  name: string
  args?: string | undefined
  /** The language of `value`. */
  lang: string
}

/** Output for one format; `html` is an mdast node of its own. */
export interface RawContent extends Literal {
  type: 'raw'
  /** As `latex`; several, separated by spaces. */
  lang: string
}

/** A diagram in Mermaid's language, drawn by the reader's browser or a hook. */
export interface Mermaid extends Literal, Attributed {
  type: 'mermaid'
  alt?: string | undefined
}

/** A page or a film of another site, or a film of the project. */
export interface Embedded extends Node, Attributed {
  type: 'iframe' | 'video'
  src: string
  srcPosition?: Position | undefined
  title?: string | undefined
  width?: string | undefined
  height?: string | undefined
  align?: string | undefined
  /** Width to height, as `16:9`. */
  aspect?: string | undefined
  /** Film alone. */
  poster?: string | undefined
  autoplay?: boolean | undefined
  loop?: boolean | undefined
  muted?: boolean | undefined
  /** `false` for none. */
  controls?: boolean | undefined
  preload?: string | undefined
}

export interface Iframe extends Embedded {
  type: 'iframe'
}

export interface Video extends Embedded {
  type: 'video'
}

/** A cell of a notebook. */
export interface NotebookBlock extends Parent, Attributed {
  type: 'block'
  kind: 'notebook-code' | 'notebook-content'
  tags: string[]
  children: FlowContent[]
}

/** A theorem, definition, algorithm …, or a proof. */
export interface Proof extends Parent, Attributed {
  type: 'proof'
  kind: string
  enumerated: boolean
  dropdown?: boolean | undefined
  children: (AdmonitionTitle | FlowContent)[]
}

/** An exercise, or the solution of one; with a gate, what stands between is yet outside. */
export interface Exercise extends Parent, Attributed {
  type: 'exercise' | 'solution'
  enumerated: boolean
  hidden?: boolean | undefined
  dropdown?: boolean | undefined
  gate?: 'start' | 'end' | undefined
  children: (AdmonitionTitle | FlowContent)[]
}

/** One line of an API: what is named, and all around the name. */
export interface Signature extends Parent {
  type: 'signature'
  /** What it names, as written. */
  names: string[]
  children: PhrasingContent[]
}

/** Description of an object of a domain: a function, a class, an option. */
export interface ObjectDescription extends Parent, Attributed {
  type: 'objectDescription'
  /** Empty for what no domain knows. */
  domain: string
  objectType: string
  /** Where it says so itself. */
  module?: string | undefined
  /** The name under which it is defined, where it is described under another. */
  canonical?: string | undefined
  /** `false` where nothing is to lead here. */
  indexed?: boolean | undefined
  /** `false` where the signature is a place for links alone. */
  typeset?: boolean | undefined
  children: (Signature | FlowContent)[]
}

/** Shows again, once it is linked, what stands elsewhere: where `reference` leads, or without one every todo. */
export interface Embed extends Parent, Attributed, Referring {
  type: 'embed'
  children: FlowContent[]
}

/** What the objects after it belong to. */
export interface ObjectScope extends Parent, Attributed {
  type: 'objectScope'
  domain: string
  kind: 'module' | 'currentmodule' | 'program'
  name: string
  indexed?: boolean | undefined
  children: []
}

export interface Underline extends Parent {
  type: 'underline'
  children: PhrasingContent[]
}

export interface Smallcaps extends Parent {
  type: 'smallcaps'
  children: PhrasingContent[]
}

/** As `H2O`. */
export interface ChemicalFormula extends Literal {
  type: 'chemicalFormula'
}

/** A quantity: a number and its unit. */
export interface Quantity extends Literal {
  type: 'si'
  number?: string | undefined
  unit: string
}

interface MediaBlocks {
  block: NotebookBlock
  exercise: Exercise & {type: 'exercise'}
  iframe: Iframe
  mermaid: Mermaid
  notRun: NotRun
  embed: Embed
  objectDescription: ObjectDescription
  objectScope: ObjectScope
  proof: Proof
  raw: RawContent
  solution: Exercise & {type: 'solution'}
  video: Video
}

interface MediaPhrasing {
  chemicalFormula: ChemicalFormula
  raw: RawContent
  si: Quantity
  smallcaps: Smallcaps
  underline: Underline
}

declare module 'mdast' {
  interface Table {
    /** Rows at the top that are headings; 1 if left out. */
    headerRows?: number | undefined
    /** Columns at the left that are headings. */
    stubColumns?: number | undefined
    /** Shares of the width, by column. */
    widths?: number[] | 'auto' | undefined
    width?: string | undefined
    /** Where the table itself stands. */
    place?: string | undefined
  }
  interface BlockContentMap extends MediaBlocks {}
  interface PhrasingContentMap extends MediaPhrasing {}
  interface RootContentMap extends MediaBlocks, MediaPhrasing {
    signature: Signature
  }
}
