/** What the nodes of a typed tree were before: needed to write a tree back. */
import type {Nodes, Parents, Root} from 'mdast'
import type {MystDirective, MystRole} from './syntax-nodes.js'
import {isParent} from './tree.js'

const origins = new WeakMap<Nodes, MystDirective | MystRole>()

/** Keep in mind what some nodes were built from. */
export function setOrigin(built: readonly Nodes[], origin: MystDirective | MystRole): void {
  for (const node of built) if (node !== origin) origins.set(node, origin)
}

/**
 * The tree with every typed node replaced by the directive or role that it was built from; the tree given is
 * not changed. Several nodes that one directive built become that one directive again.
 */
export function asWritten(tree: Root): Root {
  return {...tree, children: childrenAsWritten(tree)} as Root
}

function childrenAsWritten(parent: Parents): Nodes[] {
  const out: Nodes[] = []
  let last: Nodes | undefined
  for (const child of parent.children) {
    const origin = origins.get(child)
    if (origin && origin === last) continue
    last = origin
    const node = origin ?? child
    out.push((isParent(node) ? {...node, children: childrenAsWritten(node)} : {...node}) as Nodes)
  }
  return out
}
