/** Dollar math: tokens to nodes. */
import type {Extension} from 'mdast-util-from-markdown'
import type {} from 'mdast-util-gfm-table'
import {fromCell} from '../cell-source.js'
import {buildDollarBlock, buildInlineMath} from './build.js'

/** The mdast part of {@link dollarBlockConstruct} and {@link inlineMathConstruct}. */
export const mathFromMarkdown: Extension = {
  enter: {
    mystDollarBlock(token) {
      this.enter(buildDollarBlock(token._lines ?? []), token)
    },
    mystInlineMath(token) {
      const {source = '', double = false} = token._mystInlineMath ?? {}
      this.enter(buildInlineMath(this.data.inTable ? fromCell(source) : source, double), token)
    }
  },
  exit: {
    mystDollarBlock(token) {
      this.exit(token)
    },
    mystInlineMath(token) {
      this.exit(token)
    }
  }
}
