/** Sphinx's domains: which types of objects each role asks for. */
import {own} from '../names/own.js'

/** By domain, by role: object types in the order of asking. */
const roles: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  std: {
    doc: ['doc'],
    ref: ['label'],
    numref: ['label'],
    keyword: ['label'],
    term: ['term'],
    option: ['cmdoption'],
    envvar: ['envvar'],
    token: ['token'],
    confval: ['confval']
  },
  py: {
    func: ['function', 'method', 'classmethod', 'staticmethod'],
    data: ['data'],
    const: ['data', 'attribute'],
    class: ['class', 'exception', 'type'],
    exc: ['exception', 'class'],
    meth: ['method', 'classmethod', 'staticmethod'],
    attr: ['attribute', 'property', 'data'],
    type: ['type'],
    mod: ['module'],
    deco: ['function', 'decorator'],
    obj: [
      'function',
      'data',
      'class',
      'exception',
      'method',
      'classmethod',
      'staticmethod',
      'attribute',
      'property',
      'type',
      'module'
    ]
  },
  js: {
    func: ['function', 'method'],
    meth: ['method'],
    class: ['class'],
    data: ['data'],
    attr: ['attribute'],
    mod: ['module']
  },
  c: {
    func: ['function'],
    member: ['member', 'var'],
    data: ['member', 'var'],
    var: ['var', 'member'],
    macro: ['macro'],
    type: ['type', 'struct', 'union', 'enum'],
    struct: ['struct'],
    union: ['union'],
    enum: ['enum'],
    enumerator: ['enumerator']
  },
  cpp: {
    func: ['function'],
    class: ['class', 'struct', 'union'],
    struct: ['struct', 'class'],
    union: ['union'],
    type: ['type', 'class', 'enum'],
    concept: ['concept'],
    member: ['member', 'var'],
    var: ['var', 'member'],
    enum: ['enum'],
    enumerator: ['enumerator'],
    any: ['function', 'class', 'type', 'member', 'enum', 'enumerator', 'concept']
  },
  rst: {dir: ['directive', 'directive:option'], role: ['role']},
  math: {numref: ['equation'], eq: ['equation']}
}

/** Searched in this order where a role names no domain: Sphinx asks its default domain first. */
const order = ['py', 'std', 'js', 'c', 'cpp', 'rst', 'math']

/** A domain and the object types that a role asks it for. */
export interface RoleTypes {
  domain: string
  types: readonly string[]
}

/** By role, what it asks each domain for. */
const ofAnyDomain = new Map<string, readonly RoleTypes[]>()
for (const domain of order)
  for (const [role, types] of Object.entries(roles[domain] ?? {}))
    ofAnyDomain.set(role, [...(ofAnyDomain.get(role) ?? []), {domain, types}])

/**
 * The object types of a role.
 *
 * @param domain if the author named one; a domain that is not Sphinx's own takes the role's name as type.
 * @returns an empty list where no domain has such a role.
 * @example
 * typesOfRole('ref') // [{domain: 'std', types: ['label']}]
 */
export function typesOfRole(role: string, domain?: string): readonly RoleTypes[] {
  if (domain === undefined) return ofAnyDomain.get(role) ?? []
  const known = own(roles, domain)
  if (!known) return [{domain, types: [role]}]
  const types = own(known, role)
  return types ? [{domain, types}] : []
}

/**
 * The role that asks for objects of a type, with its domain where it needs that. A domain that is not Sphinx's own has
 * roles called as its types.
 *
 * @example
 * roleOf('py', 'function') // 'py:func'
 */
export function roleOf(domain: string, type: string): string | undefined {
  const known = roles[domain]
  if (!known) return `${domain}:${type}`
  const names = Object.keys(known)
  const role =
    names.find((name) => known[name]?.[0] === type) ?? names.find((name) => known[name]?.includes(type))
  return role === undefined || domain === 'std' ? role : `${domain}:${role}`
}

/** Every role of a domain, or of all, for suggestions. */
export function rolesOf(domain?: string): string[] {
  if (domain !== undefined) return Object.keys(own(roles, domain) ?? {})
  return [...new Set(order.flatMap((each) => Object.keys(roles[each] ?? {})))]
}

/** Object types that are looked up blind to case: labels and terms. */
export function ignoresCase({domain}: RoleTypes, type: string): boolean {
  return domain === 'std' && (type === 'label' || type === 'term')
}
