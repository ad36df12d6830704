/** Keeps trees shallow enough for every walk after it. */
import type {Nodes, Parents, Root} from 'mdast'
import type {Report} from '../ast/report.js'
import {type Survey, surveyTree} from '../ast/survey.js'
import {plainText} from '../ast/tree.js'
import {takeRest} from '../syntax/bounds.js'

/**
 * Replace what stands too deep by its source, as text: nothing is lost, and no later walk overflows the stack.
 *
 * @param seen what the tree holds, where it is known.
 * @returns what it holds then.
 */
export function limitDepth(
  tree: Root,
  source: string,
  most: number,
  report: Report,
  seen: Survey = surveyTree(tree, most)
): Survey {
  for (const node of seen.nodes('text')) if (takeRest(node)) reportRest(node, report)
  if (seen.deep.length === 0) return seen
  for (const node of seen.deep) flatten(node, source, most, report)
  return surveyTree(tree, most)
}

function reportRest({position}: Nodes, report: Report): void {
  report({
    ruleId: 'page-limit',
    reason: 'too many marks in a paragraph or line, or a title without end: they are shown as text',
    position
  })
}

function flatten(node: Parents, source: string, most: number, report: Report): void {
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
