/** Moves a tree to where its text stands in a page. */
import type {Point} from 'unist'
import type {MystDirective} from '../../ast/nodes.js'

type DirectiveData = NonNullable<MystDirective['data']>

/**
 * Move every place in some nodes further down, those in their `data` too. The nodes stay the same.
 *
 * @param by so many lines, and so many characters.
 */
export function moveDown(nodes: object, lines: number, characters: number): void {
  const seen = new Set<object>()
  const stack = [nodes]
  for (let top = stack.pop(); top; top = stack.pop()) {
    // Nodes may share a point.
    if (seen.has(top)) continue
    seen.add(top)
    if (isPoint(top)) {
      top.line += lines
      top.offset = (top.offset ?? 0) + characters
      continue
    }
    if (isDirectiveData(top)) top.termLines = top.termLines?.map((line) => line + lines)
    for (const value of Object.values(top)) if (typeof value === 'object' && value !== null) stack.push(value)
  }
}

function isPoint(value: object): value is Point {
  return 'line' in value && 'column' in value
}

function isDirectiveData(value: object): value is DirectiveData & {termLines: number[]} {
  return 'termLines' in value && Array.isArray(value.termLines)
}
