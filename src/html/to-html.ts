/** From drawn mdast to HTML. */
import type {Element, RootContent as HastContent, Root as HastRoot} from 'hast'
import type {Nodes, Root} from 'mdast'
import {type Handler, type Handlers, toHast} from 'mdast-util-to-hast'
import type {Report} from '../ast/report.js'
import type {HtmlElement} from './element.js'
import {limitRaw} from './limit-raw.js'
import {parseRaw} from './raw-ids.js'
import {sanitizeHtml} from './sanitize.js'

/** Reads raw HTML: takes a tree with `raw` nodes and gives one without. `hast-util-raw` is one. */
export type ParseHtml = (tree: HastRoot) => HastRoot

/** Changes a page that is safe already. */
export type TransformHast = (tree: HastRoot, page: string) => HastRoot

export interface HastOptions {
  /** Without it, raw HTML is shown as text. */
  parseHtml?: ParseHtml | undefined
  /** Leave what authors wrote in raw HTML as it is. Only for text that is trusted. */
  allowDangerousHtml?: boolean | undefined
  /** Told what of raw HTML is not read. */
  report: Report
  /** What every id begins with. */
  idPrefix?: string | undefined
  /** Those of the caller, which may leave anything to mdast-util-to-hast. */
  elements?: unknown
  /** mdast-util-to-hast's own handlers, for node types that elements do not serve. */
  toHast?: {handlers?: Handlers | undefined} | undefined
}

/**
 * The page as hast: raw HTML read or shown, and all of it sanitized.
 */
export function toSafeHast(
  tree: Root,
  {parseHtml, allowDangerousHtml, idPrefix, report, elements, toHast: more}: HastOptions
): HastRoot {
  const hast = elements || more?.handlers ? withHandlers(tree, more?.handlers) : withoutSearch(tree)
  const isRaw = hasRaw(hast)
  if (isRaw && parseHtml) limitRaw(hast, report)
  const read = isRaw ? (parseHtml ? parseRaw(hast, parseHtml, idPrefix) : rawAsText(hast)) : hast
  return allowDangerousHtml && parseHtml ? read : sanitizeHtml(read, idPrefix)
}

function withHandlers(tree: Nodes, handlers: Handlers | undefined): HastRoot {
  const hast = toHast(tree, {
    allowDangerousHtml: true,
    clobberPrefix: '',
    handlers: {htmlElement, ...handlers}
  })
  if (hast.type === 'root') return hast
  return {type: 'root', children: hast.type === 'doctype' ? [] : [hast]}
}

/**
 * mdast-util-to-hast walks the tree that it is given for definitions and footnotes. Our elements leave none, so it is
 * given an empty one, and draws this one where it asks how a root is drawn.
 */
function withoutSearch(tree: Root): HastRoot {
  let children: HastRoot['children'] = []
  withHandlers(
    {type: 'root', children: []},
    {
      root(state) {
        const {applyData} = state
        // Properties are ours, and sanitizing copies them: no deep copy before.
        state.applyData = (from, to) => {
          const {data} = from
          if (!data || to.type !== 'element' || data.hName !== undefined || data.hChildren)
            return applyData(from, to)
          Object.assign(to.properties, data.hProperties)
          return to
        }
        children = state.wrap(state.all(tree))
        return undefined
      }
    }
  )
  const root: HastRoot = {type: 'root', children}
  return tree.position ? {...root, position: tree.position} : root
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

function hasRaw(node: HastRoot | HastContent): boolean {
  return node.type === 'raw' || ('children' in node && node.children.some(hasRaw))
}

/** The core reads no HTML: what an author wrote stays to be seen. */
function rawAsText(tree: HastRoot): HastRoot {
  const copy = (node: HastContent): HastContent => {
    if (node.type === 'raw') return {type: 'text', value: node.value}
    return node.type === 'element'
      ? {...node, children: node.children.map(copy).filter((child) => child.type !== 'doctype')}
      : node
  }
  return {
    ...tree,
    children: tree.children.map(
      (node): HastContent =>
        node.type === 'raw'
          ? {type: 'element', tagName: 'p', properties: {}, children: [{type: 'text', value: node.value}]}
          : copy(node)
    )
  }
}
