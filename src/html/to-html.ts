/** From drawn mdast to HTML. */
import type {RootContent as HastContent, Root as HastRoot} from 'hast'
import type {Root} from 'mdast'
import type {Handlers} from 'mdast-util-to-hast'
import type {Report} from '../ast/report.js'
import {isComment} from '../names/html-tags.js'
import {limitRaw} from './limit-raw.js'
import {parseRaw} from './raw-ids.js'
import {sanitizeHtml, sanitizeInPlace} from './sanitize.js'
import {elementsToHast, withHandlers} from './to-hast.js'

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
  const isTrusted = Boolean(allowDangerousHtml && parseHtml)
  const isForeign = Boolean(elements || more?.handlers)
  let isRaw = false
  const onRaw = ({value}: {value: string}): void => {
    // Comments alone need nobody who reads HTML to be left out.
    isRaw ||= isTrusted || !parseHtml || !isComment(value)
  }
  const draw = () => (isForeign ? withHandlers(tree, more?.handlers) : elementsToHast(tree, onRaw))
  let hast = draw()
  if (!isRaw && !isForeign && !isTrusted) {
    const safe = sanitizeInPlace(hast, idPrefix, onRaw)
    if (!isRaw) return safe
    hast = draw()
  }
  isRaw ||= hasRaw(hast)
  if (isRaw && parseHtml) limitRaw(hast, report)
  const read = isRaw ? (parseHtml ? parseRaw(hast, parseHtml, idPrefix) : rawAsText(hast)) : hast
  return isTrusted ? read : sanitizeHtml(read, idPrefix)
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
