/** For writers of running text. */
import type {Nodes} from 'mdast'

/** What begins a line of a paragraph that is not its first. */
const onFurtherLines = new WeakSet<Nodes>()

/** Keep in mind that a node begins a further line. */
export function putOnFurtherLine(node: Nodes): void {
  onFurtherLines.add(node)
}

/** Whether it does. */
export function isOnFurtherLine(node: Nodes | undefined): boolean {
  return node !== undefined && onFurtherLines.has(node)
}

/** What would begin a block there, four columns in: so it begins none. */
export function onFurtherLine(node: Nodes, written: string): string {
  return onFurtherLines.has(node) ? `    ${written}` : written
}
