/** Fills the page's tables of its own contents. */
import type {List, ListItem, Root} from 'mdast'
import {createBudget, repeatedTooMuch} from '../ast/limits.js'
import type {Contents, CrossReference} from '../ast/nodes.js'
import type {Report} from '../ast/report.js'
import {skip, visitNodes, withoutLinks} from '../ast/tree.js'
import type {IdentifiedHeading} from './identify.js'

interface Section {
  heading: IdentifiedHeading
  children: Section[]
}

/**
 * Write the list of the page's sections into each `contents`: all of them, or with `local` those below the heading
 * before it.
 */
export function listContents(
  tree: Root,
  headings: readonly IdentifiedHeading[],
  repeated: number,
  report: Report
): void {
  let last: Contents | undefined
  const budget = createBudget(repeated, () => report(repeatedTooMuch(repeated, last?.position)))
  const sections = headings.filter((heading) => heading.section)
  const passed = new Map(sections.map((heading, index) => [heading.node, index]))
  let at = -1
  let isLeft = true
  for (const block of tree.children) {
    visitNodes(block, (node) => {
      if (node.type === 'heading') at = passed.get(node) ?? at
      if (node.type !== 'contents') return
      last = node
      const listed = node.local ? below(sections, at) : sections
      // Nothing is taken any more once there is too little left.
      isLeft &&= budget.take(listed.reduce((sum, {text, id}) => sum + text.length + id.length + 20, 0))
      if (isLeft) fill(node, listed)
      return skip
    })
  }
}

function below(sections: readonly IdentifiedHeading[], at: number): IdentifiedHeading[] {
  const own = sections[at]?.node.depth ?? 0
  const rest = sections.slice(at + 1)
  const end = rest.findIndex((heading) => heading.node.depth <= own)
  return end === -1 ? rest : rest.slice(0, end)
}

function fill(node: Contents, headings: readonly IdentifiedHeading[]): void {
  const tree = nest(headings)
  if (tree.length > 0) node.children.push(listOf(tree, node.depth ?? Number.POSITIVE_INFINITY))
}

function nest(headings: readonly IdentifiedHeading[]): Section[] {
  const root: Section[] = []
  const path: Section[] = []
  for (const heading of headings) {
    while (path.length > 0 && (path.at(-1)?.heading.node.depth ?? 0) >= heading.node.depth) path.pop()
    const section: Section = {heading, children: []}
    ;(path.at(-1)?.children ?? root).push(section)
    path.push(section)
  }
  return root
}

function listOf(sections: readonly Section[], depth: number): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: sections.map(
      ({heading, children}): ListItem => ({
        type: 'listItem',
        spread: false,
        children: [
          {type: 'paragraph', children: [link(heading)]},
          ...(depth > 1 && children.length > 0 ? [listOf(children, depth - 1)] : [])
        ]
      })
    )
  }
}

/** Where it leads is known, so nothing is to be looked up. */
function link({node, id}: IdentifiedHeading): CrossReference {
  return {
    type: 'crossReference',
    kind: 'link',
    label: id,
    identifier: id,
    reference: {role: 'link', target: `#${id}`, explicit: true},
    url: `#${id.replaceAll('%', '%25')}`,
    resolved: true,
    remote: false,
    children: withoutLinks(node.children)
  }
}
