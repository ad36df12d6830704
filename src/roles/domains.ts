/** Roles of Sphinx's domains: functions, classes, options, environment variables. */
import type {CrossReference, Reference} from '../ast/nodes.js'
import {normalizeLabel} from '../names/labels.js'
import {parseTextAndTarget} from '../syntax/role/header.js'
import {defineRole, type Role, type RoleCall} from './define.js'

/** Roles by domain. */
const domains: Readonly<Record<string, readonly string[]>> = {
  py: ['func', 'data', 'const', 'class', 'exc', 'meth', 'attr', 'type', 'mod', 'obj', 'deco'],
  js: ['func', 'meth', 'class', 'data', 'attr', 'mod'],
  c: ['func', 'member', 'data', 'var', 'macro', 'type', 'struct', 'union', 'enum', 'enumerator'],
  cpp: ['func', 'class', 'struct', 'union', 'type', 'concept', 'member', 'var', 'enum', 'enumerator', 'any'],
  rst: ['dir', 'role'],
  std: ['option', 'envvar', 'token', 'confval']
}

/** Domains whose roles have a short name, too. `any` asks them all and is a role of its own. */
const bare = new Set(['py', 'std'])

/** Roles that show parentheses behind a name. */
const withParentheses = new Set(['func', 'meth'])

/** All roles of domains. */
export const domainRoles: readonly Role[] = Object.entries(domains).flatMap(([domain, names]) =>
  names.map((name) =>
    defineRole({
      name: `${domain}:${name}`,
      aliases: bare.has(domain) ? [name] : [],
      build: (call) => objectReference(call, domain, name)
    })
  )
)

/**
 * The node of a role that names an object: code, and a link unless the name begins with `!`. `~` shows the last part
 * alone; `.` asks for a name that ends so.
 */
function objectReference(call: RoleCall, domain: string, role: string): ReturnType<Role['run']>[number] {
  const {value, place, node, name} = call
  const linked = !value.startsWith('!')
  const {text, target, targetStart, targetEnd} = parseTextAndTarget(linked ? value : value.slice(1))
  const shift = linked ? 0 : 1
  const shown = text ?? displayName(target, domain, role)
  const code = {
    type: 'inlineCode' as const,
    value: shown,
    class: `xref ${domain} ${domain}-${role}`,
    ...(node.position ? {position: node.position} : {})
  }
  if (!linked) return code
  const position = place(targetStart + shift, targetEnd + shift)
  const wanted = target.replace(/^~/, '').replace(/\(\)$/, '')
  const reference: Reference = {
    role,
    domain,
    target: wanted,
    explicit: text !== undefined,
    ...(position ? {position} : {})
  }
  const crossReference: CrossReference = {
    type: 'crossReference',
    kind: name,
    label: wanted,
    identifier: normalizeLabel(wanted),
    reference,
    children: [code],
    ...(node.position ? {position: node.position} : {})
  }
  return crossReference
}

/** What a name without text of its own shows. */
function displayName(target: string, domain: string, role: string): string {
  if (domain === 'std' || domain === 'rst') return target.replace(/^~(?:.*[:.])?/, '')
  const plain = target.replace(/^\./, '').replace(/\(\)$/, '')
  const short = plain.startsWith('~') ? plain.slice(1).replace(/^.*(?:\.|::)/, '') : plain
  return withParentheses.has(role) ? `${short}()` : short
}
