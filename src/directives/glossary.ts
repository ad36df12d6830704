/** Glossaries, in both writings: Sphinx's, whose definitions are indented, and definition lists. */
import * as z from 'zod/mini'
import type {
  Defined,
  DefinitionDescription,
  DefinitionList,
  DefinitionTerm,
  FlowContent,
  Glossary
} from '../ast/nodes.js'
import {around, plainLine, plainText} from '../ast/tree.js'
import {sphinxId} from '../names/labels.js'
import {type Directive, type DirectiveCall, defineDirective} from './define.js'
import {flag} from './options.js'

const glossary = defineDirective({
  name: 'glossary',
  aliases: ['std:glossary'],
  body: 'terms',
  options: {sorted: z.optional(flag)},
  build(call): Glossary {
    const {options, attributes} = call
    const children = readTerms(call).map((child) => {
      if (child.type !== 'definitionList') return child
      const list = {...child, class: 'glossary', children: child.children.map(define)}
      return options.sorted ? sorted(list) : list
    })
    return {type: 'glossary', ...attributes, children}
  }
})

/** `{glossary}`. */
export const glossaries: readonly Directive[] = [glossary]

/** A term is looked up as it is written, blind to case. */
function define<T extends DefinitionTerm | DefinitionDescription>(node: T): T {
  if (node.type !== 'definitionTerm') return node
  const name = plainLine(node.children)
  if (!name) return node
  const {position} = node
  const defined: Defined = {kind: 'term', name, id: sphinxId(name, 'term')}
  if (position) defined.position = position
  return Object.assign({}, node, {defines: [defined]})
}

/** Lines at the margin are terms, what is indented below them defines them. */
function readTerms({children, node, report}: DirectiveCall<unknown>): FlowContent[] {
  const lines = new Set(node.data?.termLines ?? [])
  if (lines.size === 0) return children
  const before: FlowContent[] = []
  const out: DefinitionList['children'] = []
  let waiting: FlowContent[] = []
  const flush = (): void => {
    const position = around(waiting)
    if (waiting.length > 0)
      out.push({type: 'definitionDescription', children: waiting, ...(position ? {position} : {})})
    waiting = []
  }
  for (const child of children) {
    if (child.type === 'paragraph' && lines.has(child.position?.start.line ?? 0)) {
      flush()
      out.push(Object.assign({}, child, {type: 'definitionTerm' as const}))
    } else if (out.length > 0) waiting.push(child)
    else {
      before.push(child)
      if (child.type !== 'mystComment' && child.type !== 'mystTarget')
        report({
          ruleId: 'glossary-term',
          reason: 'glossary: this defines nothing: write its term above it, at the margin',
          position: child.position
        })
    }
  }
  flush()
  if (out.at(-1)?.type === 'definitionTerm')
    report({
      ruleId: 'glossary-term',
      reason: 'glossary: this term has no definition: write one below it, indented',
      position: out.at(-1)?.position
    })
  const position = around(out)
  return [...before, {type: 'definitionList', children: out, ...(position ? {position} : {})}]
}

/** Entries by their first terms. */
function sorted(list: DefinitionList): DefinitionList {
  const entries: DefinitionList['children'][] = []
  let last: string | undefined
  for (const child of list.children) {
    if (child.type === 'definitionTerm' && last !== 'definitionTerm') entries.push([])
    entries.at(-1)?.push(child)
    last = child.type
  }
  const key = (entry: DefinitionList['children']): string =>
    entry[0]?.type === 'definitionTerm' ? plainText(entry[0].children).toLowerCase() : ''
  return {...list, children: entries.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)).flat()}
}
