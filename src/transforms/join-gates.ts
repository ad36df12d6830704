/** Exercises and solutions that begin and end with directives of their own take what stands between. */
import type {Parents, Root, RootContent} from 'mdast'
import {setOrigin} from '../ast/origin.js'
import type {Report} from '../ast/report.js'
import type {Survey} from '../ast/survey.js'
import {isParent, visitNodes} from '../ast/tree.js'

type Gate = Extract<RootContent, {type: 'exercise' | 'solution'}>

/**
 * Put what stands between `…-start` and `…-end` into the node of the start. One without the other is reported; its
 * text stays where it is.
 *
 * @returns whether there were any.
 */
export function joinGates(tree: Root, seen: Survey, report: Report): boolean {
  if (![...seen.nodes('exercise'), ...seen.nodes('solution')].some(isGate)) return false
  visitNodes(tree, (node) => {
    if (isParent(node) && node.children.some(isGate)) Object.assign(node, {children: joined(node, report)})
    return undefined
  })
  return true
}

function isGate(node: RootContent): node is Gate {
  return (node.type === 'exercise' || node.type === 'solution') && node.gate !== undefined
}

function joined({children}: Parents, report: Report): RootContent[] {
  const lists: {start: Gate | undefined; nodes: RootContent[]}[] = [{start: undefined, nodes: []}]
  const unmatched = (node: Gate, other: string): void =>
    report({
      ruleId: 'unmatched-gate',
      reason: `${node.type}-${node.gate} has no ${node.type}-${other} ${other === 'end' ? 'after' : 'before'} it in the same block`,
      position: node.position
    })
  /** A start without its end holds nothing: what follows it goes back to where it stands. */
  const dissolve = (): void => {
    const top = lists.pop()
    if (!top?.start) return
    unmatched(top.start, 'end')
    lists.at(-1)?.nodes.push(open(top.start, []), ...top.nodes)
  }
  for (const node of children) {
    if (!isGate(node)) lists.at(-1)?.nodes.push(node)
    else if (node.gate === 'start') lists.push({start: node, nodes: []})
    else {
      const at = lists.findLastIndex(({start}) => start?.type === node.type)
      if (at < 1) unmatched(node, 'start')
      else {
        while (lists.length > at + 1) dissolve()
        const top = lists.pop()
        if (top?.start) lists.at(-1)?.nodes.push(open(top.start, top.nodes, node))
      }
    }
  }
  while (lists.length > 1) dissolve()
  return lists[0]?.nodes ?? []
}

function open(start: Gate, nodes: readonly RootContent[], end?: Gate): RootContent {
  const {gate: _, ...rest} = start
  const position =
    start.position && end?.position ? {...start.position, end: end.position.end} : start.position
  const made = Object.assign(rest, {children: [...start.children, ...nodes], ...(position ? {position} : {})})
  setOrigin([made], [start, ...nodes, ...(end ? [end] : [])])
  return made
}
