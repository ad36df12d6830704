/** From a drawn page to HTML that is safe. */
import type {RootContent as HastContent, Root as HastRoot} from 'hast'
import type {Report} from '../ast/report.js'
import {isComment} from '../names/html-tags.js'
import {limitRaw} from './limit-raw.js'
import {parseRaw} from './raw-ids.js'
import {sanitizeHtml, sanitizeInPlace} from './sanitize.js'

/** Reads raw HTML: takes a tree with `raw` nodes and gives one without. `hast-util-raw` is one. */
export type ParseHtml = (tree: HastRoot) => HastRoot

/** Changes a page that is safe already: all but the points in positions, as those are the tree's. */
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
}

/**
 * The page as hast: raw HTML read or shown, and all of it sanitized.
 *
 * @param hast drawn with the elements or handlers of a caller, who may have it still.
 */
export function toSafeHast(hast: HastRoot, options: HastOptions): HastRoot {
  const {allowDangerousHtml, parseHtml, idPrefix} = options
  const read = hasRaw(hast) ? withoutRaw(hast, options) : hast
  return allowDangerousHtml && parseHtml ? read : sanitizeHtml(read, idPrefix)
}

/**
 * The same of a page that we draw, in place.
 *
 * @param draw makes the tree, and calls `onRaw` for each node of raw HTML.
 */
export function drawSafeHast(
  draw: (onRaw: (node: {value: string}) => void) => HastRoot,
  options: HastOptions
): HastRoot {
  const {allowDangerousHtml, parseHtml, idPrefix} = options
  const isTrusted = Boolean(allowDangerousHtml && parseHtml)
  let isRaw = false
  const hast = draw(({value}) => {
    // Comments alone need nobody who reads HTML to be left out.
    isRaw ||= isTrusted || !parseHtml || !isComment(value)
  })
  const read = isRaw ? withoutRaw(hast, options) : hast
  return isTrusted ? read : sanitizeInPlace(read, idPrefix)
}

function withoutRaw(hast: HastRoot, {parseHtml, idPrefix, report}: HastOptions): HastRoot {
  if (!parseHtml) return rawAsText(hast)
  limitRaw(hast, report)
  return parseRaw(hast, parseHtml, idPrefix)
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
