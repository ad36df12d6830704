/** A page as mdast whose nodes say which elements they are, for any host's mdast-to-hast. */
import type {Nodes, Root, RootContent} from 'mdast'
import {isParent, withChildren} from '../ast/tree.js'
import {inlineCode, list} from './attributed-elements.js'
import type {ToElement} from './context.js'
import {anchors, element, fixed, withAttributes} from './element.js'
import {drawnNodes} from './element-table.js'
import {footnotesOf} from './footnotes.js'
import {type PageOptions, pageContext} from './page-context.js'
import {listItem} from './task-element.js'

/** Node types to functions; a type that is not here stays as it is. */
export type ElementTable = {[Type in Nodes['type']]?: ToElement<Extract<Nodes, {type: Type}>>}

/** The built-in table. */
export const builtInElements: ElementTable = {...drawnNodes, inlineCode, list, listItem}

const builtIn = new Map<string, ToElement>(Object.entries(builtInElements))

export interface ElementOptions extends PageOptions {
  /** By node type, before the built-in table. */
  elements?: ElementTable | undefined
}

/**
 * Draw a linked tree: a new tree whose nodes say by `data.hName`, `hProperties` and `hChildren` which element they
 * are, as every mdast-to-hast reads it.
 */
export function toElements(tree: Root, {elements, ...options}: ElementOptions): Root {
  const footnotes = footnotesOf(tree, options.idPrefix)
  const own = new Map<string, ToElement>(
    Object.entries({bibliography: footnotes.bibliography, footnoteReference: footnotes.mark, ...elements})
  )
  const context = pageContext<RootContent>(options, {
    all,
    element,
    fixed,
    plain: (node) => node,
    text: (value) => ({type: 'text', value})
  })
  return {...tree, children: [...all(tree.children), ...footnotes.section(context)]}

  function all(children: readonly RootContent[]): RootContent[] {
    // A list that is as long as it needs to be: most are of one.
    const drawn = children.map(draw)
    return drawn.every(isOne) ? drawn : drawn.flat()
  }

  function draw(node: RootContent): RootContent | RootContent[] {
    const toElement = own.get(node.type) ?? builtIn.get(node.type)
    const drawn = toElement
      ? toElement(node, context)
      : isParent(node)
        ? withChildren(node, all(node.children))
        : node
    return attributed(node, drawn)
  }
}

function isOne(drawn: RootContent | RootContent[]): drawn is RootContent {
  return !Array.isArray(drawn)
}

/** Put ids on what was drawn, and classes on nodes that mdast knows itself. */
function attributed(node: RootContent, drawn: RootContent | RootContent[]): RootContent | RootContent[] {
  // Most nodes have neither.
  if (!node.ids?.length && !node.class) return drawn
  const {ids = []} = node
  const own = drawn === node || (!Array.isArray(drawn) && drawn.type === node.type)
  if (ids.length === 0 && !own) return drawn
  const list = Array.isArray(drawn) ? drawn : [drawn]
  const [first, ...rest] = list
  // What draws nothing is still led to.
  if (!first) return anchors<RootContent>(node, {element})
  if (node.type === 'mystTarget') return drawn
  const properties = first.data?.hProperties ?? {}
  const marked: RootContent = Object.assign({}, first, {
    data: {...first.data, hProperties: withAttributes(node, properties, own ? node.class : undefined)}
  })
  const others = ids.filter((each) => each !== marked.data?.hProperties?.id)
  const spans = others.map((other) => element('span', {id: other}))
  if (spans.length === 0) return [marked, ...rest]
  // Further ids stand inside what holds text, before all else.
  const isTerm = first.type === 'htmlElement' && first.data.hName === 'dt'
  if (first.type === 'heading' || first.type === 'paragraph' || isTerm)
    return [Object.assign(marked, {children: [...spans, ...first.children]}), ...rest]
  return [...spans, marked, ...rest]
}
