/** Lists of fields as elements, as docutils has them. */
import type {FieldBody, FieldList, FieldName} from '../ast/nodes.js'
import type {ToElement} from './context.js'
import {classNames, element} from './element.js'

export const fieldList: ToElement<FieldList> = (node, {all}) =>
  element(
    'dl',
    {className: classNames('field-list', node.class)},
    all(node.children.flatMap((each) => each.children))
  )

export const fieldName: ToElement<FieldName> = (node, {all}) =>
  element('dt', {className: classNames(node.class)}, [
    ...all(node.children),
    element('span', {className: ['colon']}, [{type: 'text', value: ':'}])
  ])

export const fieldBody: ToElement<FieldBody> = (node, {all}) =>
  element('dd', {className: classNames(node.class)}, all(node.children))
