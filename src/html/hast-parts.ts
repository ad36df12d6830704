/** Small things of hast that every way to draw it makes alike. */
import type {Element, ElementContent, Nodes as HastNodes, Properties, RootContent, Text} from 'hast'
import type {Nodes} from 'mdast'
import {trimLines} from 'trim-lines'
import type {Position} from 'unist'

export function newline(): Text {
  return {type: 'text', value: '\n'}
}

/** Line endings between blocks, and around them. */
export function wrap<T extends RootContent>(blocks: readonly T[]): (T | Text)[] {
  const out: (T | Text)[] = [newline()]
  for (const block of blocks) out.push(block, newline())
  return fitted(out)
}

/** A list that grew, with room for no more: V8 keeps room for 17, and most hold few. */
export function fitted<T>(list: T[]): T[] {
  return list.length < 17 ? list.slice() : list
}

/** HTML joins blanks with the line ending that they are next to; most lines have none. */
export function trimmed(text: string): string {
  return /[ \t][\r\n]|[\r\n][ \t]/.test(text) ? trimLines(text) : text
}

/** Say where a node stands: a place of the tree, which nobody changes. */
export function at<T extends HastNodes>({position}: Nodes, node: T): T {
  if (position) node.position = placeOf(position)
  return node
}

/** Without the file, which is none of HTML's. */
function placeOf(position: Position): Position {
  return position.file === undefined ? position : {start: position.start, end: position.end}
}

/** A text of a node: written as one object, as V8 keeps apart what is put on later. */
export function textOf({position}: Nodes, value: string): Text {
  return position ? {type: 'text', value, position: placeOf(position)} : {type: 'text', value}
}

/** An element of a node; likewise. */
export function elementAt(
  {position}: Nodes,
  tagName: string,
  properties: Properties,
  children: ElementContent[]
): Element {
  return position
    ? {type: 'element', tagName, properties, children, position: placeOf(position)}
    : {type: 'element', tagName, properties, children}
}

/** What some nodes are drawn as, without blanks behind hard breaks. */
export function joined(
  nodes: readonly Nodes[],
  drawn: readonly (ElementContent | ElementContent[])[]
): ElementContent[] {
  const out: ElementContent[] = []
  let isBehindBreak = false
  for (const [index, each] of drawn.entries()) {
    const list = Array.isArray(each) ? each : [each]
    const [first] = list
    if (!first) continue
    const isBreak = nodes[index]?.type === 'break'
    if (isBehindBreak && !isBreak) trimStart(first)
    isBehindBreak = isBreak
    for (const one of list) out.push(one)
  }
  return out
}

function trimStart(node: ElementContent): void {
  const text = node.type === 'element' ? node.children[0] : node
  if (text?.type === 'text') text.value = text.value.replace(/^[ \t]+/, '')
}

export function isContent(node: HastNodes): node is ElementContent {
  return node.type !== 'doctype' && node.type !== 'root'
}
