/** Directives: tokens to nodes. */
import type {Extension} from 'mdast-util-from-markdown'
import {buildDirective} from './build.js'

/** The mdast part of {@link directiveConstruct}. */
export const directiveFromMarkdown: Extension = {
  enter: {
    mystDirective(token) {
      if (token._mystDirective) this.enter(buildDirective(token._mystDirective), token)
    },
    mystDirectiveTerm(token) {
      this.enter({type: 'paragraph', children: []}, token)
    },
    mystDirectiveArgument(token) {
      const parts = this.stack.at(-1)
      // A raw argument is on the directive already.
      if (token._inline && parts?.type === 'mystDirective')
        this.enter({type: 'mystDirectiveArgument', children: []}, token)
    }
  },
  exit: {
    mystDirectiveTerm(token) {
      this.exit(token)
    },
    mystDirectiveArgument(token) {
      if (token._inline) this.exit(token)
    },
    mystDirective(token) {
      this.exit(token)
    }
  }
}
