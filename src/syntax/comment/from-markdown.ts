/** Comments: tokens to node. */
import type {CompileContext, Extension} from 'mdast-util-from-markdown'
import type {MystComment} from '../../ast/nodes.js'
import {commentValue} from './grammar.js'

const lines = new WeakMap<CompileContext, string[]>()

/** The mdast part of {@link commentConstruct}. */
export const commentFromMarkdown: Extension = {
  enter: {
    mystComment(token) {
      lines.set(this, [])
      this.enter({type: 'mystComment', value: ''}, token)
    },
    mystCommentMarker() {
      lines.get(this)?.push('')
    }
  },
  exit: {
    mystCommentValue(token) {
      const seen = lines.get(this)
      if (seen) seen[seen.length - 1] = this.sliceSerialize(token)
    },
    mystComment(token) {
      const node = this.stack.at(-1)
      if (node?.type === 'mystComment')
        (node satisfies MystComment).value = commentValue(lines.get(this) ?? [])
      this.exit(token)
    }
  }
}
