/** What a role is: one value that says how its content is read and builds its node. */
import type {PhrasingContent} from 'mdast'
import type {Position} from 'unist'
import {noHost, type PageHost} from '../ast/host.js'
import type {MystRole} from '../ast/nodes.js'
import {along} from '../ast/place.js'
import type {Report} from '../ast/report.js'
import type {RoleSyntax} from '../syntax/spec.js'

/** What `build` gets. */
export interface RoleCall {
  /** The name that the author used, as written. */
  name: string
  /** The content as written; a line ending is a space. */
  value: string
  /** The content parsed, where the spec says `inline`. */
  children: PhrasingContent[]
  /** The place of a part of `value`. */
  place(start: number, end: number): Position | undefined
  /** The role as parsed. */
  node: MystRole
  report: Report
  host: PageHost
}

/** A role as its author writes it. */
export interface RoleSpec {
  name: string
  aliases?: readonly string[] | undefined
  /** For roles with parts in their name: whether this one serves it. */
  matches?: ((name: string) => boolean) | undefined
  /** One sentence for whoever lists the roles; those built in are described in the reference. */
  doc?: string | undefined
  /** `raw` (the default) for text kept as written, `inline` for Markdown. */
  content?: RoleSyntax | undefined
  build(call: RoleCall): PhrasingContent | PhrasingContent[]
}

/** A role as the registry keeps it. */
export interface Role extends Omit<RoleSpec, 'build' | 'aliases' | 'content'> {
  readonly aliases: readonly string[]
  readonly syntax: RoleSyntax
  run(node: MystRole, report: Report, host?: PageHost): PhrasingContent[]
}

/**
 * Define a role.
 *
 * @example
 * const shout = defineRole({
 *   name: 'shout',
 *   doc: 'Text in capitals.',
 *   build: ({value}) => ({type: 'text', value: value.toUpperCase()})
 * })
 */
export function defineRole(spec: RoleSpec): Role {
  const {build, aliases = [], content = 'raw', ...rest} = spec
  return {
    ...rest,
    aliases,
    syntax: content,
    run(node, report, host = noHost) {
      const built = build({
        name: node.name,
        value: node.value,
        children: node.children,
        place: (start, end) => placeIn(node, start, end),
        node,
        report,
        host
      })
      const nodes = Array.isArray(built) ? built : [built]
      for (const each of nodes) if (!each.position && node.position) each.position = node.position
      return nodes
    }
  }
}

/** On one line the value's characters are the source's; over line ends only the whole is known. */
function placeIn(node: MystRole, start: number, end: number): Position | undefined {
  const place = node.data?.valuePosition
  if (!place || place.start.line !== place.end.line) return place
  return {start: along(place.start, start), end: along(place.start, end)}
}
