/** The grammar of roles that lead into other projects (Sphinx's intersphinx dispatcher). */
import type {ExternalRole} from '../../ast/nodes.js'

/** Such a name taken apart; offsets count from its start. */
export interface ExternalName {
  external: ExternalRole
  parts: Partial<Record<keyof ExternalRole, [start: number, end: number]>>
}

/**
 * Read `external:role`, `external+inventory:role` or either with a domain.
 *
 * @returns `undefined` for anything else.
 * @example
 * parseExternalRole('external+tc:std:doc')?.external // {inventory: 'tc', domain: 'std', role: 'doc'}
 */
export function parseExternalRole(name: string): ExternalName | undefined {
  const match = /^external(?:\+([^:]+))?:(?:([^:]+):)?([^:]+)$/i.exec(name)
  const [, inventory, domain, role] = match ?? []
  if (role === undefined) return
  const end = name.length - role.length
  return {
    external: {role, ...(domain ? {domain} : {}), ...(inventory ? {inventory} : {})},
    parts: {
      role: [end, name.length],
      ...(domain ? {domain: [end - 1 - domain.length, end - 1]} : {}),
      ...(inventory ? {inventory: ['external+'.length, 'external+'.length + inventory.length]} : {})
    }
  }
}

/**
 * What the author may have meant by a name with too many or too few parts.
 *
 * @example
 * repairExternalRole('external:tc:std:doc') // ['external+tc:std:doc']
 */
export function repairExternalRole(name: string): string[] {
  const parts = name
    .replace(/^external[:+]*/i, '')
    .split(':')
    .filter(Boolean)
  if (parts.length >= 3) return [`external+${parts[0]}:${parts.slice(1, 3).join(':')}`]
  return parts.length === 2 ? [`external+${parts.join(':')}`] : []
}
