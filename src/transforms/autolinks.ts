/** `linkify` and `gfm_autolink`: addresses in plain text become links. */
import type {Parents, PhrasingContent, Root} from 'mdast'
import {isParent, skip, visitNodes} from '../ast/tree.js'
import {findLinks} from '../syntax/autolink/grammar.js'
import {cut, type Locate, placesOf} from './text-places.js'

export interface AutolinkOptions {
  source: string
  locate: Locate
  /** Names without protocol, too. */
  fuzzy: boolean
}

/** Link addresses, in place; never in links or code. */
export function linkAddresses(tree: Root, {source, locate, fuzzy}: AutolinkOptions): void {
  visitNodes(tree, (parent) => {
    if (parent.type === 'link' || parent.type === 'linkReference') return skip
    if (!isParent(parent) || !parent.children.some((child) => child.type === 'text')) return
    const children = parent.children.flatMap((child) => {
      if (child.type !== 'text' || !/[@.]|:\/\//.test(child.value)) return [child]
      const places = placesOf(child, source, locate)
      const links = findLinks(child.value, fuzzy).filter(({start}) => places.literal(start))
      if (links.length === 0) return [child]
      const pieces = links.map(({start, end, url}) => ({
        start,
        end,
        node: (position: PhrasingContent['position']): PhrasingContent => ({
          type: 'link',
          url,
          title: null,
          children: [{type: 'text', value: child.value.slice(start, end), ...(position ? {position} : {})}],
          ...(position ? {position} : {})
        })
      }))
      return cut(child, pieces, places)
    })
    setChildren(parent, children)
    return
  })
}

function setChildren(parent: Parents, children: readonly unknown[]): void {
  Object.assign(parent, {children})
}
