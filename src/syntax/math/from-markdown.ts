/** Dollar math: tokens to nodes. */
import type {Extension} from 'mdast-util-from-markdown'
import type {} from 'mdast-util-gfm-table'
import {buildDollarBlock, buildInlineMath} from './build.js'

/** The mdast part of {@link dollarBlockConstruct} and {@link inlineMathConstruct}. */
export const mathFromMarkdown: Extension = {
  enter: {
    mystDollarBlock(token) {
      this.enter(buildDollarBlock(token._lines ?? []), token)
    },
    mystInlineMath(token) {
      const {source = '', double = false} = token._mystInlineMath ?? {}
      // Cells split at `|` before formulas are seen, so authors write `\|` there.
      const value = this.data.inTable
        ? source.replace(/\\([\\|])/g, (pair, sign) => (sign === '|' ? sign : pair))
        : source
      this.enter(buildInlineMath(value, double), token)
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
