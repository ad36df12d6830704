/** Attribute lists: nodes to Markdown. */
import type {Options} from 'mdast-util-to-markdown'

/** Writes the list as its author did. */
export const attributesToMarkdown: Options = {
  handlers: {mystAttributes: (node: {value: string}) => `{${node.value}}`},
  join: [(left) => (left.type === 'mystAttributes' ? 0 : undefined)],
  unsafe: [
    {atBreak: true, character: '{', inConstruct: 'phrasing'},
    {before: '[)\\]>`}]', character: '{', inConstruct: 'phrasing'}
  ]
}
