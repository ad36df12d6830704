/** Citations for micromark and mdast: apart from the core's constructs, as they come with a bibliography. */
import type {SyntaxPart} from '../spec.js'
import * as codes from '../tokenize/codes.js'
import {citationFromMarkdown} from './from-markdown.js'
import {citationConstruct} from './tokenize.js'

/**
 * `@key` and `[@key]`, for the option `citations` of the parser.
 *
 * @example
 * unified().use(remarkParse).use(remarkMystSyntax, {registry, colonFence: true, citations: citationSyntax, …})
 */
export const citationSyntax: SyntaxPart = {
  micromark: {text: {[codes.atSign]: citationConstruct, [codes.leftSquareBracket]: citationConstruct}},
  fromMarkdown: citationFromMarkdown
}
