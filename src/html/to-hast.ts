/** Drawn mdast to hast by the handlers of mdast-util-to-hast, where a caller has a hand in it. */
import type {Element, ElementContent, Nodes as Hast, Root as HastRoot} from 'hast'
import type {Nodes, Root} from 'mdast'
import {defaultHandlers, type Handler, type Handlers, type State} from 'mdast-util-to-hast'
import {isParent} from '../ast/tree.js'
import {own} from '../names/own.js'
import type {HtmlElement} from './element.js'
import {at, elementAt, isContent, joined, wrap} from './hast-parts.js'

const {root: _, ...drawers} = defaultHandlers

/** Make hast of a tree of anybody's elements. */
export function withHandlers(tree: Root, handlers: Handlers | undefined): HastRoot {
  const state = stateOf(handlers)
  return handlers?.root
    ? asRoot(handlers.root(state, tree, undefined) ?? [])
    : at(tree, {type: 'root', children: state.wrap(state.all(tree))})
}

/** A caller's handler of a root gives one, whatever the types say. */
function asRoot(drawn: Hast | ElementContent[]): HastRoot {
  if (Array.isArray(drawn)) return {type: 'root', children: drawn}
  return drawn.type === 'root' ? drawn : {type: 'root', children: [drawn]}
}

/**
 * What handlers are given. The library's own walk looks for definitions and footnotes before it draws; here those are
 * drawn already.
 */
export function stateOf(given: Handlers | undefined): State {
  const handlers: Handlers = {...drawers, htmlElement, ...given}
  const state: State = {
    all(parent) {
      if (!isParent(parent)) return []
      const nodes: readonly Nodes[] = parent.children
      return joined(
        nodes,
        nodes.map((node) => state.one(node, parent) ?? [])
      )
    },
    one: (node, parent) => (own(handlers, node.type) ?? unknown)(state, node, parent),
    applyData,
    patch: (from, to) => void at(from, to),
    wrap: (nodes, isLoose) => (isLoose ? wrap(nodes) : wrap(nodes).slice(1, -1)),
    definitionById: new Map(),
    footnoteById: new Map(),
    footnoteCounts: new Map(),
    footnoteOrder: [],
    handlers,
    options: {allowDangerousHtml: true, clobberPrefix: ''}
  }
  return state
}

/** What `data` says, as mdast-util-to-hast would read it, but without its deep copy: properties are ours. */
export const htmlElement: Handler = (state, node: HtmlElement): Element => {
  const {hName, hProperties, hChildren} = node.data
  const children = hChildren ?? state.all(node)
  return elementAt(node, hName, {...hProperties}, children)
}

/** What nobody knows is a `<div>`, or its text. */
const unknown: Handler = (state, node: Nodes): Element | ElementContent => {
  const {hProperties, hChildren} = node.data ?? {}
  const isText = 'value' in node && !hProperties && !hChildren
  return state.applyData(
    node,
    at<ElementContent>(
      node,
      isText
        ? {type: 'text', value: String(node.value)}
        : {type: 'element', tagName: 'div', properties: {}, children: state.all(node)}
    )
  )
}

/** Another element than a node would be by itself, further properties, or other content. */
function applyData<T extends Hast>({data = {}}: Nodes, drawn: T): T | Element {
  const {hName, hProperties, hChildren} = data
  const isNamed = typeof hName === 'string'
  if (!isElement(drawn) && !(isNamed && isContent(drawn))) return drawn
  const element: Element = isElement(drawn)
    ? drawn
    : {type: 'element', tagName: '', properties: {}, children: [drawn]}
  if (isNamed) element.tagName = hName
  Object.assign(element.properties, hProperties)
  if (hChildren) element.children = hChildren
  return element
}

function isElement(node: Hast): node is Element {
  return node.type === 'element'
}
