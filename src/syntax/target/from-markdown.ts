/** Targets: token to node. */
import type {Extension} from 'mdast-util-from-markdown'
import {buildTarget} from './build.js'

/** The mdast part of {@link targetConstruct}. */
export const targetFromMarkdown: Extension = {
  enter: {
    mystTarget(token) {
      this.enter(buildTarget(this.sliceSerialize(token), token.start), token)
    }
  },
  exit: {
    mystTarget(token) {
      this.exit(token)
    }
  }
}
