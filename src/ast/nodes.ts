/** Registers every node of ours with mdast, so that `visit(tree, 'card', …)` is typed. */

import type {Position} from 'unist'
import type {Bibliography, Citation, Cite, CiteGroup} from './citation-nodes.js'
import type {DefinitionDescription, DefinitionList, DefinitionTerm, Glossary} from './definition-nodes.js'
import type {Badge, Carousel, Details, Summary, TabItem, TabSet, TabTitle} from './design-nodes.js'
import type {Field, FieldBody, FieldList, FieldName} from './field-nodes.js'
import type {InlineMath, MathBlock} from './math-nodes.js'
import type {Aside, Contents, IndexEntry, Line, LineBlock, Rubric, VersionNote} from './prose-nodes.js'
import type {CrossReference, Defined} from './reference-nodes.js'
import type {
  BlockBreak,
  HeaderBreak,
  InlineSubstitution,
  MystAttributes,
  MystComment,
  MystDirective,
  MystDirectiveArgument,
  MystRole,
  MystTarget,
  Substitution
} from './syntax-nodes.js'
import type {
  Abbreviation,
  Admonition,
  AdmonitionTitle,
  BlockImage,
  Button,
  Caption,
  CaptionNumber,
  Card,
  CardFooter,
  CardHeader,
  CardTitle,
  Container,
  Div,
  Grid,
  GridItem,
  Icon,
  Keyboard,
  Legend,
  Span,
  Subscript,
  Superscript,
  Toc
} from './typed-nodes.js'

/** A label with its place. */
export interface NodeLabel {
  label: string
  position?: Position | undefined
}

interface Blocks {
  admonition: Admonition
  aside: Aside
  bibliography: Bibliography
  blockBreak: BlockBreak
  blockImage: BlockImage
  card: Card
  carousel: Carousel
  citation: Citation
  container: Container
  contents: Contents
  definitionList: DefinitionList
  details: Details
  div: Div
  fieldList: FieldList
  glossary: Glossary
  grid: Grid
  gridItem: GridItem
  headerBreak: HeaderBreak
  math: MathBlock
  indexEntry: IndexEntry
  lineBlock: LineBlock
  mystAttributes: MystAttributes
  mystComment: MystComment
  mystDirective: MystDirective
  mystTarget: MystTarget
  rubric: Rubric
  substitution: Substitution
  tabItem: TabItem
  tabSet: TabSet
  toc: Toc
  versionNote: VersionNote
}

interface Phrasing {
  abbreviation: Abbreviation
  badge: Badge
  button: Button
  captionNumber: CaptionNumber
  cite: Cite
  citeGroup: CiteGroup
  crossReference: CrossReference
  icon: Icon
  inlineMath: InlineMath
  keyboard: Keyboard
  mystAttributes: MystAttributes
  inlineSubstitution: InlineSubstitution
  mystRole: MystRole
  span: Span
  subscript: Subscript
  superscript: Superscript
}

/** Nodes that stand only inside one kind of parent. */
interface Parts {
  admonitionTitle: AdmonitionTitle
  caption: Caption
  field: Field
  fieldBody: FieldBody
  fieldName: FieldName
  cardTitle: CardTitle
  definitionDescription: DefinitionDescription
  definitionTerm: DefinitionTerm
  footer: CardFooter
  header: CardHeader
  legend: Legend
  line: Line
  mystDirectiveArgument: MystDirectiveArgument
  summary: Summary
  tabTitle: TabTitle
}

declare module 'mdast' {
  interface Node {
    /** Space-separated class names, normalised as docutils does. */
    class?: string | undefined
    /** Ids in the page's HTML: the first on the element, others at its start. */
    ids?: string[] | undefined
    /** Its place among the page's blocks that may bear a number. */
    ordinal?: number | undefined
    /** Its number: from its author, or from the project once it is linked. */
    enumerator?: string | undefined
    /** Names that its author gave it in attributes, beside those of targets and options. */
    labels?: NodeLabel[] | undefined
    /** Terms and objects that the node defines. */
    defines?: Defined[] | undefined
  }
  interface Code {
    /** Whether lines are numbered. */
    showLineNumbers?: boolean | undefined
    /** The number of the first line. */
    startingLineNumber?: number | undefined
    /** Lines to mark, counted from 1. */
    emphasizeLines?: number[] | undefined
    filename?: string | undefined
  }
  interface Blockquote {
    /** Who said it. */
    attribution?: string | undefined
  }
  interface Resource {
    /** The address as it is written, where an include made another of it. */
    writtenUrl?: string | undefined
  }
  interface Image {
    width?: string | undefined
    height?: string | undefined
    align?: string | undefined
  }
  interface ImageReference {
    width?: string | undefined
    height?: string | undefined
    align?: string | undefined
  }
  interface InlineCode {
    lang?: string | undefined
  }
  interface Link {
    /** Where a browser opens it. */
    target?: string | undefined
    rel?: string | undefined
  }
  interface List {
    /** How an ordered list counts, as `lower-alpha`. */
    enumeration?: string | undefined
  }
  interface BlockContentMap extends Blocks {}
  interface PhrasingContentMap extends Phrasing {}
  interface RootContentMap extends Blocks, Phrasing, Parts {}
}

export type * from './citation-nodes.js'
export type * from './definition-nodes.js'
export type * from './design-nodes.js'
export type * from './field-nodes.js'
export type * from './math-nodes.js'
export type * from './media-nodes.js'
export type * from './prose-nodes.js'
export type * from './reference-nodes.js'
export type * from './syntax-nodes.js'
export type * from './typed-nodes.js'
