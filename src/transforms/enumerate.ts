/** Finds the blocks of a page that may bear a number. Which of them do, and which number, is for the project. */
import type {Nodes, Root} from 'mdast'
import {isParent, visitNodes} from '../ast/tree.js'

/** A block that may bear a number. */
export interface Enumerable {
  node: Nodes
  /** `figure`, `table`, `code`, `subfigure`, `equation`, `exercise`, `solution` or `proof:KIND`. */
  kind: string
  /** How many headings of the page stand before it. */
  after: number
  /** Whether it says what it is: a caption, or a name of its own. */
  captioned: boolean
  /** Place of the figure that it is a part of. */
  part?: number | undefined
  /** What its author said of its number: none, or this one. */
  own?: false | string | undefined
}

/** The types of blocks that may bear one. */
export const numbered: ReadonlySet<string> = new Set(['math', 'container', 'proof', 'exercise', 'solution'])

/**
 * Blocks that may bear a number in the order of the page. Each node gets its place in the list as `ordinal`.
 */
export function enumerate(tree: Root): Enumerable[] {
  const out: Enumerable[] = []
  const figures = new Map<Nodes, number>()
  let after = 0
  visitNodes(tree, (node, parent) => {
    // Texts are half of all nodes.
    if (node.type === 'text') return
    if (node.type === 'heading' && parent === tree) after++
    const around = parent && figures.size > 0 ? figures.get(parent) : undefined
    // What stands between a figure and its parts does not part them.
    if (around !== undefined && isParent(node) && node.type !== 'caption') figures.set(node, around)
    const kind = kindOf(node)
    if (kind === undefined) return
    const isPart = kind === 'figure' && around !== undefined
    node.ordinal = out.length
    if (kind === 'figure' && !isPart) figures.set(node, out.length)
    const block: Enumerable = {node, kind: isPart ? 'subfigure' : kind, after, captioned: isCaptioned(node)}
    if (isPart) block.part = around
    const own = ownNumber(node)
    if (own !== undefined) block.own = own
    out.push(block)
  })
  return out
}

/** By the type's name: nodes of directives that come from elsewhere are numbered alike. */
function kindOf(node: Nodes): string | undefined {
  const type: string = node.type
  if (!numbered.has(type)) return
  if (type === 'math') return 'equation'
  const kind = 'kind' in node && typeof node.kind === 'string' ? node.kind : ''
  if (type === 'container') return /^(?:figure|table|code)$/.test(kind) ? kind : undefined
  if (type === 'proof') return `proof:${kind || 'proof'}`
  return type
}

function isCaptioned(node: Nodes): boolean {
  const type: string = node.type
  // An environment of LaTeX without a star says so, too.
  if ('enumerated' in node && node.enumerated === true) return true
  // An equation is named by its label or by a target before it.
  if (type === 'math') return Boolean(node.ids?.length)
  if (type !== 'container') return true
  return isParent(node) && node.children.some((child) => child.type === 'caption')
}

function ownNumber(node: Nodes): Enumerable['own'] {
  if ('enumerated' in node && node.enumerated === false) return false
  return 'enumerator' in node && typeof node.enumerator === 'string' ? node.enumerator : undefined
}
