/** Raw HTML read as a browser reads it, and no more of the page than that takes. */
import type {Element, Nodes, Root, RootContent} from 'hast'
import {raw} from 'hast-util-raw'

/** Blocks that any text may stand in, so that a letter can stand for all that is in them. */
const blocks = new Set(
  'address article aside blockquote details div dl figure h1 h2 h3 h4 h5 h6 nav ol p pre section ul'.split(
    ' '
  )
)

/** What stands for a block while the page is read. */
const mark = 'dataMystBlock'

/**
 * Read the raw nodes of a page. Raw HTML may be open over blocks without any, so these are read, too; but of each an
 * empty likeness, for which it is put back if that comes out as it went in. Where HTML that is not closed would reach
 * into one, the whole page is read.
 *
 * @example
 * parseHtml({type: 'root', children: [{type: 'raw', value: '<br>'}]}) // with an element
 */
export function parseHtml(tree: Root): Root {
  const kept: Element[] = []
  const read = readAll({...tree, children: shorten(tree.children, parentsOfRaw(tree), kept)})
  return putBack(read, kept) ? read : readAll(tree)
}

function readAll(tree: Root): Root {
  const read = raw(tree)
  return read.type === 'root' ? read : {type: 'root', children: read.type === 'doctype' ? [] : [read]}
}

function parentsOfRaw(tree: Root): Set<Nodes> {
  const found = new Set<Nodes>()
  const visit = (node: Nodes): boolean => {
    if (!('children' in node)) return node.type === 'raw'
    let holds = false
    for (const child of node.children) holds = visit(child) || holds
    if (holds) found.add(node)
    return holds
  }
  visit(tree)
  return found
}

function shorten<T extends RootContent>(
  children: readonly T[],
  withRaw: ReadonlySet<Nodes>,
  kept: Element[]
): T[] {
  return children.map((child) => {
    if (child.type !== 'element') return child
    if (withRaw.has(child)) return {...child, children: shorten(child.children, withRaw, kept)}
    if (!blocks.has(child.tagName)) return child
    kept.push(child)
    const children: Element['children'] = [{type: 'text', value: 'x'}]
    return {...child, properties: {[mark]: String(kept.length - 1)}, children}
  })
}

/** @returns whether each of the blocks had its likeness, in their order and untouched. */
function putBack(tree: Root, kept: readonly Element[]): boolean {
  let next = 0
  const visit = (parent: Root | Element): boolean =>
    parent.children.every((child, index) => {
      if (child.type !== 'element') return true
      if (child.properties[mark] === undefined) return visit(child)
      const block = kept[next]
      const [only] = child.children
      const isWhole = child.properties[mark] === String(next) && child.children.length === 1
      if (!block || !isWhole || only?.type !== 'text' || only.value !== 'x') return false
      parent.children[index] = block
      next++
      return true
    })
  return visit(tree) && next === kept.length
}
