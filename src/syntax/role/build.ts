/** From the parts that a tokenizer found to a `mystRole`; every engine builds its nodes here. */
import type {Point, Position} from 'unist'
import type {MystRole} from '../../ast/nodes.js'
import {onLine} from '../../ast/place.js'
import {placeAttribute} from '../attributes/build.js'
import type {RoleHeader} from './header.js'

/** What a tokenizer knows of a role when it has passed it. */
export interface RoleParts {
  header: RoleHeader
  start: Point
  /** Source between the backticks, line endings kept. */
  value: string
  valuePosition: Position
  /** Whether the content is Markdown. */
  inline: boolean
}

/**
 * Build the node; its children come from the engine.
 *
 * @example
 * buildRole(parts) // {type: 'mystRole', name: 'doc', value: 'team', children: [], data: {…}}
 */
export function buildRole({header, start, value, valuePosition}: RoleParts): MystRole {
  const namePosition = onLine(start, header.nameStart, header.nameEnd)
  const attributes =
    header.attributes.length > 0
      ? header.attributes.map((each) => placeAttribute(each, (from, to) => onLine(start, from, to)))
      : undefined
  return {
    type: 'mystRole',
    name: header.name,
    value: joinSource(value),
    children: [],
    data: attributes ? {namePosition, valuePosition, attributes} : {namePosition, valuePosition}
  }
}

/** A line ending counts as one space, with the white space around it. */
function joinSource(value: string): string {
  if (!/[\r\n]/.test(value)) return value
  const lines = value.split(/\r\n|\r|\n/)
  const last = lines.length - 1
  return lines.map((line, index) => trimSides(line, index > 0, index < last)).join(' ')
}

function trimSides(line: string, start: boolean, end: boolean): string {
  const left = start ? line.trimStart() : line
  return end ? left.trimEnd() : left
}
