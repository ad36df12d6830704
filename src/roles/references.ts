/** Roles that refer: to pages, labels, terms, files, and to other projects. */
import type {CrossReference, ExternalRole, Reference} from '../ast/nodes.js'
import {didYouMean} from '../ast/report.js'
import {text as textNode} from '../ast/tree.js'
import {normalizeLabel} from '../names/labels.js'
import {parseTextAndTarget} from '../syntax/role/header.js'
import {defineRole, type Role, type RoleCall} from './define.js'

const described: readonly [name: string, doc: string, aliases?: readonly string[]][] = [
  ['doc', 'A link to a page of the project.'],
  ['ref', 'A link to a label; its text is the heading or caption there.'],
  ['any', 'A link to whatever bears the name: a label, a page, an object.'],
  ['term', 'A link to a term of the glossary.'],
  ['download', 'A link to a file that is copied beside the page.']
]

const internal: Role[] = described.map(([name, doc]) =>
  defineRole({name, doc, build: (call) => crossReference(call, {role: name})})
)

/** `{external:role}`, `{external+inventory:domain:role}`: targets in other projects only. */
const external = defineRole({
  name: 'external',
  doc: 'A link into another project, by its inventory.',
  matches: (name) => /^external[:+]/i.test(name),
  build(call) {
    const parsed = parseExternalRole(call.name)
    const node = crossReference(call, {role: 'external', ...(parsed ? {external: parsed} : {})})
    if (!parsed) {
      call.report({
        ruleId: 'malformed-external-role',
        reason: `"${call.name}" is no role for another project; write external:ROLE, external:DOMAIN:ROLE or external+INVENTORY:DOMAIN:ROLE${didYouMean(repaired(call.name))}`,
        position: call.node.data?.namePosition
      })
    }
    return node
  }
})

/** All roles that refer. */
export const referenceRoles: readonly Role[] = [...internal, external]

/**
 * Read `external:role`, `external+inventory:role` or either with a domain (Sphinx's intersphinx dispatcher).
 *
 * @returns `undefined` for anything else.
 * @example
 * parseExternalRole('external+tc:std:doc') // {inventory: 'tc', domain: 'std', role: 'doc'}
 */
export function parseExternalRole(name: string): ExternalRole | undefined {
  const match = /^external(?:\+([^:]+))?:(?:([^:]+):)?([^:]+)$/i.exec(name)
  const role = match?.[3]
  if (role === undefined) return
  const domain = match?.[2]
  const inventory = match?.[1]
  return {role, ...(domain ? {domain} : {}), ...(inventory ? {inventory} : {})}
}

/** What the author may have meant by a name with too many or too few parts. */
function repaired(name: string): string[] {
  const parts = name
    .replace(/^external[:+]*/i, '')
    .split(':')
    .filter(Boolean)
  if (parts.length >= 3) return [`external+${parts[0]}:${parts.slice(1, 3).join(':')}`]
  return parts.length === 2 ? [`external+${parts.join(':')}`] : []
}

/**
 * The node of a role that refers: `text <target>` or a target alone, whose text the resolver finds.
 */
export function crossReference(
  {value, place, node, name}: RoleCall,
  reference: Pick<Reference, 'role' | 'external'>
): CrossReference {
  const {text, textEnd, target, targetStart, targetEnd} = parseTextAndTarget(value)
  const position = place(targetStart, targetEnd)
  return {
    type: 'crossReference',
    kind: name,
    label: target,
    identifier: normalizeLabel(target),
    reference: {...reference, target, explicit: text !== undefined, ...(position ? {position} : {})},
    children: text === undefined ? [] : [textNode(text, place(textEnd - text.length, textEnd))],
    ...(node.position ? {position: node.position} : {})
  }
}
