/** Positions of a whole tree, wherever a node keeps them. */
import type {Nodes} from 'mdast'
import type {Point, Position} from 'unist'

/** How to change what says where something stands. */
export interface PositionChange {
  position(position: Position): Position
  /** Points that are no part of a position, as of the lines of a raw body. */
  point?: ((point: Point) => Point) | undefined
}

/**
 * Change every position in a tree: of nodes, of their references, options and labels. Iterative and linear.
 *
 * @example
 * changePositions(tree, {position: (position) => ({...position, file: 'part.md'})})
 */
export function changePositions(tree: Nodes, {position, point}: PositionChange): void {
  const seen = new Set<object>([tree])
  const stack: object[] = [tree]
  for (let holder = stack.pop(); holder; holder = stack.pop()) {
    for (const [key, value] of Object.entries(holder) as [string, unknown][]) {
      if (typeof value !== 'object' || value === null) continue
      if (isPosition(value)) Object.assign(holder, {[key]: position(value)})
      else if (isPoint(value)) {
        if (point) Object.assign(holder, {[key]: point(value)})
      } else if (!seen.has(value)) {
        seen.add(value)
        stack.push(value)
      }
    }
  }
}

function isPosition(value: object): value is Position {
  return 'start' in value && 'end' in value && isPoint(value.start) && isPoint(value.end)
}

function isPoint(value: unknown): value is Point {
  return typeof value === 'object' && value !== null && 'line' in value && 'column' in value
}
