/** What a parser must know of a name before it can go on; the registry of directives and roles answers. */
import type {Extension as FromMarkdownExtension} from 'mdast-util-from-markdown'
import type {Extension} from 'micromark-util-types'
import type {DollarMathOptions} from './math/grammar.js'

/**
 * What stands behind a directive's name on its first line: Markdown, plain characters, or, where it takes no
 * argument, the first line of its body.
 */
export type ArgumentSyntax = 'inline' | 'raw' | 'body'

/**
 * Whether a body is Markdown or kept as written; `terms` is Markdown in which lines at the margin stand alone and
 * what is indented below them is their definition.
 */
export type BodySyntax = 'flow' | 'raw' | 'terms'

export interface DirectiveSyntax {
  argument: ArgumentSyntax
  body: BodySyntax
  /** `false` where no spec has the name. */
  known?: boolean | undefined
}

/** Whether a role's content is Markdown or kept as written. */
export type RoleSyntax = 'inline' | 'raw'

/** Asked while tokenizing; names come as written. */
export interface SyntaxRegistry {
  directiveSyntax(name: string): DirectiveSyntax
  /** Whether a word may be meant for an option of a directive; left out, every word may. */
  mayBeOption?(directive: string, key: string): boolean
  roleSyntax(name: string): RoleSyntax
}

/** Constructs that come from outside. */
export interface SyntaxPart {
  micromark: Extension
  fromMarkdown: FromMarkdownExtension
}

/** The switches of the syntax. */
export interface SyntaxOptions {
  registry: SyntaxRegistry
  /** `:::{name}` beside backticks and tildes. */
  colonFence: boolean
  /** `:::name[Title]{.class}` and `::name` beside them. */
  genericDirectives?: boolean | undefined
  /** Languages of plain fences that are directives: ```` ```mermaid ````. */
  fences?: readonly string[] | undefined
  /** `{.class}` lines above blocks. */
  blockAttributes?: boolean | undefined
  /** `{.class}` behind links, images, code and spans, or behind images alone. */
  inlineAttributes?: boolean | 'images' | undefined
  /** `{{ name }}`. */
  substitution?: boolean | undefined
  /** `$a$` and `$$a$$`; `false` for none. */
  dollarMath?: DollarMathOptions | false | undefined
  /** Bare `\begin{equation}`. */
  amsmath?: boolean | undefined
  /** Terms with descriptions behind `: `. */
  definitionList?: boolean | undefined
  /** `https://…` and `www.…` in text. */
  addresses?: boolean | undefined
  /** `@key` and `[@key]`, if the bibliography's syntax is given. */
  citations?: SyntaxPart | false | undefined
  /** `:name: body`. */
  fieldList?: boolean | undefined
}
