/** Substitutions: tokens to nodes. */
import type {Extension} from 'mdast-util-from-markdown'
import type {} from 'mdast-util-gfm-table'
import {fromCell} from '../cell-source.js'

/** The mdast part of {@link blockSubstitutionConstruct} and {@link inlineSubstitutionConstruct}. */
export const substitutionFromMarkdown: Extension = {
  enter: {
    mystSubstitution(token) {
      // A further line of a paragraph has no indent.
      const inner = this.sliceSerialize(token)
        .slice(2, -2)
        .replace(/(\r\n?|\n)[ \t]+/g, '$1')
      this.enter({type: 'inlineSubstitution', value: this.data.inTable ? fromCell(inner) : inner}, token)
    },
    mystSubstitutionLine(token) {
      const value = this.sliceSerialize(token).trimEnd().slice(2, -2)
      this.enter({type: 'substitution', value}, token)
    }
  },
  exit: {
    mystSubstitution(token) {
      this.exit(token)
    },
    mystSubstitutionLine(token) {
      this.exit(token)
    }
  }
}
