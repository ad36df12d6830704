/** What stands on which character, and the same constructs' parts for mdast. */
import type {Extension as FromMarkdownExtension} from 'mdast-util-from-markdown'
import type {Options as ToMarkdownExtension} from 'mdast-util-to-markdown'
import type {Extension} from 'micromark-util-types'
import {environmentFromMarkdown} from './amsmath/from-markdown.js'
import {environmentToMarkdown} from './amsmath/to-markdown.js'
import {environmentConstruct} from './amsmath/tokenize.js'
import {attributesFromMarkdown} from './attributes/from-markdown.js'
import {attributesToMarkdown} from './attributes/to-markdown.js'
import {blockAttributesConstruct, inlineAttributesConstruct} from './attributes/tokenize.js'
import {addressFromMarkdown} from './autolink/from-markdown.js'
import {addressConstruct} from './autolink/tokenize.js'
import {blockBreakFromMarkdown} from './block-break/from-markdown.js'
import {blockBreakToMarkdown} from './block-break/to-markdown.js'
import {blockBreakConstruct} from './block-break/tokenize.js'
import {citationToMarkdown} from './citation/to-markdown.js'
import {commentFromMarkdown} from './comment/from-markdown.js'
import {commentToMarkdown} from './comment/to-markdown.js'
import {commentConstruct} from './comment/tokenize.js'
import {definitionListFromMarkdown} from './definition-list/from-markdown.js'
import {definitionListToMarkdown} from './definition-list/to-markdown.js'
import {descriptionConstruct} from './definition-list/tokenize-description.js'
import {termConstruct} from './definition-list/tokenize-term.js'
import {directiveConstruct} from './directive/construct.js'
import {directiveFromMarkdown} from './directive/from-markdown.js'
import {directiveToMarkdown} from './directive/to-markdown.js'
import {fieldListFromMarkdown} from './field-list/from-markdown.js'
import {fieldListToMarkdown} from './field-list/to-markdown.js'
import {fieldConstruct} from './field-list/tokenize.js'
import {frontMatterFromMarkdown} from './front-matter/from-markdown.js'
import {frontMatterConstruct} from './front-matter/tokenize.js'
import {headerBreakFromMarkdown} from './header-break/from-markdown.js'
import {headerBreakToMarkdown} from './header-break/to-markdown.js'
import {headerBreakConstruct} from './header-break/tokenize.js'
import {mathFromMarkdown} from './math/from-markdown.js'
import {mathToMarkdown} from './math/to-markdown.js'
import {dollarBlockConstruct} from './math/tokenize-block.js'
import {inlineMathConstruct} from './math/tokenize-inline.js'
import {roleFromMarkdown} from './role/from-markdown.js'
import {roleToMarkdown} from './role/to-markdown.js'
import {roleConstruct} from './role/tokenize.js'
import {settleFromMarkdown} from './settle.js'
import {spanFromMarkdown} from './span/from-markdown.js'
import {spanToMarkdown} from './span/to-markdown.js'
import {spanConstruct} from './span/tokenize.js'
import type {SyntaxOptions} from './spec.js'
import {substitutionFromMarkdown} from './substitution/from-markdown.js'
import {substitutionToMarkdown} from './substitution/to-markdown.js'
import {blockSubstitutionConstruct, inlineSubstitutionConstruct} from './substitution/tokenize.js'
import {cellCodeToMarkdown} from './table-to-markdown.js'
import {targetFromMarkdown} from './target/from-markdown.js'
import {targetToMarkdown} from './target/to-markdown.js'
import {targetConstruct} from './target/tokenize.js'
import {endlessRun, failedRun} from './tokenize/backticks.js'
import * as codes from './tokenize/codes.js'
import {sourceLinesConstruct} from './tokenize/source-lines.js'

/**
 * MyST for micromark.
 *
 * @example
 * micromark(source, {extensions: [mystSyntax({registry, colonFence: true})]})
 */
export function mystSyntax({
  registry,
  colonFence,
  genericDirectives,
  fences,
  dollarMath,
  amsmath,
  definitionList,
  fieldList,
  blockAttributes,
  inlineAttributes,
  substitution,
  addresses
}: SyntaxOptions): Extension {
  const directive = directiveConstruct(registry, {fences})
  return {
    document: {
      null: [sourceLinesConstruct],
      [codes.colon]: [
        sourceLinesConstruct,
        ...(fieldList ? [fieldConstruct] : []),
        ...(definitionList ? [descriptionConstruct] : [])
      ],
      ...(definitionList ? {[codes.tilde]: descriptionConstruct} : {})
    },
    flow: {
      [codes.percentSign]: commentConstruct,
      [codes.leftParenthesis]: targetConstruct,
      [codes.plusSign]: blockBreakConstruct,
      [codes.dash]: frontMatterConstruct,
      [codes.caret]: headerBreakConstruct,
      [codes.graveAccent]: directive,
      [codes.tilde]: directive,
      [codes.leftCurlyBrace]: [
        ...(substitution ? [blockSubstitutionConstruct] : []),
        ...(blockAttributes ? [blockAttributesConstruct] : [])
      ],
      ...(colonFence || genericDirectives
        ? {[codes.colon]: directiveConstruct(registry, {generic: genericDirectives})}
        : {}),
      ...(dollarMath ? {[codes.dollarSign]: dollarBlockConstruct} : {}),
      ...(amsmath ? {[codes.backslash]: environmentConstruct} : {}),
      ...(definitionList ? {null: termConstruct} : {})
    },
    text: {
      [codes.leftCurlyBrace]: [
        ...(inlineAttributes ? [inlineAttributesConstruct(inlineAttributes === 'images')] : []),
        ...(substitution ? [inlineSubstitutionConstruct] : []),
        roleConstruct(registry)
      ],
      [codes.graveAccent]: [endlessRun, failedRun],
      ...(inlineAttributes === true ? {[codes.rightSquareBracket]: spanConstruct} : {}),
      ...(addresses
        ? Object.fromEntries([...'fhwFHW'].map((each) => [each.charCodeAt(0), addressConstruct]))
        : {}),
      ...(dollarMath ? {[codes.dollarSign]: inlineMathConstruct(dollarMath)} : {})
    }
  }
}

/** The mdast parts of {@link mystSyntax}. */
export const mystFromMarkdown: FromMarkdownExtension[] = [
  directiveFromMarkdown,
  roleFromMarkdown,
  targetFromMarkdown,
  commentFromMarkdown,
  blockBreakFromMarkdown,
  frontMatterFromMarkdown,
  headerBreakFromMarkdown,
  mathFromMarkdown,
  environmentFromMarkdown,
  definitionListFromMarkdown,
  fieldListFromMarkdown,
  attributesFromMarkdown,
  spanFromMarkdown,
  substitutionFromMarkdown,
  addressFromMarkdown,
  settleFromMarkdown
]

/** The same nodes written back as Markdown. */
export const mystToMarkdown: ToMarkdownExtension = {
  extensions: [
    cellCodeToMarkdown,
    directiveToMarkdown,
    roleToMarkdown,
    targetToMarkdown,
    commentToMarkdown,
    blockBreakToMarkdown,
    headerBreakToMarkdown,
    mathToMarkdown,
    environmentToMarkdown,
    definitionListToMarkdown,
    fieldListToMarkdown,
    attributesToMarkdown,
    spanToMarkdown,
    citationToMarkdown,
    substitutionToMarkdown
  ]
}
