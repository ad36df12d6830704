/** Lines that look like options of a directive but stand in its body. */
import type {Nodes, Root} from 'mdast'
import type {Position} from 'unist'
import type {MystDirective} from '../ast/nodes.js'
import {along} from '../ast/place.js'
import type {Report} from '../ast/report.js'
import {visitNodes} from '../ast/tree.js'

const option = /^:([A-Za-z][\w-]*):(?:[ \t]|$)/

/**
 * Report a first line of a body that names an option: a blank line or other text has ended the options above it.
 *
 * @param optionsOf gives the names of a directive's options.
 */
export function reportLateOptions(
  tree: Root,
  source: string,
  optionsOf: (directive: string) => readonly string[],
  report: Report
): void {
  visitNodes(tree, (node) => {
    if (node.type !== 'mystDirective') return
    const first = firstLine(node, source)
    const key = first && option.exec(first.text)?.[1]
    if (!first || key === undefined || !optionsOf(node.name).includes(key)) return
    const position: Position = {start: first.start, end: along(first.start, key.length + 2)}
    report({
      ruleId: 'late-option',
      reason: `this is text of "${node.name}", not its option "${key}": options stand right below the opening line, so delete the blank line above`,
      position
    })
    return
  })
}

function firstLine(
  node: MystDirective,
  source: string
): {text: string; start: Position['start']} | undefined {
  if (node.value !== undefined) return node.data?.bodyLines?.find(({text}) => text.trim() !== '')
  const first: Nodes | undefined = node.children.find(({type}) => type !== 'mystDirectiveArgument')
  const start = first?.position?.start
  if (first?.type !== 'paragraph' && first?.type !== 'fieldList') return
  return start?.offset === undefined
    ? undefined
    : {text: source.slice(start.offset, start.offset + 80), start}
}
