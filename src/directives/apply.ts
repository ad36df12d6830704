/** From generic to typed: every directive and role becomes what its spec builds. */
import type {Nodes, Parents, Root, RootContent} from 'mdast'
import type {PageHost} from '../ast/host.js'
import type {MystDirective, MystRole} from '../ast/nodes.js'
import {setOrigin} from '../ast/origin.js'
import {didYouMean, type Report} from '../ast/report.js'
import {setAttributes} from '../ast/set-attributes.js'
import {addAll, isParent} from '../ast/tree.js'
import type {Registry} from './registry.js'

/**
 * Build the typed tree in place, inner directives first, so that an outer one sees what it holds.
 *
 * What no spec knows stays as `mystDirective` or `mystRole`, with its text parsed, and a message names near names.
 */
export function applySpecs(tree: Root, registry: Registry, report: Report, host?: PageHost): void {
  applyChildren(tree, registry, report, host)
}

function applyChildren(
  parent: Parents,
  registry: Registry,
  report: Report,
  host: PageHost | undefined
): void {
  const {children} = parent
  /** From where the first directive or role is built; most nodes hold none. */
  let out: RootContent[] | undefined
  for (let index = 0; index < children.length; index++) {
    const child = children[index]
    if (!child) continue
    let built: RootContent[] | undefined
    // Texts are half of all nodes.
    if (child.type !== 'text') {
      if (isParent(child)) applyChildren(child, registry, report, host)
      built = build(child, registry, report, host)
    }
    if (built) {
      out ??= children.slice(0, index)
      addAll(out, built)
    } else out?.push(child)
  }
  if (out) setChildren(parent, out)
}

function build(
  node: Nodes,
  registry: Registry,
  report: Report,
  host: PageHost | undefined
): RootContent[] | undefined {
  if (node.type === 'mystDirective') return buildDirective(node, registry, report, host)
  if (node.type === 'mystRole') return buildRole(node, registry, report, host)
  return
}

function buildDirective(
  node: MystDirective,
  registry: Registry,
  report: Report,
  host: PageHost | undefined
): RootContent[] | undefined {
  const directive = registry.directive(node.name)
  if (directive) return remember(directive.run(node, report, host), node)
  const near = didYouMean(registry.nearDirectives(node.name.toLowerCase()))
  report({
    ruleId: 'unknown-directive',
    reason: `unknown directive "${node.name}"${near || '; its text is shown as it is'}`,
    position: node.data?.namePosition
  })
  for (const fault of node.data?.faults ?? []) report(fault)
  return
}

function buildRole(
  node: MystRole,
  registry: Registry,
  report: Report,
  host: PageHost | undefined
): RootContent[] | undefined {
  const role = registry.role(node.name)
  const attributes = node.data?.attributes ?? []
  if (role) {
    const built = role.run(node, report, host)
    if (built[0]) setAttributes(built[0], attributes, report)
    return remember(built, node)
  }
  const near = didYouMean(registry.nearRoles(node.name.toLowerCase()))
  report({
    ruleId: 'unknown-role',
    reason: `unknown role "${node.name}"${near || '; its text is shown as it is'}`,
    position: node.data?.namePosition
  })
  return
}

function remember(built: RootContent[], origin: MystDirective | MystRole): RootContent[] {
  setOrigin(built, [origin])
  return built
}

/** mdast says of each parent which children it takes; a spec builds what belongs where its directive stood. */
function setChildren(parent: Parents, children: RootContent[]): void {
  Object.assign(parent, {children})
}
