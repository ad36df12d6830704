/** Targets: node to Markdown. */
import type {Options} from 'mdast-util-to-markdown'

/** Writes `(label)=`. */
export const targetToMarkdown: Options = {
  handlers: {mystTarget: (node: {label: string}) => `(${node.label})=`},
  // Looked for before the parenthesis: behind it, an escape would count as enough. Up to the end of the text node: the
  // rest of a label may stand in nodes of its own.
  unsafe: [{atBreak: true, before: '(?=\\([^()\\r\\n]*(?:\\)=|$))', character: '(', inConstruct: 'phrasing'}]
}
