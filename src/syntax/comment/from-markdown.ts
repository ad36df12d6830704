/** Comments: token to node. */
import type {Extension} from 'mdast-util-from-markdown'
import {commentValue} from './grammar.js'

/** The mdast part of {@link commentConstruct}. */
export const commentFromMarkdown: Extension = {
  enter: {
    mystComment(token) {
      this.enter({type: 'mystComment', value: commentValue(this.sliceSerialize(token))}, token)
    }
  },
  exit: {
    mystComment(token) {
      this.exit(token)
    }
  }
}
