/** From a target's line to its node; every engine builds it here. */
import type {Point} from 'unist'
import type {MystTarget} from '../../ast/nodes.js'
import {onLine} from '../../ast/place.js'
import {parseTarget} from './grammar.js'

/**
 * Build the node.
 *
 * @param line from the opening parenthesis to the line's end.
 * @param start of the line's opening parenthesis.
 */
export function buildTarget(line: string, start: Point): MystTarget {
  const found = parseTarget(line)
  const node: MystTarget = {type: 'mystTarget', label: found?.label ?? '', value: ''}
  if (found) node.data = {labelPosition: onLine(start, found.labelStart, found.labelEnd)}
  return node
}
