/** Fills the page's tables of its own contents. */
import type {List, ListItem, Root} from 'mdast'
import {createBudget, repeatedTooMuch} from '../ast/limits.js'
import type {Contents, CrossReference} from '../ast/nodes.js'
import type {Report} from '../ast/report.js'
import {plainText, skip, visitNodes, withoutLinks} from '../ast/tree.js'
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
  /** What the sections before each and all of them take. */
  const sums = [0]
  for (const section of sections) sums.push((sums.at(-1) ?? 0) + sizeOf(section))
  let at = -1
  for (const block of tree.children) {
    visitNodes(block, (node) => {
      if (node.type === 'heading') at = passed.get(node) ?? at
      if (node.type !== 'contents') return
      last = node
      const [from, to] = node.local ? below(sections, at) : [0, sections.length]
      if (budget.take((sums[to] ?? 0) - (sums[from] ?? 0))) fill(node, sections.slice(from, to))
      return skip
    })
  }
}

const sizeOf = ({node, id}: IdentifiedHeading): number => plainText(node.children).length + id.length + 20

/** From which section to before which those below another stand. */
function below(sections: readonly IdentifiedHeading[], at: number): [from: number, to: number] {
  const own = sections[at]?.node.depth ?? 0
  let to = at + 1
  while ((sections[to]?.node.depth ?? 0) > own) to++
  return [at + 1, to]
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
