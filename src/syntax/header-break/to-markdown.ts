/** Header breaks: node to Markdown. */
import type {Options} from 'mdast-util-to-markdown'

/** Writes the carets. */
export const headerBreakToMarkdown: Options = {
  handlers: {headerBreak: (node: {value: string}) => node.value},
  unsafe: [{atBreak: true, character: '^', after: '\\^\\^', inConstruct: 'phrasing'}]
}
