/** Keeps trees shallow enough for every walk after it. */
import type {Nodes, Root, RootContent} from 'mdast'
import type {Report} from '../ast/report.js'
import {isParent, plainText} from '../ast/tree.js'
import {takeRest} from '../syntax/bounds.js'

/** What holds parts of certain kinds only, and no text: it goes with its parts. */
const holdsParts = /^(?:.*List|field|lineBlock|list|table|tableRow)$/

/**
 * Replace what stands too deep by its source, as text: nothing is lost, and no later walk overflows the stack.
 *
 * @returns the types of all nodes, for passes that look for some of them: most pages have few.
 */
export function limitDepth(tree: Root, source: string, most: number, report: Report): ReadonlySet<string> {
  const types = new Set<string>()
  let level: Nodes[] = [tree]
  for (let depth = 0; level.length > 0; depth++) {
    const next: Nodes[] = []
    for (const node of level) {
      types.add(node.type)
      if (takeRest(node))
        report({
          ruleId: 'page-limit',
          reason: 'too many marks in one paragraph or line: the rest of it is shown as it is written',
          position: node.position
        })
      if (!isParent(node)) continue
      if (depth < most || holdsParts.test(node.type)) for (const child of node.children) next.push(child)
      else if (node.children.some(isParent)) flatten(node, source, most, report)
    }
    level = next
  }
  return types
}

function flatten(
  node: Nodes & {children: RootContent[]},
  source: string,
  most: number,
  report: Report
): void {
  const first = node.children[0]?.position
  const last = node.children.at(-1)?.position
  const own = first && last && first.file === undefined && last.file === undefined
  const text = own ? source.slice(first.start.offset, last.end.offset) : plainText(node.children)
  report({
    ruleId: 'too-deep',
    reason: `more than ${most} levels of nesting; what is deeper is shown as text`,
    position: first
  })
  node.children = [
    {type: 'text', value: text, ...(first && last ? {position: {start: first.start, end: last.end}} : {})}
  ]
}
