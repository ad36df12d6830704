/** Citations and bibliographies as docutils and sphinxcontrib-bibtex draw them. */
import type {Bibliography, Citation, Cite, CiteGroup} from '../ast/nodes.js'
import type {DrawNode} from './context.js'
import {classNames} from './element.js'
import {linkElement} from './link-element.js'

export const cite: DrawNode<Cite> = (node, context) =>
  linkElement(context, node, node.class ?? '', context.all(node.children))

export const citeGroup: DrawNode<CiteGroup> = ({class: className, children}, {all, element}) =>
  element('span', {className: classNames(className)}, all(children))

/** Not docutils' `doc-biblioentry`: that role is no longer to be used, and browsers do not take it for an item of a list. */
export const citation: DrawNode<Citation> = ({children}, {all, element}) =>
  element('div', {className: ['citation'], role: 'listitem'}, all(children))

export const bibliography: DrawNode<Bibliography> = ({class: className, children}, {all, element}) =>
  element(
    'div',
    {
      className: classNames('citation-list', className),
      role: children.some((child) => child.type === 'citation') ? 'list' : undefined
    },
    all(children)
  )
