/** `linkify` and `gfm_autolink`: addresses in plain text become links. */
import type {Parents, PhrasingContent, Root} from 'mdast'
import {isParent, skip, visitNodes} from '../ast/tree.js'
import {findLinks} from '../syntax/autolink/grammar.js'
import {cut, type Locate, placesOf, type TextPlaces} from './text-places.js'

export interface AutolinkOptions {
  source: string
  locate: Locate
  /** Names without protocol, too. */
  fuzzy: boolean
}

/** Link addresses, in place; never in links, code or tags of HTML's own links. */
export function linkAddresses(tree: Root, {source, locate, fuzzy}: AutolinkOptions): void {
  visitNodes(tree, (parent) => {
    if (parent.type === 'link' || parent.type === 'linkReference') return skip
    if (!isParent(parent) || !parent.children.some(({type}) => type === 'text' || type === 'link')) return
    let inTag = false
    const children = parent.children.flatMap((child) => {
      if (child.type === 'html')
        inTag = /^<a[\s>]/i.test(child.value) || (inTag && !/^<\/a[\s>]/i.test(child.value))
      if (inTag && child.type === 'link') return child.children
      if (child.type !== 'text' || inTag || !/[@.]|:\/\//.test(child.value)) return [child]
      const places = placesOf(child, source, locate)
      const links = findLinks(child.value, fuzzy).filter(({start, end}) =>
        isWritten(child.value, start, end, places)
      )
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

/** A backslash before or in its protocol or its name says that no link is meant; what comes behind may be escaped. */
function isWritten(text: string, start: number, end: number, {literal}: TextPlaces): boolean {
  if (text.charAt(start - 1) === '\\') return false
  const head = /^(?:[a-z]+:\/\/)?[^/?#]*/i.exec(text.slice(start, end))?.[0].length ?? 0
  for (let index = start; index < start + head; index++) if (!literal(index)) return false
  return true
}

function setChildren(parent: Parents, children: readonly unknown[]): void {
  Object.assign(parent, {children})
}
