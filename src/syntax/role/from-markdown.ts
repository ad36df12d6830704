/** Roles: tokens to node. */
import type {Extension} from 'mdast-util-from-markdown'
import type {} from 'mdast-util-gfm-table'
import {fromCell} from '../cell-source.js'
import {buildRole} from './build.js'

/** The mdast part of {@link roleConstruct}. */
export const roleFromMarkdown: Extension = {
  canContainEols: ['mystRole'],
  enter: {
    mystRole(token) {
      const parts = token._mystRole
      if (!parts) return
      const value = this.data.inTable ? fromCell(parts.value) : parts.value
      this.enter(buildRole({...parts, value}), token)
    }
  },
  exit: {
    mystRole(token) {
      const node = this.stack.at(-1)
      // Of content that is kept as written, line endings would be text.
      if (node?.type === 'mystRole' && !token._mystRole?.inline) node.children = []
      this.exit(token)
    }
  }
}
