/** Substitutions: tokens to nodes. */
import type {Extension} from 'mdast-util-from-markdown'
import type {} from 'mdast-util-gfm-table'
import {fromCell} from '../cell-source.js'
import {inlineSubstitutionValue, parseSubstitutionLine} from './grammar.js'

/** The mdast part of {@link blockSubstitutionConstruct} and {@link inlineSubstitutionConstruct}. */
export const substitutionFromMarkdown: Extension = {
  enter: {
    mystSubstitution(token) {
      const inner = inlineSubstitutionValue(this.sliceSerialize(token))
      this.enter({type: 'inlineSubstitution', value: this.data.inTable ? fromCell(inner) : inner}, token)
    },
    mystSubstitutionLine(token) {
      const value = parseSubstitutionLine(this.sliceSerialize(token)) ?? ''
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
