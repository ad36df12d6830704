/** Roles that refer: to pages, labels, terms, files, and to other projects. */
import type {Point, Position} from 'unist'
import type {CrossReference, ExternalRole, Reference} from '../ast/nodes.js'
import {onLine} from '../ast/place.js'
import {text as textNode} from '../ast/tree.js'
import {normalizeLabel} from '../names/labels.js'
import {type ExternalName, parseExternalRole} from '../syntax/role/external.js'
import {parseTextAndTarget} from '../syntax/role/header.js'
import {defineRole, type Role, type RoleCall} from './define.js'

const described: readonly [name: string, aliases?: readonly string[]][] = [
  ['doc'],
  ['ref'],
  ['numref'],
  ['eq', ['math:numref', 'math:eq']],
  ['keyword'],
  ['prf:ref', ['proof:ref']],
  ['any'],
  ['term'],
  ['download']
]

/** Roles that Sphinx's domain `std` has, and authors may name so. */
const inStd = new Set(['doc', 'ref', 'numref', 'keyword', 'term'])

const internal: Role[] = described.map(([name, others = []]) =>
  defineRole({
    name,
    aliases: [...(inStd.has(name) ? [`std:${name}`] : []), ...others],
    build: (call) => crossReference(call, {role: name})
  })
)

/** `{external:role}`, `{external+inventory:domain:role}`: targets in other projects only. */
const external = defineRole({
  name: 'external',
  matches: (name) => /^external[:+]/i.test(name),
  build(call) {
    const name = parseExternalRole(call.name)
    const node = crossReference(call, {role: 'external', ...(name ? {external: name.external} : {})})
    const start = call.node.data?.namePosition.start
    if (name && start && node.reference.name) node.reference.name.parts = partPlaces(name, start)
    return node
  }
})

function partPlaces({parts}: ExternalName, start: Point): Partial<Record<keyof ExternalRole, Position>> {
  return Object.fromEntries(
    Object.entries(parts).map(([part, [from, to]]) => [part, onLine(start, from, to)])
  )
}

/** All roles that refer. */
export const referenceRoles: readonly Role[] = [...internal, external]

/**
 * The node of a role that refers: `text <target>` or a target alone, whose text the resolver finds.
 */
export function crossReference(
  {value, place, node, name}: RoleCall,
  reference: Pick<Reference, 'role' | 'external'>
): CrossReference {
  const {text, textEnd, target, targetStart, targetEnd} = parseTextAndTarget(value)
  const position = place(targetStart, targetEnd)
  const asked: Reference = {role: reference.role, target, explicit: text !== undefined}
  if (reference.external) asked.external = reference.external
  if (position) asked.position = position
  asked.name = {value: name, position: node.data?.namePosition}
  const made: CrossReference = {
    type: 'crossReference',
    kind: name,
    label: target,
    identifier: normalizeLabel(target),
    reference: asked,
    children: text === undefined ? [] : [textNode(text, place(textEnd - text.length, textEnd))]
  }
  if (node.position) made.position = node.position
  return made
}
