/** Definition lists and glossaries as elements. */
import type {DefinitionDescription, DefinitionList, DefinitionTerm, Glossary} from '../ast/nodes.js'
import type {DrawNode} from './context.js'
import {classNames} from './element.js'

export const definitionList: DrawNode<DefinitionList> = (node, {all, element}) =>
  // Only lists in the syntax of Markdown know whether they are spread; MyST-Parser marks them so.
  element(
    'dl',
    {className: classNames(node.spread !== undefined && 'simple myst', node.class)},
    all(node.children)
  )

export const definitionTerm: DrawNode<DefinitionTerm> = (node, {all, element}) =>
  element('dt', {className: classNames(node.class)}, all(node.children))

export const definitionDescription: DrawNode<DefinitionDescription> = (node, {all, element}) =>
  element('dd', {className: classNames(node.class)}, all(node.children))

export const glossary: DrawNode<Glossary> = (node, {all, element}) =>
  node.class || node.ids
    ? element('div', {className: classNames(node.class)}, all(node.children))
    : all(node.children)
