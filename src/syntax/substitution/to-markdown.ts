/** Substitutions: nodes to Markdown. */
import type {Options} from 'mdast-util-to-markdown'

const write = (node: {value: string}): string => `{{${node.value}}}`

/** Writes the braces and what its author wrote between them. */
export const substitutionToMarkdown: Options = {
  handlers: {substitution: write, inlineSubstitution: write},
  unsafe: [{character: '{', after: '\\{', inConstruct: 'phrasing'}]
}
