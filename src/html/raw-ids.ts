/** Ids of raw HTML: no two elements of a page may bear one. */
import type {Element, Root, RootContent} from 'hast'
import {withoutIds} from '../names/html-tags.js'
import type {ParseHtml} from './to-html.js'

/**
 * Read raw HTML without the ids that the page has anyway, as references lead to those, and without those that it
 * gives twice.
 *
 * @param prefix what the ids of the page begin with, and those of raw HTML will.
 */
export function parseRaw(tree: Root, parseHtml: ParseHtml, prefix = ''): Root {
  const own = new Set<unknown>()
  const raws: Extract<RootContent, {type: 'raw'}>[] = []
  walk(tree, (node) => {
    if (node.type === 'raw') raws.push(node)
    else if (node.type === 'element') own.add(node.properties.id)
  })
  for (const raw of raws)
    raw.value = withoutIds(raw.value, (id) => own.has(id.startsWith(prefix) ? id : prefix + id))
  const read = parseHtml(tree)
  const seen = new Set<unknown>()
  walk(read, (node) => {
    if (node.type === 'element') keepFirst(node, seen)
  })
  return read
}

/** What is open at the end of a block is opened again in the next, with its id. */
function keepFirst({properties}: Element, seen: Set<unknown>): void {
  if (properties.id === undefined) return
  if (seen.has(properties.id)) delete properties.id
  else seen.add(properties.id)
}

/** In the order of the page, which is shallow enough by now. */
function walk(node: Root | RootContent, see: (node: Root | RootContent) => void): void {
  see(node)
  if ('children' in node) for (const child of node.children) walk(child, see)
}
