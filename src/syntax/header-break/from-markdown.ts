/** Header breaks: token to node. */
import type {Extension} from 'mdast-util-from-markdown'

/** The mdast part of {@link headerBreakConstruct}. */
export const headerBreakFromMarkdown: Extension = {
  enter: {
    headerBreak(token) {
      this.enter({type: 'headerBreak', value: this.sliceSerialize(token).trimEnd()}, token)
    }
  },
  exit: {
    headerBreak(token) {
      this.exit(token)
    }
  }
}
