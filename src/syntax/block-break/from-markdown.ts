/** Block breaks: token to node. */
import type {Extension} from 'mdast-util-from-markdown'
import {parseBlockBreak} from './grammar.js'

/** The mdast part of {@link blockBreakConstruct}. */
export const blockBreakFromMarkdown: Extension = {
  enter: {
    blockBreak(token) {
      this.enter(
        {type: 'blockBreak', meta: parseBlockBreak(this.sliceSerialize(token)) ?? '', value: ''},
        token
      )
    }
  },
  exit: {
    blockBreak(token) {
      this.exit(token)
    }
  }
}
