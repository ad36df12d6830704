/** Drawn mdast to hast by mdast-util-to-hast, without what that does for trees that are not ours. */
import type {Element, ElementContent, Root as HastRoot} from 'hast'
import type {List, Nodes, Parents, Root} from 'mdast'
import {type Handler, type Handlers, type State, toHast} from 'mdast-util-to-hast'
import {isParent} from '../ast/tree.js'
import type {HtmlElement} from './element.js'
import {copyOf} from './sanitize.js'

/** Make hast of a tree of anybody's elements. */
export function withHandlers(tree: Nodes, handlers: Handlers | undefined): HastRoot {
  const hast = toHast(tree, {
    allowDangerousHtml: true,
    clobberPrefix: '',
    handlers: {htmlElement, ...handlers}
  })
  if (hast.type === 'root') return hast
  return {type: 'root', children: hast.type === 'doctype' ? [] : [hast]}
}

/**
 * Make hast of a tree of our elements. mdast-util-to-hast walks the tree that it is given for definitions and
 * footnotes. Our elements leave none, so it is given an empty one, and draws this one where it asks how a root is
 * drawn.
 *
 * Nothing of it is in the tree or a plug-in's hands, but lists in properties.
 *
 * @param onRaw called for each node of raw HTML, but for those that plug-ins may have put into their elements.
 */
export function elementsToHast(tree: Root, onRaw: (node: {value: string}) => void): HastRoot {
  let children: HastRoot['children'] = []
  const root: Handler = (state) => {
    speedUp(state, onRaw)
    children = state.wrap(state.all(tree))
    return undefined
  }
  withHandlers({type: 'root', children: []}, {root})
  const {position} = tree
  return position ? {type: 'root', children, position} : {type: 'root', children}
}

/** Those of mdast-util-to-hast and ours, by type. */
const drawers = new Map<string, Handler>()

/** Give mdast-util-to-hast quicker ways for what most nodes are. */
function speedUp(state: State, onRaw: (node: {value: string}) => void): void {
  const {one, all, applyData} = state
  if (drawers.size === 0) {
    for (const [type, handler] of Object.entries(state.handlers))
      if (type !== 'root') drawers.set(type, handler)
    drawers.set('htmlElement', ownElement)
  }
  const likenesses = new Map<Parents, List>()
  state.patch = ({position}, to) => {
    if (position) to.position = {start: {...position.start}, end: {...position.end}}
  }
  // Properties are ours, and sanitizing copies them: no deep copy before.
  state.applyData = (from, to) => {
    const {data} = from
    if (!data) return to
    if (to.type !== 'element' || data.hName !== undefined || data.hChildren) return applyData(from, to)
    Object.assign(to.properties, data.hProperties)
    return to
  }
  state.all = (parent) => {
    if (!isParent(parent) || parent.children.some(({type}) => type === 'break')) return all(parent)
    // A list that is as long as it needs to be: most are of one.
    const drawn = parent.children.map((child) => state.one(child, parent))
    return drawn.every(isOne) ? drawn : drawn.flatMap((each) => each ?? [])
  }
  state.one = (node, parent) => {
    if (node.type === 'text' && !node.data && !/[\r\n]/.test(node.value)) {
      const text: ElementContent = {type: 'text', value: node.value}
      state.patch(node, text)
      return text
    }
    if (node.type === 'html') onRaw(node)
    const drawer = drawers.get(node.type)
    return drawer ? drawer(state, node, likenessOf(parent)) : one(node, parent)
  }

  /** Each item asks all items of its list whether they are loose: of a list without any it is told at once. */
  function likenessOf(parent: Parents | undefined): Parents | undefined {
    if (parent?.type !== 'list') return parent
    const known = likenesses.get(parent)
    if (known) return known
    const spread = parent.spread || parent.children.some((item) => item.spread ?? item.children.length > 1)
    const likeness: List = {type: 'list', spread, children: []}
    likenesses.set(parent, likeness)
    return likeness
  }
}

function isOne<T>(drawn: T | T[] | undefined): drawn is T {
  return drawn !== undefined && !Array.isArray(drawn)
}

/** What `data` says, as mdast-util-to-hast would read it, but without its deep copy: properties are ours. */
const htmlElement: Handler = (state, node: HtmlElement): Element => {
  const {hName, hProperties, hChildren} = node.data
  const element: Element = {
    type: 'element',
    tagName: hName,
    properties: {...hProperties},
    children: hChildren ?? state.all(node)
  }
  state.patch(node, element)
  return element
}

/** The same, of which nothing is a plug-in's: to be sanitized in place. */
const ownElement: Handler = (state, node: HtmlElement): Element => {
  const {hName, hProperties, hChildren} = node.data
  const children = hChildren ? copyOf(hChildren) : state.all(node)
  const element: Element = {type: 'element', tagName: hName, properties: {...hProperties}, children}
  state.patch(node, element)
  return element
}
