/** Moves nodes that were parsed from another text to the place where they stand for it. */
import type {Point, Position} from 'unist'

/**
 * Copy a value with every position in it replaced by one: nodes and the parts in their `data` alike.
 *
 * @example
 * relocate(nodes, substitution.position)
 */
export function relocate<T>(value: T, position: Position | undefined): T {
  const copy = {value}
  move(copy, position)
  return copy.value
}

/** Copies plain data part by part; what holds positions has them in fields, lists and records. */
function move(root: object, position: Position | undefined): void {
  const stack: object[] = [root]
  for (let top = stack.pop(); top; top = stack.pop()) {
    for (const [key, value] of Object.entries(top)) {
      if (isPosition(value)) Reflect.set(top, key, position)
      else if (isPoint(value)) Reflect.set(top, key, position?.start ?? value)
      else if (typeof value === 'object' && value !== null) {
        const copy: object = Array.isArray(value) ? [...value] : {...value}
        Reflect.set(top, key, copy)
        stack.push(copy)
      }
    }
  }
}

function isPoint(value: unknown): value is Point {
  return typeof value === 'object' && value !== null && 'line' in value && 'column' in value
}

function isPosition(value: unknown): value is Position {
  return (
    typeof value === 'object' &&
    value !== null &&
    'start' in value &&
    'end' in value &&
    isPoint(value.start) &&
    isPoint(value.end)
  )
}
