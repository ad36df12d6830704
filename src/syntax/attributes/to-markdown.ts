/** Attribute lists: nodes to Markdown. */
import type {Options} from 'mdast-util-to-markdown'

/** Writes the list as its author did. */
export const attributesToMarkdown: Options = {
  handlers: {mystAttributes: (node: {value: string}) => `{${node.value}}`},
  // Against their block, unless the parent is loose for the blank line between.
  join: [
    (left, _, parent) =>
      left.type === 'mystAttributes' && !('spread' in parent && parent.spread) ? 0 : undefined
  ],
  unsafe: [
    {atBreak: true, character: '{', inConstruct: 'phrasing'},
    {before: '[)\\]>`}]', character: '{', inConstruct: 'phrasing'}
  ]
}
