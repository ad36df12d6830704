/** One look at a whole tree for all that seek something in it: of most there is nothing on a page. */
import type {Nodes, Parents, Root} from 'mdast'
import {countNodes, isParent} from './tree.js'

/** The types whose nodes somebody seeks. */
const sought = [
  'blockquote',
  'code',
  'definition',
  'exercise',
  'footnoteDefinition',
  'footnoteReference',
  'html',
  'mystDirective',
  'paragraph',
  'solution',
  'tabItem',
  'table',
  'text'
] as const

/** Those that somebody seeks among the children of a node. */
const held = [
  'blockquote',
  'gridItem',
  'inlineCode',
  'mystAttributes',
  'mystComment',
  'mystTarget',
  'tabItem'
] as const

type Sought = (typeof sought)[number]
type Held = (typeof held)[number]

/** What a tree holds. It tells what was there: who changes the tree looks again before others are told. */
export interface Survey {
  /** The types of all nodes. */
  readonly types: Pick<ReadonlySet<string>, 'has' | 'keys'>
  /** How many nodes there are. */
  readonly count: number
  /** What stands as deep as may be and has more in it, which was counted and not looked at. */
  readonly deep: readonly Parents[]
  /** All nodes of a type, in the order of the text. */
  nodes<Type extends Sought>(type: Type): readonly Extract<Nodes, {type: Type}>[]
  /** All that have children of a type, in the order of the first of these. */
  holders(type: Held): readonly Parents[]
}

/** What there is of one type, as far as it is sought. */
interface Kind {
  nodes: Nodes[] | undefined
  /** A parent may be named more than once. */
  holders: Parents[] | undefined
}

/** What holds parts of certain kinds only, and no text: it goes with its parts. */
const holdsParts = /^(?:.*List|field|lineBlock|list|table|tableRow)$/

/**
 * Look at a tree, down to a depth.
 *
 * @example
 * surveyTree(tree, limits.depth).nodes('code')
 */
export function surveyTree(tree: Root, most: number): Survey {
  const kinds = new Map<string, Kind>([[tree.type, kindOf(tree.type)]])
  const deep: Parents[] = []
  let count = 1
  visit(tree, 1)
  return {
    types: kinds,
    count,
    deep,
    nodes(type) {
      const nodes = kinds.get(type)?.nodes
      return nodes && areOf(type, nodes) ? nodes : []
    },
    holders(type) {
      const holders = kinds.get(type)?.holders ?? []
      return holders.length > 1 ? [...new Set(holders)] : holders
    }
  }

  /** @param depth of the children. */
  function visit(parent: Parents, depth: number): void {
    for (const child of parent.children) {
      count++
      const {type} = child
      let kind = kinds.get(type)
      if (!kind) {
        kind = kindOf(type)
        kinds.set(type, kind)
      }
      kind.nodes?.push(child)
      if (kind.holders && kind.holders[kind.holders.length - 1] !== parent) kind.holders.push(parent)
      if (type === 'text' || !isParent(child)) continue
      if (depth < most || holdsParts.test(child.type) || !child.children.some(isParent))
        visit(child, depth + 1)
      else {
        deep.push(child)
        count += countNodes(child.children)
      }
    }
  }
}

function kindOf(type: string): Kind {
  return {nodes: soughtTypes.has(type) ? [] : undefined, holders: heldTypes.has(type) ? [] : undefined}
}

const soughtTypes = new Set<string>(sought)
const heldTypes = new Set<string>(held)

/** A list of a kind has nodes of one type. */
function areOf<Type extends Nodes['type']>(
  type: Type,
  nodes: readonly Nodes[]
): nodes is readonly Extract<Nodes, {type: Type}>[] {
  return nodes[0]?.type === type
}
