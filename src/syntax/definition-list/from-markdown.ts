/** Definition lists: tokens to nodes. */
import type {Nodes, Root} from 'mdast'
import type {Extension} from 'mdast-util-from-markdown'
import type {DefinitionDescription, DefinitionList, DefinitionTerm} from '../../ast/nodes.js'
import {around, isParent, visitNodes} from '../../ast/tree.js'

type Part = DefinitionTerm | DefinitionDescription

/** The mdast part of {@link termConstruct} and {@link descriptionConstruct}. */
export const definitionListFromMarkdown: Extension = {
  enter: {
    mystTerm(token) {
      this.enter({type: 'definitionTerm', children: []}, token)
    },
    mystDescription(token) {
      this.enter({type: 'definitionDescription', spread: false, children: []}, token)
    }
  },
  exit: {
    mystTerm(token) {
      this.exit(token)
    },
    mystDescription(token) {
      this.exit(token)
    }
  },
  transforms: [gatherLists]
}

/** Terms and descriptions that follow each other are one list. */
export function gatherLists(tree: Root): undefined {
  visitNodes(tree, (node) => {
    if (isParent(node) && node.type !== 'definitionList' && node.children.some(isPart))
      Object.assign(node, {children: gather(node.children)})
    return undefined
  })
}

function isPart(node: Nodes): node is Part {
  return node.type === 'definitionTerm' || node.type === 'definitionDescription'
}

function gather(children: readonly Nodes[]): Nodes[] {
  const out: Nodes[] = []
  let list: DefinitionList | undefined
  for (const child of children) {
    if (!isPart(child)) {
      list = undefined
      out.push(child)
      continue
    }
    if (!list) {
      list = {type: 'definitionList', spread: false, children: []}
      out.push(list)
    }
    list.children.push(child)
  }
  return out.map((node) => (node.type === 'definitionList' ? settleList(node) : node))
}

/** A term whose description did not come, its container having ended, is a line of text. */
function settleList(list: DefinitionList): Nodes {
  const position = around(list.children)
  const [only] = list.children
  if (list.children.length === 1 && only?.type === 'definitionTerm')
    return {type: 'paragraph', children: only.children, ...(position ? {position} : {})}
  return Object.assign(list, position ? {position} : {})
}
