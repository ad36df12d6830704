/** LaTeX environments: what text must not say. The blocks are written as all math is. */
import type {Options} from 'mdast-util-to-markdown'

/** No text begins an environment. */
export const environmentToMarkdown: Options = {
  unsafe: [{atBreak: true, character: '\\', after: 'begin\\{', inConstruct: 'phrasing'}]
}
