/** What the nodes of a typed tree were before: needed to write a tree back. */
import type {Nodes, Root} from 'mdast'
import type {MystAttributes} from './syntax-nodes.js'
import {addAll, isParent} from './tree.js'

/** The node itself, for {@link Origin} to put its field on. */
class Given {
  constructor(node: Nodes) {
    // biome-ignore lint/correctness/noConstructorReturn: the field of a class goes to what its base gives
    return node
  }
}

/**
 * A private field on a node that is somebody else's: no copy of the node has it, and nobody sees it. Directives and roles
 * are many, and a WeakMap of as many nodes takes longer to write, and longest to collect.
 */
class Origin extends Given {
  #nodes: readonly Nodes[]

  private constructor(node: Nodes, nodes: readonly Nodes[]) {
    super(node)
    this.#nodes = nodes
  }

  static set(node: Nodes, nodes: readonly Nodes[]): void {
    if (#nodes in node) node.#nodes = nodes
    else new Origin(node, nodes)
  }

  static of(node: Nodes): readonly Nodes[] | undefined {
    return #nodes in node ? node.#nodes : undefined
  }
}

const attributes = new WeakMap<Nodes, {lists: readonly MystAttributes[]; isBlock: boolean}>()

/** Keep in mind what some nodes were built from. */
export function setOrigin(built: readonly Nodes[], origin: readonly Nodes[]): void {
  for (const node of built) if (node !== origin[0]) Origin.set(node, origin)
}

/** Keep in mind the lists of attributes that went into a node: above it, or in a line behind it. */
export function setAttributeLists(node: Nodes, lists: readonly MystAttributes[], isBlock: boolean): void {
  attributes.set(node, {lists, isBlock})
}

/**
 * The tree with every typed node replaced by what it was built from: a directive, a role, a substitution, HTML; the
 * tree given is not changed. Several nodes that one thing became are that one again.
 */
export function asWritten(tree: Root): Root {
  return {...tree, children: listAsWritten(tree.children, new Set())} as Root
}

/** @param open what is being written: a directive may give its children as they are, and they stay in it. */
function listAsWritten(nodes: readonly Nodes[], open: Set<Nodes>): Nodes[] {
  const out: Nodes[] = []
  let last: readonly Nodes[] | undefined
  for (const node of nodes) {
    const origin = originOf(node, open)
    if (origin && origin === last) continue
    last = origin
    if (origin && origin.length > 1) addAll(out, listAsWritten(origin, open))
    else addAll(out, nodeAsWritten(origin?.[0] ?? node, open))
  }
  return out
}

function nodeAsWritten(node: Nodes, open: Set<Nodes>): Nodes[] {
  const {lists = [], isBlock} = attributes.get(node) ?? {}
  open.add(node)
  const written = (
    isParent(node) ? {...node, children: listAsWritten(node.children, open)} : {...node}
  ) as Nodes
  open.delete(node)
  return isBlock ? [...lists, written] : [written, ...lists]
}

/** What a substitution gave may have been built from in turn. */
function originOf(node: Nodes, open: ReadonlySet<Nodes>): readonly Nodes[] | undefined {
  const origin = Origin.of(node)
  if (!origin || origin.some((each) => open.has(each))) return
  const [only, ...others] = origin
  return only && others.length === 0 ? (originOf(only, open) ?? origin) : origin
}
