/** Targets: node to Markdown. */
import type {Options} from 'mdast-util-to-markdown'

/** Writes `(label)=`. */
export const targetToMarkdown: Options = {
  handlers: {mystTarget: (node: {label: string}) => `(${node.label})=`},
  // Up to the end of the text node: the rest of a label may stand in nodes of its own.
  unsafe: [{atBreak: true, character: '(', after: '[^()\\r\\n]*(?:\\)=|$)', inConstruct: 'phrasing'}]
}
