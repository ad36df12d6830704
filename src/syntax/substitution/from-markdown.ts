/** Substitutions: tokens to nodes. */
import type {Extension} from 'mdast-util-from-markdown'
import type {} from 'mdast-util-gfm-table'

/** The mdast part of {@link blockSubstitutionConstruct} and {@link inlineSubstitutionConstruct}. */
export const substitutionFromMarkdown: Extension = {
  enter: {
    mystSubstitution(token) {
      const inner = this.sliceSerialize(token).slice(2, -2)
      // Cells split at `|` before anything in them is seen, so authors write `\|` there.
      const value = this.data.inTable ? inner.replace(/\\([\\|])/g, '$1') : inner
      this.enter({type: 'inlineSubstitution', value}, token)
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
