/** One look at a whole tree for all that seek something in it: of most there is nothing on a page. */
import type {Nodes, Parents, Root} from 'mdast'
import {countNodes, isParent} from './tree.js'

/** What a tree holds. It tells what was there: who changes the tree looks again before others are told. */
export interface Survey {
  /** Of all nodes. */
  readonly types: ReadonlySet<string>
  /** How many nodes there are. */
  readonly count: number
  /** What stands as deep as may be and has more in it, which was counted and not looked at. */
  readonly deep: readonly Parents[]
  /** All nodes of a type, in the order of the text. */
  nodes<Type extends Nodes['type']>(type: Type): readonly Extract<Nodes, {type: Type}>[]
  /** All that have children of a type, in the order of the first of these. */
  holders(type: Nodes['type']): readonly Parents[]
}

/** What there is of one type. A parent is named once for each run of children. */
interface Kind {
  nodes: Nodes[]
  holders: Parents[]
}

/** What holds parts of certain kinds only, and no text: it goes with its parts. */
const holdsParts = /^(?:.*List|field|lineBlock|list|table|tableRow)$/

/**
 * Look at a tree, down to a depth.
 *
 * @example
 * surveyTree(tree, limits.depth).nodes('heading')
 */
export function surveyTree(tree: Root, most: number): Survey {
  const kinds = new Map<string, Kind>([[tree.type, {nodes: [tree], holders: []}]])
  const deep: Parents[] = []
  let count = 1
  visit(tree, 1)
  return {
    types: new Set(kinds.keys()),
    count,
    deep,
    nodes: (type) => kinds.get(type)?.nodes.filter(isOf(type)) ?? [],
    holders: (type) => [...new Set(kinds.get(type)?.holders)]
  }

  /** @param depth of the children. */
  function visit(parent: Parents, depth: number): void {
    for (const child of parent.children) {
      count++
      const kind = kinds.get(child.type)
      if (!kind) kinds.set(child.type, {nodes: [child], holders: [parent]})
      else {
        kind.nodes.push(child)
        if (kind.holders[kind.holders.length - 1] !== parent) kind.holders.push(parent)
      }
      if (!isParent(child)) continue
      if (depth < most || holdsParts.test(child.type) || !child.children.some(isParent))
        visit(child, depth + 1)
      else {
        deep.push(child)
        count += countNodes(child.children)
      }
    }
  }
}

function isOf<Type extends Nodes['type']>(type: Type) {
  return (node: Nodes): node is Extract<Nodes, {type: Type}> => node.type === type
}
