/** Blocks that end where the last block in them ends. */
import type {Nodes} from 'mdast'
import {isParent} from '../ast/tree.js'

/** Containers that no line of their own ends, but for quotes, whose lines have a marker each. */
export const unmarkedContainers: ReadonlySet<string> = new Set([
  'definitionDescription',
  'definitionList',
  'field',
  'fieldBody',
  'fieldList',
  'footnoteDefinition',
  'list',
  'listItem'
])

/** A block, the last block in it, and so on, as far in as the containers are of these types. */
export function lastBlocks(node: Nodes | undefined, containers: ReadonlySet<string>): Nodes[] {
  const out: Nodes[] = []
  let at = node
  while (at) {
    out.push(at)
    at = isParent(at) && containers.has(at.type) ? at.children.at(-1) : undefined
  }
  return out
}
