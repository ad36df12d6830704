/** Helpers on trees: asking, walking, building. */
import type {Node, Nodes, Parents, PhrasingContent, RootContent, Text} from 'mdast'
import type {Position, Node as UnistNode} from 'unist'
import type {Cite, CiteGroup, MathBlock} from './nodes.js'

/** Whether a node has children. */
export function isParent(node: Nodes): node is Parents {
  // A look at a field costs less than `in`, and every walk asks this of every node.
  const {children}: {type: string; children?: unknown} = node
  return children !== undefined
}

/** What {@link visitNodes} may return to leave a node's children alone. */
export const skip = 'skip'

/**
 * Call `enter` on a node and all below it, in document order. Iterative: depth costs no stack.
 *
 * @example
 * visitNodes(tree, (node) => node.type === 'mystDirective' ? skip : undefined)
 */
export function visitNodes(
  tree: Nodes,
  enter: (node: Nodes, parent: Parents | undefined) => typeof skip | undefined
): void {
  // Two stacks, as pairs of a node and its parent would be made by the thousand.
  const nodes: Nodes[] = [tree]
  const parents: (Parents | undefined)[] = [undefined]
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    const parent = parents.pop()
    // Texts are half of all nodes.
    if (enter(node, parent) === skip || node.type === 'text' || !isParent(node)) continue
    const {children} = node
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index]
      if (!child) continue
      nodes.push(child)
      parents.push(node)
    }
  }
}

/**
 * The text that a reader sees of some nodes, white space as written.
 *
 * @example
 * plainText(heading.children) // 'The `Binder` Team' gives 'The Binder Team'
 */
export function plainText(nodes: readonly Node[]): string {
  let out = ''
  for (const node of nodes as readonly Nodes[]) {
    if (node.type === 'text') {
      out += node.value
      continue
    }
    if (
      node.type === 'mystComment' ||
      node.type === 'mystTarget' ||
      node.type === 'html' ||
      node.type === 'footnoteReference'
    )
      continue
    if (node.type === 'break') out += ' '
    else if (node.type === 'mystRole' && node.children.length === 0) out += node.value
    else if (node.type === 'crossReference' && node.children.length === 0) out += node.label
    else if (node.type === 'citeGroup') out += plainText(citedWords(node))
    else if (isParent(node)) out += plainText(node.children)
    else if ('value' in node) out += node.value
    else if ('alt' in node) out += node.alt ?? ''
  }
  return out
}

/** {@link plainText} on one line: single spaces, and none around it. */
export function plainLine(nodes: readonly Node[]): string {
  const words = plainText(nodes)
  return /[^\S ]|^ | $| {2}/.test(words) ? words.replace(/\s+/g, ' ').trim() : words
}

/** A text node, at a position if there is one. */
export function text(value: string, position?: Position | undefined): Text {
  return position ? {type: 'text', value, position} : {type: 'text', value}
}

/** Add all to a list. To push them as arguments would overflow the stack where a page has very many. */
export function addAll<T>(list: T[], items: readonly T[]): void {
  for (const item of items) list.push(item)
}

/** What comes of each of some nodes: the same list where each stays itself. */
export function mapNodes<T extends Node>(nodes: T[], map: (node: T) => T): T[] {
  let changed: T[] | undefined
  let index = 0
  for (const node of nodes) {
    const mapped = map(node)
    if (mapped !== node) {
      changed ??= nodes.slice()
      changed[index] = mapped
    }
    index++
  }
  return changed ?? nodes
}

/** A copy of a node with other children; the node itself where none of them is another. */
export function withChildren<T extends Parents>(node: T, children: RootContent[]): T {
  const old: readonly RootContent[] = node.children
  const same =
    children === old ||
    (children.length === old.length && children.every((child, index) => child === old[index]))
  return same ? node : {...node, children}
}

/** The position from the start of the first node to the end of the last. */
export function around(nodes: readonly UnistNode[]): Position | undefined {
  const start = nodes[0]?.position?.start
  const end = nodes.at(-1)?.position?.end
  return start && end ? {start, end} : undefined
}

/** A citation as its author wrote it, or what it became. */
export function citedWords(node: Cite | CiteGroup): PhrasingContent[] {
  const works = node.children
  if (node.type === 'cite' || works.some((work) => work.type === 'text')) return works
  const words = works.flatMap((work, index) => (index > 0 ? [text('; '), work] : [work]))
  return node.kind === 'narrative' ? words : [text('['), ...words, text(']')]
}

/** Phrasing that says the same without links, for text that stands inside a link: the same list where it has none. */
export function withoutLinks(nodes: PhrasingContent[]): PhrasingContent[] {
  let changed: PhrasingContent[] | undefined
  let index = 0
  for (const node of nodes) {
    const bare = withoutLink(node)
    if (bare !== node) changed ??= nodes.slice(0, index)
    if (changed) addAll(changed, Array.isArray(bare) ? bare : [bare])
    index++
  }
  return changed ?? nodes
}

function withoutLink(node: PhrasingContent): PhrasingContent | PhrasingContent[] {
  switch (node.type) {
    case 'text':
      return node
    case 'crossReference':
      // A reference that the inventory would name is called as its author called it.
      return node.children.length === 0 ? text(node.label) : withoutLinks(node.children)
    case 'link':
    case 'linkReference':
      return withoutLinks(node.children)
    case 'footnoteReference':
      return []
    case 'cite':
    case 'citeGroup':
      return withoutLinks(citedWords(node))
    default:
      return isParent(node) ? withChildren(node, withoutLinks(node.children as PhrasingContent[])) : node
  }
}

/**
 * Whether a node is a formula. (A program that has mdast-util-math, too, knows the type by that package's fields.)
 */
export function isMathBlock(node: Nodes): node is MathBlock {
  return node.type === 'math'
}

/** A copy to show in another place: nothing leads to it, it stands nowhere, and notes stay where they are. */
export function copyForElsewhere<T extends Nodes>(node: T): T {
  const copy: Record<string, unknown> = {}
  for (const key in node) if (!ofPlace.has(key) && !key.endsWith('Position')) copy[key] = node[key]
  if (isParent(node)) {
    const children = node.children.filter(({type}) => !/^(?:footnote|mystTarget)/.test(type))
    copy.children = children.map(copyForElsewhere)
  }
  return copy as T
}

/** What is true of a node where it stands alone. */
const ofPlace = new Set(['position', 'ids', 'defines', 'ordinal'])

/** How many nodes there are, with all that stands in them. */
export function countNodes(nodes: readonly Nodes[]): number {
  let count = 0
  const stack = [nodes]
  for (let siblings = stack.pop(); siblings; siblings = stack.pop()) {
    count += siblings.length
    for (const node of siblings) if (isParent(node) && node.children.length > 0) stack.push(node.children)
  }
  return count
}
