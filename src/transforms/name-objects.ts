/** Gives described objects their full names: of the module and the class that they stand in. */
import type {Nodes, Root} from 'mdast'
import type {Position} from 'unist'
import type {DefinedObject, ObjectDescription, Signature} from '../ast/nodes.js'
import {isParent} from '../ast/tree.js'
import {sphinxId} from '../names/labels.js'

interface Scope {
  /** By domain; the last one named on the page. */
  modules: Map<string, string>
  program: string
  /** Of the descriptions around. */
  outer: readonly string[]
}

/** Write `defines` on every signature and module of a page. */
export function nameObjects(tree: Root): void {
  walk(tree, {modules: new Map(), program: '', outer: []})
}

function walk(node: Nodes, scope: Scope): void {
  if (node.type === 'objectScope') {
    if (node.kind === 'program') scope.program = node.name
    else scope.modules.set(node.domain, node.name === 'None' ? '' : node.name)
    if (node.kind === 'module' && node.indexed !== false)
      node.defines = [defined(node.domain, 'module', node.name, 'module', node.position)]
  }
  const inner = node.type === 'objectDescription' ? nameDescription(node, scope) : scope
  if (!isParent(node)) return
  for (const child of node.children) walk(child, inner)
  if (inner !== scope) scope.program = inner.program
}

function nameDescription(node: ObjectDescription, scope: Scope): Scope {
  const {domain, objectType, indexed, canonical} = node
  let own: string | undefined
  for (const child of node.children) {
    if (child.type !== 'signature') continue
    const names = child.names.map((name) => fullName(node, name, scope))
    own ??= names[0]
    if (indexed === false || domain === '') continue
    child.defines = [...names, ...(canonical ? [canonical] : [])].map((name) =>
      defined(domain, objectType, name, prefixOf(node), child.position)
    )
    showModule(child, node, scope)
  }
  return own === undefined ? scope : {...scope, outer: [...scope.outer, own]}
}

function fullName({domain, module}: ObjectDescription, name: string, scope: Scope): string {
  if (domain === 'std') return name.startsWith('-') && scope.program ? `${scope.program}.${name}` : name
  const separator = domain === 'py' || domain === 'js' || domain === 'c' ? '.' : domain === 'cpp' ? '::' : ''
  if (!separator) return name
  const outer = scope.outer.at(-1)
  if (outer !== undefined)
    return name.startsWith(`${outer}${separator}`) ? name : `${outer}${separator}${name}`
  const around = module ?? scope.modules.get(domain)
  return around && !name.startsWith(`${around}.`) ? `${around}.${name}` : name
}

/** Names right in a module are shown with it, as Sphinx does. */
function showModule(signature: Signature, {domain, module}: ObjectDescription, scope: Scope): void {
  const around = module ?? scope.modules.get(domain)
  const name = signature.names[0]
  if (domain !== 'py' || !around || scope.outer.length > 0 || name?.startsWith(`${around}.`)) return
  const at = signature.children.findIndex((child) => child.type === 'span' && child.kind !== 'property')
  const prefix = {
    type: 'span' as const,
    kind: 'descclassname',
    children: [{type: 'text' as const, value: `${around}.`}]
  }
  signature.children.splice(Math.max(at, 0), 0, prefix)
}

/** What Sphinx puts before the names of a type in ids. */
function prefixOf({domain, objectType}: ObjectDescription): string {
  if (domain === 'std') return objectType
  if (domain === 'rst') return objectType.replace(':', '-')
  return ''
}

function defined(
  domain: string,
  type: string,
  name: string,
  prefix: string,
  position: Position | undefined
): DefinedObject {
  const bare = prefix === 'cmdoption' ? name.replace(/\.(?=-)/, '') : name
  const id = domain === 'c' || domain === 'cpp' ? sphinxId(`${domain}.${bare}`) : sphinxId(bare, prefix)
  return {kind: 'object', domain, type, name, id, ...(position ? {position} : {})}
}
