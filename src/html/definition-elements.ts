/** Definition lists and glossaries as elements. */
import type {DefinitionDescription, DefinitionList, DefinitionTerm, Glossary} from '../ast/nodes.js'
import type {ToElement} from './context.js'
import {classNames, element} from './element.js'

export const definitionList: ToElement<DefinitionList> = (node, {all}) =>
  // Only lists in the syntax of Markdown know whether they are spread; MyST-Parser marks them so.
  element(
    'dl',
    {className: classNames(node.spread !== undefined && 'simple myst', node.class)},
    all(node.children)
  )

export const definitionTerm: ToElement<DefinitionTerm> = (node, {all}) =>
  element('dt', {className: classNames(node.class)}, all(node.children))

export const definitionDescription: ToElement<DefinitionDescription> = (node, {all}) =>
  element('dd', {className: classNames(node.class)}, all(node.children))

export const glossary: ToElement<Glossary> = (node, {all}) =>
  node.class || node.ids
    ? element('div', {className: classNames(node.class)}, all(node.children))
    : all(node.children)
