/** What directives and roles become. Names are the MyST specification's where it has one. */
import type {Parent, PhrasingContent} from 'mdast'
import type {Position} from 'unist'
import type {Reference, Referring} from './reference-nodes.js'
import type {FlowContent} from './syntax-nodes.js'

/** What a directive takes of `:name:`; its classes and ids are fields of every node. */
export interface Attributed {
  /** As written; the first of several. */
  label?: string | undefined
  /** The label normalised for look-up. */
  identifier?: string | undefined
  class?: string | undefined
  /** Whether it bears a number, where its author says so. */
  enumerated?: boolean | undefined
  /** Its number. */
  enumerator?: string | undefined
  /** Where the label stands. */
  labelPosition?: Position | undefined
}

export interface Admonition extends Parent, Attributed {
  type: 'admonition'
  /** `note`, `warning` …, or `admonition` for one with a title of its own. */
  kind: string
  /** Drawn as a disclosure. */
  dropdown?: boolean | undefined
  open?: boolean | undefined
  children: (AdmonitionTitle | FlowContent)[]
}

export interface AdmonitionTitle extends Parent {
  type: 'admonitionTitle'
  children: PhrasingContent[]
}

/** A figure, a table or a code block with its caption. */
export interface Container extends Parent, Attributed {
  type: 'container'
  kind: 'figure' | 'table' | 'code'
  align?: string | undefined
  width?: string | undefined
  children: (Caption | Legend | FlowContent)[]
}

export interface Caption extends Parent {
  type: 'caption'
  children: PhrasingContent[]
}

/** The number before a caption or a heading; the project gives it. */
export interface CaptionNumber extends Parent {
  type: 'captionNumber'
  /** The kind of what is numbered: `figure`, `section` … */
  kind: string
  enumerator: string
  children: PhrasingContent[]
}

export interface Legend extends Parent {
  type: 'legend'
  children: FlowContent[]
}

/** An `{image}`, or the image of a `{figure}`; Markdown's own images are mdast's `image`. */
export interface BlockImage extends Parent, Attributed, Referring {
  type: 'blockImage'
  src: string
  /** Where the file's path is written. */
  srcPosition?: Position | undefined
  alt?: string | undefined
  align?: string | undefined
  width?: string | undefined
  height?: string | undefined
  /** Per cent. */
  scale?: number | undefined
  /** Loaded when it comes near the window. */
  lazy?: boolean | undefined
  children: []
}

export interface Div extends Parent, Attributed {
  type: 'div'
  style?: string | undefined
  /** Where the style is written. */
  stylePosition?: Position | undefined
  children: FlowContent[]
}

export interface Grid extends Parent, Attributed {
  type: 'grid'
  /** Classes of the row, from columns and gutter. */
  rowClass: string
  children: FlowContent[]
}

export interface GridItem extends Parent, Attributed {
  type: 'gridItem'
  children: FlowContent[]
}

export interface CardHeader extends Parent {
  type: 'header'
  children: FlowContent[]
}

export interface CardTitle extends Parent {
  type: 'cardTitle'
  children: PhrasingContent[]
}

export interface CardFooter extends Parent {
  type: 'footer'
  children: FlowContent[]
}

export interface Card extends Parent, Attributed, Referring {
  type: 'card'
  bodyClass?: string | undefined
  imageTop?: string | undefined
  imageTopClass?: string | undefined
  imageBottom?: string | undefined
  imageBottomClass?: string | undefined
  imageBackground?: string | undefined
  /** Where the addresses of its images are written. */
  imagePositions?: Partial<Record<'imageTop' | 'imageBottom' | 'imageBackground', Position>> | undefined
  imageAlt?: string | undefined
  /** What a screen reader hears of the link. */
  linkAlt?: string | undefined
  children: (CardHeader | CardTitle | CardFooter | FlowContent)[]
}

export interface Button extends Parent, Attributed, Referring {
  type: 'button'
  color?: string | undefined
  outline?: boolean | undefined
  expand?: boolean | undefined
  /** The parent element becomes clickable as a whole. */
  clickParent?: boolean | undefined
  tooltip?: string | undefined
  shadow?: boolean | undefined
  align?: string | undefined
  children: PhrasingContent[]
  reference: Reference
}

/** One line of a toctree as written. */
export interface TocEntry {
  /** Document, glob or URL. */
  target: string
  title?: string | undefined
  /** The page is there, but no navigation shows it. */
  hidden?: boolean | undefined
  /** Of a title that stands for no page: what it holds. */
  children?: TocEntry[] | undefined
  position?: Position | undefined
}

/** A `{toctree}`; the resolver fills `children` with the list that readers see. */
export interface Toc extends Parent, Attributed {
  type: 'toc'
  kind: 'toctree' | 'tableofcontents'
  entries: TocEntry[]
  caption?: string | undefined
  hidden: boolean
  glob: boolean
  reversed: boolean
  titlesOnly: boolean
  includeHidden: boolean
  /** 0 for numbers on all levels. */
  numbered?: number | undefined
  /** Levels to print; `undefined` for all. */
  depth?: number | undefined
  children: FlowContent[]
}

export interface Icon extends Parent {
  type: 'icon'
  /** The role: `fas`, `octicon` … */
  set: string
  name: string
  /** As `1.5em`, for sets whose roles take a height. */
  height?: string | undefined
  children: []
}

export interface Subscript extends Parent {
  type: 'subscript'
  children: PhrasingContent[]
}

export interface Superscript extends Parent {
  type: 'superscript'
  children: PhrasingContent[]
}

export interface Keyboard extends Parent {
  type: 'keyboard'
  children: PhrasingContent[]
}

export interface Abbreviation extends Parent {
  type: 'abbreviation'
  title?: string | undefined
  children: PhrasingContent[]
}

/** `[text]{.class}`: text with attributes. */
export interface Span extends Parent {
  type: 'span'
  /** The name of its role: `guilabel`, `file`, `samp` … */
  kind?: string | undefined
  children: PhrasingContent[]
}
