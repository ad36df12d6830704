/** Substitutions: nodes to Markdown. */
import type {Handle, Options} from 'mdast-util-to-markdown'
import type {InlineSubstitution, Substitution} from '../../ast/nodes.js'
import {inCell} from '../cell-source.js'
import {onFurtherLine} from '../further-line.js'

const block: Handle = (node: Substitution) => `{{${node.value}}}`

const inline: Handle = (node: InlineSubstitution, _, {stack}) =>
  // Four columns in, no line of it can begin a block.
  onFurtherLine(node, `{{${inCell(node.value, stack).replaceAll('\n', '\n    ')}}}`)

/** Writes the braces and what its author wrote between them. */
export const substitutionToMarkdown: Options = {
  handlers: {substitution: block, inlineSubstitution: Object.assign(inline, {peek: () => '{'})},
  unsafe: [{character: '{', after: '\\{', inConstruct: 'phrasing'}]
}
