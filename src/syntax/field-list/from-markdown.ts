/** Field lists: tokens to nodes. */
import type {Nodes, Root} from 'mdast'
import type {Extension} from 'mdast-util-from-markdown'
import type {Field, FieldBody, FieldList, FlowContent} from '../../ast/nodes.js'
import {around, isParent, visitNodes} from '../../ast/tree.js'

/** The mdast part of {@link fieldConstruct}. */
export const fieldListFromMarkdown: Extension = {
  enter: {
    mystField(token) {
      this.enter({type: 'field', children: []}, token)
    },
    mystFieldName(token) {
      this.enter({type: 'fieldName', children: []}, token)
    }
  },
  exit: {
    mystFieldName(token) {
      this.exit(token)
    },
    mystField(token) {
      this.exit(token)
    }
  },
  transforms: [gatherLists]
}

/** Fields that follow each other are one list. */
function gatherLists(tree: Root): undefined {
  visitNodes(tree, (node) => {
    if (node.type === 'field') wrapBody(node)
    else if (isParent(node) && node.type !== 'fieldList' && node.children.some(isField))
      Object.assign(node, {children: gather(node.children)})
    return undefined
  })
}

function isField(node: Nodes): node is Field {
  return node.type === 'field'
}

function gather(children: readonly Nodes[]): Nodes[] {
  const out: Nodes[] = []
  for (const child of children) {
    const last = out.at(-1)
    if (!isField(child)) out.push(child)
    else if (last?.type === 'fieldList') last.children.push(child)
    else out.push({type: 'fieldList', children: [child]})
  }
  for (const node of out) if (node.type === 'fieldList') place(node)
  return out
}

function place(list: FieldList): void {
  const position = around(list.children)
  if (position) list.position = position
}

/** All behind the name is the body. */
function wrapBody(field: Field): void {
  const nodes: readonly Nodes[] = field.children
  const [name, ...rest] = nodes
  if (name?.type !== 'fieldName' || rest[0]?.type === 'fieldBody') return
  const end = field.position?.end
  const position = around(rest) ?? (end && {start: {...end}, end: {...end}})
  const body: FieldBody = {
    type: 'fieldBody',
    children: rest.filter(isFlow),
    ...(position ? {position} : {})
  }
  field.children = [name, body]
}

function isFlow(node: Nodes): node is FlowContent {
  return node.type !== 'fieldName' && node.type !== 'fieldBody'
}
