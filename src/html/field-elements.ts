/** Lists of fields as elements, as docutils has them. */
import type {FieldBody, FieldList, FieldName} from '../ast/nodes.js'
import type {DrawNode} from './context.js'
import {classNames} from './element.js'

export const fieldList: DrawNode<FieldList> = (node, {all, element}) =>
  element(
    'dl',
    {className: classNames('field-list', node.class)},
    all(node.children.flatMap((each) => each.children))
  )

export const fieldName: DrawNode<FieldName> = (node, {all, element, text}) =>
  element('dt', {className: classNames(node.class)}, [
    ...all(node.children),
    element('span', {className: ['colon']}, [text(':')])
  ])

export const fieldBody: DrawNode<FieldBody> = (node, {all, element}) =>
  element('dd', {className: classNames(node.class)}, all(node.children))
