/** Citations: tokens to nodes. */
import type {Extension} from 'mdast-util-from-markdown'
import {buildCitation} from './build.js'

/** The mdast part of {@link citationConstruct}. */
export const citationFromMarkdown: Extension = {
  enter: {
    mystCitation(token) {
      if (token._mystCitation) this.enter(buildCitation(token._mystCitation), token)
    }
  },
  exit: {
    mystCitation(token) {
      if (token._mystCitation) this.exit(token)
    }
  }
}
