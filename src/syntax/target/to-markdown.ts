/** Targets: node to Markdown. */
import type {Options} from 'mdast-util-to-markdown'

/** Writes `(label)=`. */
export const targetToMarkdown: Options = {
  handlers: {mystTarget: (node: {label: string}) => `(${node.label})=`},
  unsafe: [{atBreak: true, character: '(', inConstruct: 'phrasing'}]
}
