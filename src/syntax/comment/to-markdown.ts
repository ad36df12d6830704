/** Comments: node to Markdown. */
import type {Options} from 'mdast-util-to-markdown'

/** Writes `% text`, a line for each line. */
export const commentToMarkdown: Options = {
  handlers: {
    mystComment: (node: {value: string}) =>
      node.value
        .split('\n')
        .map((line) => (line ? `% ${line}` : '%'))
        .join('\n')
  },
  unsafe: [{atBreak: true, character: '%', inConstruct: 'phrasing'}]
}
