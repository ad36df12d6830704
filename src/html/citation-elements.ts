/** Citations and bibliographies as docutils and sphinxcontrib-bibtex draw them. */
import type {Bibliography, Citation, Cite, CiteGroup} from '../ast/nodes.js'
import type {ToElement} from './context.js'
import {classNames, element} from './element.js'
import {linkElement} from './link-element.js'

export const cite: ToElement<Cite> = (node, {all}) => linkElement(node, node.class ?? '', all(node.children))

export const citeGroup: ToElement<CiteGroup> = ({class: className, children}, {all}) =>
  element('span', {className: classNames(className)}, all(children))

/** Not docutils' `doc-biblioentry`: that role is no longer to be used, and browsers do not take it for an item of a list. */
export const citation: ToElement<Citation> = ({children}, {all}) =>
  element('div', {className: ['citation'], role: 'listitem'}, all(children))

export const bibliography: ToElement<Bibliography> = ({class: className, children}, {all}) =>
  element(
    'div',
    {
      className: classNames('citation-list', className),
      role: children.some((child) => child.type === 'citation') ? 'list' : undefined
    },
    all(children)
  )
