/** `![](#label)`: what has a label instead of a file is shown again, as mystmd does. */
import type {Image, Link, Nodes, Paragraph, RootContent} from 'mdast'
import type {Embed, Reference} from '../ast/nodes.js'
import type {Report} from '../ast/report.js'
import {isParent, text, visitNodes} from '../ast/tree.js'
import type {TreePass} from '../transforms/pass.js'
import {placeOfUrl} from './place-of-url.js'

/** In running text nothing can be shown again: there a picture becomes a link, which is said. */
export const embedImages: TreePass = ({tree, types, source, report}) => {
  if (!types.has('image')) return false
  const placeOf = (image: Image) =>
    (image.position?.file === undefined && placeOfUrl(source, image)) || image.position
  let isAsked = false
  visitNodes(tree, (node) => {
    isAsked ||= isLabelled(node)
    return undefined
  })
  if (!isAsked) return false
  visitNodes(tree, (node) => {
    if (!isParent(node)) return
    const old: readonly RootContent[] = node.children
    if (!old.some((child) => child.type === 'paragraph' || isLabelled(child))) return
    const children = old.flatMap((child): RootContent[] => {
      const alone = child.type === 'paragraph' ? labelledAlone(child) : []
      if (alone.length > 0) return alone.map((image) => embed(image, placeOf(image)))
      return isLabelled(child) ? [asLink(child, placeOf(child), report)] : [child]
    })
    Object.assign(node, {children})
    return
  })
  return true
}

/** The labels of a paragraph that has nothing else. */
function labelledAlone({children}: Paragraph): Image[] {
  const shown = children.filter(
    (child) => child.type !== 'break' && !(child.type === 'text' && !child.value.trim())
  )
  return shown.every(isLabelled) ? shown : []
}

function asLink(
  {type: _, url, alt, title, ...rest}: Image,
  position: Image['position'],
  report: Report
): Link {
  report({
    ruleId: 'unknown-image',
    reason: `"${url}" is no picture, and is a link in the midst of other text; write it in a paragraph of its own to show it again`,
    position
  })
  return {...rest, type: 'link', url, title: title ?? null, children: alt ? [text(alt, rest.position)] : []}
}

function isLabelled(node: Nodes): node is Image {
  return node.type === 'image' && /^(?:#|xref:)/i.test(node.url)
}

function embed(
  {type: _, url: target, alt: __, title: ___, ...rest}: Image,
  position: Image['position']
): Embed {
  const reference: Reference = {role: 'link', target, explicit: false, ...(position ? {position} : {})}
  return {...rest, type: 'embed', reference, children: []}
}
