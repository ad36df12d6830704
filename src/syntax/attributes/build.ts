/** From a list of attributes to nodes; every engine builds them here. */
import type {Position} from 'unist'
import type {Attribute, MystAttributes} from '../../ast/nodes.js'
import {onLine} from '../../ast/place.js'
import {parseAttributes, type WrittenAttribute} from './grammar.js'

/**
 * Build the node of a list.
 *
 * @param source from the opening to the closing brace.
 * @example
 * buildAttributes('{.wide}', position) // {type: 'mystAttributes', value: '.wide', attributes: […]}
 */
export function buildAttributes(source: string, position: Position): MystAttributes {
  const {attributes = [], end = source.length} = parseAttributes(source, 1) ?? {}
  // Over line ends the container's prefixes are not counted, so that only the whole has a place.
  const oneLine = position.start.line === position.end.line
  return {
    type: 'mystAttributes',
    value: source.slice(1, end - 1),
    attributes: attributes.map((each) =>
      placeAttribute(each, (start, stop) => (oneLine ? onLine(position.start, start, stop) : position))
    )
  }
}

/** One attribute with its places in the page. */
export function placeAttribute(
  {kind, key, value, start, end, valueStart, valueEnd}: WrittenAttribute,
  place: (start: number, end: number) => Position
): Attribute {
  return {kind, key, value, position: place(start, end), valuePosition: place(valueStart, valueEnd)}
}
