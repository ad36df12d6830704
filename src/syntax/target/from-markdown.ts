/** Targets: token to node. */
import type {Extension} from 'mdast-util-from-markdown'
import type {MystTarget} from '../../ast/nodes.js'
import {onLine} from '../../ast/place.js'
import {parseTarget} from './grammar.js'

/** The mdast part of {@link targetConstruct}. */
export const targetFromMarkdown: Extension = {
  enter: {
    mystTarget(token) {
      const target = parseTarget(this.sliceSerialize(token))
      const label = target?.label ?? ''
      const node: MystTarget = {type: 'mystTarget', label, value: ''}
      if (target) node.data = {labelPosition: onLine(token.start, target.labelStart, target.labelEnd)}
      this.enter(node, token)
    }
  },
  exit: {
    mystTarget(token) {
      this.exit(token)
    }
  }
}
