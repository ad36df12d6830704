/** Fences that nothing closes, and those whose closing line another fence took. */
import type {Code, Nodes, Root} from 'mdast'
import type {Point} from 'unist'
import type {MystDirective} from '../ast/nodes.js'
import {onLine} from '../ast/place.js'
import {type Report, shown} from '../ast/report.js'
import type {Survey} from '../ast/survey.js'
import {isParent} from '../ast/tree.js'

/** A directive that lost its closing line to one around it, so that a line is left over further down. */
export interface LostClose {
  /** Of its opening fence. */
  line: number
  /** Where the closing line went. */
  offset: number
}

/** The fence of a block, as written, and where. */
interface Fence {
  text: string
  start: Point
  end: Point
}

/**
 * Report them, in document order.
 *
 * @returns the directives whose closing lines are left over.
 */
export function reportOpenFences(tree: Root, seen: Survey, source: string, report: Report): LostClose[] {
  const lost: LostClose[] = []
  const isOpen = (node: Nodes): boolean => openFence(node, source) !== undefined
  if (!seen.nodes('mystDirective').some(isOpen) && !seen.nodes('code').some(isOpen)) return lost
  visit(tree, undefined)
  return lost

  function visit(node: Nodes, around: MystDirective | undefined): void {
    const fence = openFence(node, source)
    if (fence) judge(node, fence, around)
    if (!isParent(node)) return
    const inner = node.type === 'mystDirective' && node.data?.closed === true ? node : around
    for (const child of node.children) visit(child, inner)
  }

  function judge(node: Nodes, fence: Fence, around: MystDirective | undefined): void {
    const {text, start} = fence
    const position = onLine(start, 0, text.length)
    const outer = around?.data?.fence
    const closing = around && closingFence(around, source)
    if (!around || outer === undefined || !closing || !reaches(fence.end, closing.start, source)) {
      unclosed(node, fence)
      return
    }
    const line = around.position?.start.line
    if (text.startsWith(outer)) {
      lost.push({line: start.line, offset: closing.start.offset ?? 0})
      report({
        ruleId: 'fence-length',
        reason: `the first closing fence ends "${around.name}" of line ${line}, whose fence is no longer than this one: write ${shown(text + text.charAt(0))} or more around it`,
        position
      })
    } else if (
      text.charAt(0) !== outer.charAt(0) &&
      (node.type === 'code' || node.type === 'mystDirective')
    ) {
      report({
        ruleId: 'fence-in-code',
        reason: `this closes "${around.name}" of line ${line} inside the block that ${shown(text)} opens in line ${start.line}: close that block above, or give "${around.name}" the longer fence ${shown(outer + outer.charAt(0))}`,
        position: onLine(closing.start, 0, closing.length)
      })
    } else unclosed(node, fence)
  }

  function unclosed(node: Nodes, {text, start}: Fence): void {
    const directive = node.type === 'mystDirective'
    const taken = node.type === 'code' && !node.lang && lost.at(-1)
    if (taken) {
      report({
        ruleId: 'unclosed-code',
        reason: `this opens code, and holds all that follows: the closing fence of line ${taken.line} was taken by a fence around it that is no longer`,
        position: onLine(start, 0, text.length)
      })
      return
    }
    report({
      ruleId: directive ? 'unclosed-directive' : 'unclosed-code',
      reason: `nothing closes ${directive ? `"${node.name}"` : 'this code'}: it holds all that follows${start.column > 1 ? ' in its block' : ''}; write ${shown(text)} where it ends`,
      position: onLine(start, 0, text.length)
    })
  }
}

/** The opening fence of a directive or of code, if nothing closes it. */
function openFence(node: Nodes, source: string): Fence | undefined {
  if (!node.position) return
  const {start, end} = node.position
  if (node.type === 'mystDirective') {
    const {data} = node
    return data && !data.closed ? {text: data.fence, start, end} : undefined
  }
  return node.type === 'code' ? openCode(node, source) : undefined
}

const codeFence = /^(?:`{3,}|~{3,})/

function openCode({position}: Code, source: string): Fence | undefined {
  const from = position?.start.offset
  const to = position?.end.offset
  if (!position || from === undefined || to === undefined) return
  const written = source.slice(from, to)
  const text = codeFence.exec(written)?.[0]
  if (text === undefined) return
  const lineStart = Math.max(written.lastIndexOf('\n'), written.lastIndexOf('\r')) + 1
  const line = lineStart > 0 ? written.slice(lineStart) : ''
  const last = line.replace(/^[\s>]+/, '').trimEnd()
  const closed = last.startsWith(text) && last === text.charAt(0).repeat(last.length)
  return closed ? undefined : {text, start: position.start, end: position.end}
}

function closingFence(
  {position, data}: MystDirective,
  source: string
): {start: Point; length: number} | undefined {
  const end = position?.end
  if (end?.offset === undefined || !data) return
  const marker = data.fence.charAt(0)
  let to = end.offset
  while (/[ \t]/.test(source.charAt(to - 1))) to--
  let from = to
  while (source.charAt(from - 1) === marker) from--
  const column = end.column - (end.offset - from)
  return from < to ? {start: {line: end.line, column, offset: from}, length: to - from} : undefined
}

/** Whether a block goes on to the closing fence: only white space and prefixes of containers stand between. */
function reaches(end: Point, closing: Point, source: string): boolean {
  const from = end.offset ?? 0
  const to = closing.offset ?? 0
  return closing.line - end.line <= 1 || (to - from < 10_000 && /^[\s>]*$/.test(source.slice(from, to)))
}
