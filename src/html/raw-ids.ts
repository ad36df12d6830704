/** Ids of raw HTML: no two elements of a page may bear one. */
import type {RootContent as HastContent, Root as HastRoot} from 'hast'
import {withoutIds} from '../names/html-tags.js'

/**
 * Take from raw HTML, in place, the ids that the page has anyway; references lead to those.
 *
 * @param prefix what the ids of the page begin with, and those of raw HTML will.
 */
export function dropTakenIds(tree: HastRoot, prefix = ''): HastRoot {
  const taken = new Set<string>()
  const raws: (HastContent & {type: 'raw'})[] = []
  const stack: (HastRoot | HastContent)[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'raw') raws.push(node)
    if (node.type === 'element' && node.properties.id) taken.add(String(node.properties.id))
    if (!('children' in node)) continue
    // The first child is on top.
    for (const child of node.children.toReversed()) stack.push(child)
  }
  for (const raw of raws) raw.value = withoutIds(raw.value, taken, prefix)
  return tree
}
