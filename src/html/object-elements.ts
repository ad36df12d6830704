/** Descriptions of APIs, as Sphinx draws them. */
import type {ObjectDescription, ObjectScope, Signature} from '../ast/nodes.js'
import type {ToElement} from './context.js'
import {anchors, classNames, element} from './element.js'

export const objectDescription: ToElement<ObjectDescription> = (node, {all}) => {
  const signatures = node.children.filter((child): child is Signature => child.type === 'signature')
  const body = node.children.filter((child) => child.type !== 'signature')
  if (node.typeset === false) return [...signatures.flatMap(anchors), ...all(body)]
  return element('dl', {className: classNames(node.domain, node.objectType.replace(':', '-'), node.class)}, [
    ...signatures.flatMap((signature) =>
      all([{...signature, class: classNames('sig sig-object', node.domain).join(' ')}])
    ),
    element('dd', {}, all(body))
  ])
}

export const signature: ToElement<Signature> = ({children, class: className}, {all}) =>
  element('dt', {className: classNames(className)}, all(children))

/** A module is a place that links lead to; a program is not. */
export const objectScope: ToElement<ObjectScope> = () => []
