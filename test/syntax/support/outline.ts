/** A tree in lines: a node each, with its place, its own fields, and the places of its parts. */
import type {Nodes, Root} from 'mdast'
import type {Position} from 'unist'
import type {VFileMessage} from 'vfile-message'
import {isParent} from '../../../src/ast/tree.js'
import type {DirectiveFault, DirectiveOption} from '../../../src/index.js'

/** Said by the line itself, or by the lines below it. */
const structure = new Set(['type', 'children', 'position', 'data'])

/** Parts of `data` that say nothing of their own: the lines of a raw body are its value. */
const silent = new Set(['bodyLines', 'options', 'faults', 'attributes'])

/** `1:1-3:4`; `1:1-4` where it is one line. */
export function place({start, end}: Pick<Position, 'start' | 'end'>): string {
  return `${start.line}:${start.column}-${end.line === start.line ? '' : `${end.line}:`}${end.column}`
}

/**
 * A page as lines.
 *
 * @example
 * outline(tree) // ['paragraph 1:1-4', '  text 1:1-4 "One"']
 */
export function outline(tree: Root): string[] {
  return tree.children.flatMap((child) => lines(child, ''))
}

/** `! 1:4-9 rule-id: reason`. */
export function messageLine({place: at, ruleId, reason}: VFileMessage): string {
  return `! ${at && 'start' in at ? `${place(at)} ` : ''}${ruleId}: ${reason}`
}

function lines(node: Nodes, indent: string): string[] {
  const own = [node.type, node.position ? place(node.position) : '?', ...fields(node), ...parts(node)]
  const children: readonly Nodes[] = isParent(node) ? node.children : []
  return [indent + own.join(' '), ...children.flatMap((child) => lines(child, `${indent}  `))]
}

function fields(node: Nodes): string[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    if (structure.has(key) || value === undefined || value === null || value === '') return []
    // What the node is of comes last in its line, without a name.
    if (key === 'value') return []
    return isPlace(value) ? [`${bare(key)}@${place(value)}`] : [`${key}=${short(value)}`]
  })
}

/** Parts from `data` with their places, then the value. */
function parts(node: Nodes): string[] {
  const {data} = node
  const value = 'value' in node && typeof node.value === 'string' ? [JSON.stringify(node.value)] : []
  if (!data) return value
  const own = Object.entries(data).flatMap(([key, each]: [string, unknown]) => {
    if (silent.has(key) || each === undefined) return []
    return isPlace(each) ? [`${bare(key)}@${place(each)}`] : [`${key}=${short(each)}`]
  })
  if (node.type !== 'mystDirective' || !node.data) return [...own, ...value]
  return [...own, ...node.data.options.map(optionPart), ...node.data.faults.map(faultPart), ...value]
}

function optionPart({key, keyPosition, valuePosition}: DirectiveOption): string {
  return `:${key}:@${place(keyPosition)}=${place(valuePosition)}`
}

function faultPart({ruleId, position}: DirectiveFault): string {
  return `!${ruleId}@${place(position)}`
}

/** JSON without quotes around keys, places as places. */
function short(value: unknown): string {
  if (isPlace(value)) return place(value)
  if (Array.isArray(value)) return `[${value.map(short).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{${Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .map(([key, each]: [string, unknown]) => `${key}: ${short(each)}`)
    .join(', ')}}`
}

function isPlace(value: unknown): value is Position {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value
}

function bare(key: string): string {
  return key.replace(/Position$/, '')
}
