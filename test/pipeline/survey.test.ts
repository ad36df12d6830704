import type {Nodes, Parents, Root} from 'mdast'
import {describe, expect, test} from 'vitest'
import {surveyTree} from '../../src/ast/survey.js'
import {visitNodes} from '../../src/ast/tree.js'
import {parse} from '../../src/index.js'

const page = `(a)=
# One {sub}\`x\`

> (b)=
>
> > quoted \`code\` and \`more\`
>
> text

(c)=

\`\`\`{note}
- item
  % said
- > in a list
\`\`\`

[^n]: a note
`

const all = (tree: Root): Nodes[] => {
  const out: Nodes[] = []
  visitNodes(tree, (node) => {
    out.push(node)
    return undefined
  })
  return out
}

/** A quote in quotes, `depth` of them, with a paragraph in the last. */
function quotes(depth: number): Root {
  let inner: Root['children'][number] = {type: 'paragraph', children: [{type: 'text', value: 'deep'}]}
  for (let count = 0; count < depth; count++) inner = {type: 'blockquote', children: [inner]}
  return {type: 'root', children: [inner]}
}

describe('a survey', () => {
  const tree = parse(page)
  const nodes = all(tree)
  const seen = surveyTree(tree, 100)

  test('counts all nodes and knows their types', () => {
    expect(seen.count).toBe(nodes.length)
    for (const {type} of nodes) expect(seen.types.has(type)).toBe(true)
    expect(seen.types.has('table')).toBe(false)
    expect(seen.deep).toEqual([])
  })

  test('lists nodes in the order of the text', () => {
    for (const type of ['text', 'paragraph', 'blockquote', 'footnoteDefinition', 'table'] as const)
      expect(seen.nodes(type)).toEqual(nodes.filter((node) => node.type === type))
  })

  test('lists what holds nodes once, and an outer one that begins before an inner one first', () => {
    for (const type of ['blockquote', 'inlineCode', 'mystTarget', 'mystComment', 'gridItem'] as const) {
      const holds = (node: Nodes): node is Parents =>
        'children' in node && node.children.some((child) => child.type === type)
      expect(new Set(seen.holders(type))).toEqual(new Set(nodes.filter(holds)))
      expect(seen.holders(type).length).toBe(nodes.filter(holds).length)
    }
    expect(seen.holders('mystTarget').map(({type}) => type)).toEqual(['root', 'blockquote'])
  })

  test('stops at a depth, and counts what is deeper', () => {
    expect(surveyTree(quotes(4), 5).deep).toEqual([])
    const tree = quotes(6)
    const {deep, count, ...rest} = surveyTree(tree, 3)
    expect(deep.length).toBe(1)
    expect(count).toBe(all(tree).length)
    expect(rest.nodes('blockquote').length).toBe(3)
    expect(rest.types.has('paragraph')).toBe(false)
  })
})
