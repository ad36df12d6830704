/**
 * The tree that the engine keeps in one buffer as nodes, made in the order of the text and with their fields in literals:
 * the engine's own are made level by level, and a walk over a million of those waits for the memory at each.
 */
import type {AlignType, Nodes, ReferenceType, Root} from 'mdast'
import type {Position} from 'unist'
import {unsure} from './unsure.js'

/** Nodes by their numbers, of which the root has 0: what is asked of satteri's `MdastReader`. */
export interface PlainTree {
  getNodeType(id: number): number
  getPosition(id: number): Position | undefined
  getChildIds(id: number): number[]
  /** A byte of what only nodes of this type have. */
  fieldU8(id: number, offset: number, fallback: number): number
  /** Empty where there is none. */
  fieldString(id: number, offset: number): string
  getListData(id: number): {start: number}
  getTableAlign(id: number): (string | null)[]
}

/** Deeper nodes are not for the native road, as its walks call themselves; lists in all columns are 200 deep with their items. */
export const maxDepth = 300

/** Make the nodes of a page. */
export function readTree(tree: PlainTree): Root {
  return {type: 'root', children: childrenOf(tree, 0, 0), position: tree.getPosition(0)}
}

/** What stands in a node, of which its type says what that may be. */
function childrenOf<Child extends Nodes>(tree: PlainTree, id: number, depth: number): Child[]
function childrenOf(tree: PlainTree, id: number, depth: number): Nodes[] {
  if (depth > maxDepth) unsure('nodes too deep')
  return tree.getChildIds(id).map((child) => nodeOf(tree, child, depth + 1))
}

function nodeOf(tree: PlainTree, id: number, depth: number): Nodes {
  const position = tree.getPosition(id)
  switch (tree.getNodeType(id)) {
    case 1:
      return {type: 'paragraph', children: childrenOf(tree, id, depth), position}
    case 2: {
      const level = tree.fieldU8(id, 0, 1)
      return {
        type: 'heading',
        depth: isLevel(level) ? level : 6,
        children: childrenOf(tree, id, depth),
        position
      }
    }
    case 3:
      return {type: 'thematicBreak', position}
    case 4:
      return {type: 'blockquote', children: childrenOf(tree, id, depth), position}
    case 5: {
      const ordered = tree.fieldU8(id, 4, 0) !== 0
      return {
        type: 'list',
        ordered,
        start: ordered ? tree.getListData(id).start : null,
        spread: tree.fieldU8(id, 5, 0) !== 0,
        children: childrenOf(tree, id, depth),
        position
      }
    }
    case 6: {
      const task = tree.fieldU8(id, 0, noTask)
      return {
        type: 'listItem',
        spread: tree.fieldU8(id, 1, 0) !== 0,
        checked: task === noTask ? null : task === 1,
        children: childrenOf(tree, id, depth),
        position
      }
    }
    case 7:
      return {type: 'html', value: tree.fieldString(id, 0), position}
    case 8:
      return {
        type: 'code',
        lang: tree.fieldString(id, 0) || null,
        meta: tree.fieldString(id, 8) || null,
        value: tree.fieldString(id, 16),
        position
      }
    case 9:
      return {
        type: 'definition',
        url: tree.fieldString(id, 0),
        title: tree.fieldString(id, 8) || null,
        identifier: tree.fieldString(id, 16),
        label: tree.fieldString(id, 24),
        position
      }
    case 10:
      return {type: 'text', value: tree.fieldString(id, 0), position}
    case 11:
      return {type: 'emphasis', children: childrenOf(tree, id, depth), position}
    case 12:
      return {type: 'strong', children: childrenOf(tree, id, depth), position}
    case 13:
      return {type: 'inlineCode', value: tree.fieldString(id, 0), position}
    case 14:
      return {type: 'break', position}
    case 15:
      return {
        type: 'link',
        url: tree.fieldString(id, 0),
        title: tree.fieldString(id, 8) || null,
        children: childrenOf(tree, id, depth),
        position
      }
    case 16:
      return {
        type: 'image',
        url: tree.fieldString(id, 0),
        alt: tree.fieldString(id, 8),
        title: tree.fieldString(id, 16) || null,
        position
      }
    case 17:
      return {
        type: 'linkReference',
        identifier: tree.fieldString(id, 0),
        label: tree.fieldString(id, 8),
        referenceType: referenceType(tree, id),
        children: childrenOf(tree, id, depth),
        position
      }
    case 18:
      return {
        type: 'imageReference',
        identifier: tree.fieldString(id, 0),
        label: tree.fieldString(id, 8),
        referenceType: referenceType(tree, id),
        alt: tree.fieldString(id, 20),
        position
      }
    case 19:
      return {
        type: 'footnoteDefinition',
        identifier: tree.fieldString(id, 0),
        label: tree.fieldString(id, 8),
        children: childrenOf(tree, id, depth),
        position
      }
    case 20:
      return {
        type: 'footnoteReference',
        identifier: tree.fieldString(id, 0),
        label: tree.fieldString(id, 8),
        position
      }
    case 21:
      return {
        type: 'table',
        align: tree.getTableAlign(id).map((align) => (isAlign(align) ? align : null)),
        children: childrenOf(tree, id, depth),
        position
      }
    case 22:
      return {type: 'tableRow', children: childrenOf(tree, id, depth), position}
    case 23:
      return {type: 'tableCell', children: childrenOf(tree, id, depth), position}
    case 24:
      return {type: 'delete', children: childrenOf(tree, id, depth), position}
    default:
      return unsure('a node of which nothing is known', position?.start.offset)
  }
}

/** What an item has that is no task. */
const noTask = 2

const referenceTypes = ['shortcut', 'collapsed', 'full'] as const

/** How a link or an image asks for its label. */
function referenceType(tree: PlainTree, id: number): ReferenceType {
  return referenceTypes[tree.fieldU8(id, 16, 0)] ?? 'shortcut'
}

function isLevel(level: number): level is 1 | 2 | 3 | 4 | 5 | 6 {
  return level >= 1 && level <= 6
}

function isAlign(align: string | null): align is NonNullable<AlignType> {
  return align === 'left' || align === 'right' || align === 'center'
}
