/** Descriptions of APIs, as Sphinx draws them. */
import type {ObjectDescription, ObjectScope, Signature} from '../ast/nodes.js'
import type {DrawNode} from './context.js'
import {anchors, classNames} from './element.js'

export const objectDescription: DrawNode<ObjectDescription> = (node, context) => {
  const {all, element} = context
  const signatures = node.children.filter((child): child is Signature => child.type === 'signature')
  const body = node.children.filter((child) => child.type !== 'signature')
  if (node.typeset === false) return [...signatures.flatMap((each) => anchors(each, context)), ...all(body)]
  return element('dl', {className: classNames(node.domain, node.objectType.replace(':', '-'), node.class)}, [
    ...signatures.flatMap((signature) =>
      all([{...signature, class: classNames('sig sig-object', node.domain).join(' ')}])
    ),
    element('dd', {}, all(body))
  ])
}

export const signature: DrawNode<Signature> = ({children, class: className}, {all, element}) =>
  element('dt', {className: classNames(className)}, all(children))

/** A module is a place that links lead to; a program is not. */
export const objectScope: DrawNode<ObjectScope> = () => []
