/**
 * The nodes that the parser makes of MyST's syntax, before anything is known of what a directive or a role means.
 * Names and fields are the MyST specification's; `data` holds positions of the parts.
 */
import type {BlockContent, Data, DefinitionContent, Literal, Parent, PhrasingContent} from 'mdast'
import type {Position} from 'unist'
import type {SourceLine} from './place.js'

/** Blocks: what stands in a directive's body, a list item, a quote. */
export type FlowContent = BlockContent | DefinitionContent

/** One `:key: value` of a directive as written. */
export interface DirectiveOption {
  key: string
  value: string
  keyPosition: Position
  valuePosition: Position
}

/** Something wrong in an option block, with its place. */
export interface DirectiveFault {
  ruleId: string
  reason: string
  /** The lines that are void, or the comment. */
  text: string
  /** The key of the option that could not be read, and what stands behind its colon. */
  key?: string | undefined
  value?: string | undefined
  position: Position
}

/** Where the parts of a directive stand. */
export interface MystDirectiveData extends Data {
  /** The opening fence, as `:::`. */
  fence: string
  namePosition: Position
  argumentPosition?: Position | undefined
  /** Every option in order, duplicates too. */
  options: DirectiveOption[]
  faults: DirectiveFault[]
  /** The options stand between lines of dashes. */
  dashes?: boolean | undefined
  /** From the first to the last character of the body. */
  bodyPosition?: Position | undefined
  /** Lines of a raw body, each with the place where it begins. */
  bodyLines?: SourceLine[] | undefined
  /** The lines of the page that are terms, where a glossary has its definitions indented. */
  termLines?: number[] | undefined
  /** Whether a closing fence was found. */
  closed: boolean
  /** Written as `:::name[argument]` or `::name[argument]`. */
  generic?: boolean | undefined
}

/** ```` ```{name} argument ````, `:::{name}` or `~~~{name}` and all up to the closing fence. */
export interface MystDirective extends Parent {
  type: 'mystDirective'
  /** As written; look-up is blind to case. */
  name: string
  /** Source of the argument. */
  args?: string | undefined
  /** The options by key, the last of equal keys. */
  options?: Record<string, string> | undefined
  /** Source of a raw body. */
  value?: string | undefined
  children: (MystDirectiveArgument | FlowContent)[]
  data?: MystDirectiveData | undefined
}

/** The parsed argument of a directive whose spec says `argument: 'inline'`; the first child. */
export interface MystDirectiveArgument extends Parent {
  type: 'mystDirectiveArgument'
  children: PhrasingContent[]
}

/** Where the parts of a role stand. */
export interface MystRoleData extends Data {
  /** Those in its braces and behind it. */
  attributes?: Attribute[] | undefined
  namePosition: Position
  valuePosition: Position
}

/** `` {name}`value` ``. */
export interface MystRole extends Parent {
  type: 'mystRole'
  name: string
  /** Source between the backticks; a line ending counts as a space. */
  value: string
  /** Parsed content, where the role's spec says `content: 'inline'`. */
  children: PhrasingContent[]
  data?: MystRoleData | undefined
}

/** Where the label of a target stands. */
export interface MystTargetData extends Data {
  labelPosition: Position
}

/** `(label)=`. The block after it takes the label; at the end of its parent it stands for itself. */
export interface MystTarget extends Literal {
  type: 'mystTarget'
  /** As written between the parentheses. */
  label: string
  value: string
  data?: MystTargetData | undefined
}

/** `% text`, consecutive lines joined. */
export interface MystComment extends Literal {
  type: 'mystComment'
  value: string
  /** Of a `class` without content: names for the next block. */
  nextClass?: string | undefined
}

/** `+++ metadata`. */
export interface BlockBreak extends Literal {
  type: 'blockBreak'
  /** As written after the pluses. */
  meta: string
  value: string
}

/** `^^^` inside a directive: ends the header of a card. */
export interface HeaderBreak extends Literal {
  type: 'headerBreak'
  /** The carets as written. */
  value: string
}

/** `{{ expression }}` alone on its line: blocks. */
export interface Substitution extends Literal {
  type: 'substitution'
  /** As written between the braces. */
  value: string
}

/** `{{ expression }}` in running text. */
export interface InlineSubstitution extends Literal {
  type: 'inlineSubstitution'
  /** As written between the braces. */
  value: string
}

/** One part of an attribute list. */
export interface Attribute {
  kind: 'id' | 'class' | 'key'
  /** `id`, `class`, or the key as written. */
  key: string
  value: string
  position?: Position | undefined
  valuePosition?: Position | undefined
}

/**
 * `{#id .class key=value}`: above a block, or right behind a link, an image, code or a span. Before directives are
 * built it goes into the node that it belongs to.
 */
export interface MystAttributes extends Literal {
  type: 'mystAttributes'
  /** As written between the braces. */
  value: string
  attributes: Attribute[]
}
