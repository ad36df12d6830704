/** What the checks of a page's text look at, gathered in one walk for all of them. */
import type {
  Code,
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Text
} from 'mdast'
import type {MystDirective} from '../ast/nodes.js'
import {isParent, visitNodes} from '../ast/tree.js'

/** In the order of the text, but that the texts of a node stand before those inside its children. */
export interface CheckedNodes {
  blocks: (Paragraph | Code | MystDirective)[]
  notes: (FootnoteDefinition | Definition | FootnoteReference)[]
  /** Those that hold a bracket or a brace or stand before code. */
  texts: {node: Text; next: RootContent | undefined}[]
}

/** Gather them. */
export function checkedNodes(tree: Root): CheckedNodes {
  const out: CheckedNodes = {blocks: [], notes: [], texts: []}
  visitNodes(tree, (node) => {
    switch (node.type) {
      case 'paragraph':
      case 'code':
      case 'mystDirective':
        out.blocks.push(node)
        break
      case 'footnoteDefinition':
      case 'definition':
      case 'footnoteReference':
        out.notes.push(node)
        break
      case 'text':
        return
    }
    if (!isParent(node)) return
    const {children} = node
    for (let index = 0; index < children.length; index++) {
      const child = children[index]
      if (child?.type !== 'text') continue
      const next = children[index + 1]
      if (next?.type === 'inlineCode' || /[[{]/.test(child.value)) out.texts.push({node: child, next})
    }
  })
  return out
}

/** Whether a paragraph has lines of colons, or nothing to read. */
export function mayBeStray({children}: {children: readonly PhrasingContent[]}): boolean {
  return (
    children.some((child) => child.type === 'text' && child.value.includes(':::')) ||
    children.every((child) => child.type === 'text' && child.value.trim() === '')
  )
}
