/** Spans: tokens to nodes. */
import type {Extension} from 'mdast-util-from-markdown'

/** The mdast part of {@link spanConstruct}. */
export const spanFromMarkdown: Extension = {
  canContainEols: ['span'],
  enter: {
    mystSpan(token) {
      this.enter({type: 'span', children: []}, token)
    }
  },
  exit: {
    mystSpan(token) {
      this.exit(token)
    }
  }
}
