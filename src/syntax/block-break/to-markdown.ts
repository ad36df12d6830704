/** Block breaks: node to Markdown. */
import type {Options} from 'mdast-util-to-markdown'

/** Writes `+++ metadata`. */
export const blockBreakToMarkdown: Options = {
  handlers: {blockBreak: (node: {meta: string}) => (node.meta ? `+++ ${node.meta}` : '+++')},
  unsafe: [{atBreak: true, character: '+', after: '\\+\\+', inConstruct: 'phrasing'}]
}
