/** Where nodes that are not placed yet stand on a masked page. */
import type {Parents} from 'mdast'
import type {Position} from 'unist'
import type {MaskedPage} from './masked-page.js'

export type FlowParent = Extract<Parents, {type: 'root' | 'blockquote' | 'listItem' | 'footnoteDefinition'}>

/** The character of a masked page at the start of a node that is not placed yet. */
export function charAt({lines}: MaskedPage, position: Position | undefined): string {
  const {line = 1, column = 1} = position?.start ?? {}
  return lines[line - 1]?.charAt(column - 1) ?? ''
}

/** What stands on the line from there on. */
export function restAt({lines}: MaskedPage, position: Position | undefined): string {
  const {line = 1, column = 1} = position?.start ?? {}
  return lines[line - 1]?.slice(column - 1) ?? ''
}

/** Where the content of a container begins; for items the engine says it by the first block. */
export function contentColumn(node: FlowParent, masked: MaskedPage): number | undefined {
  if (node.type === 'root') return 0
  const column = (node.position?.start.column ?? 1) - 1
  if (node.type === 'footnoteDefinition') return column + 4
  if (node.type === 'blockquote' || typeof node.checked === 'boolean') return
  const first = node.children[0]?.position?.start
  if (first?.line !== node.position?.start.line)
    return column + (/^(?:[-+*]|\d+.)/.exec(restAt(masked, node.position))?.[0].length ?? 0) + 1
  return (first?.column ?? 0) - 1
}
