/** Substitutions: nodes to Markdown. */
import type {Options, State} from 'mdast-util-to-markdown'
import {inCell} from '../cell-source.js'

const write = (node: {value: string}, _: unknown, {stack}: State): string =>
  `{{${inCell(node.value, stack)}}}`

/** Writes the braces and what its author wrote between them. */
export const substitutionToMarkdown: Options = {
  handlers: {substitution: write, inlineSubstitution: write},
  unsafe: [{character: '{', after: '\\{', inConstruct: 'phrasing'}]
}
