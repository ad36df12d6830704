/** The syntax tree of Python. */
import type {SyntaxNode} from '@lezer/common'

/** The nodes right below one. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const out: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) out.push(child)
  return out
}
