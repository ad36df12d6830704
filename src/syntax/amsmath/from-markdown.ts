/** LaTeX environments: tokens to nodes. */
import type {Extension} from 'mdast-util-from-markdown'
import {buildEnvironment} from './build.js'

/** The mdast part of {@link environmentConstruct}. */
export const environmentFromMarkdown: Extension = {
  enter: {
    mystEnvironment(token) {
      this.enter(buildEnvironment(token._lines ?? []), token)
    }
  },
  exit: {
    mystEnvironment(token) {
      this.exit(token)
    }
  }
}
