/** Levels of headings as a document has them: the title first, none left out. */
import type {ElementContent, Root, RootContent} from 'hast'

/**
 * Give headings the level at which they are nested, as Sphinx does: a page whose first heading is `##` has it as its
 * `<h1>`. A heading inside of an admonition or the like opens no section, so it is no second title, nor deeper than one
 * level below what stands before it.
 *
 * @param titled whether the page's title is written before it.
 * @returns a new tree, or the same where all levels are right.
 * @example
 * nestHeadings(tree, false) // of `## A` and `#### B`: <h1>A</h1>, <h2>B</h2>
 */
export function nestHeadings(tree: Root, titled: boolean): Root {
  /** The depths, as written, of the sections that are open. */
  const open: number[] = titled ? [0] : []
  let last = open.length

  const levelOf = (depth: number, rubric: boolean): number => {
    if (rubric) return Math.max(Math.min(depth, last + 1), 2)
    while ((open.at(-1) ?? 0) >= depth) open.pop()
    return open.push(depth)
  }
  const nest = <T extends RootContent | ElementContent>(node: T): T => {
    if (node.type !== 'element') return node
    const {tagName, properties, children} = node
    const depth = /^h[1-6]$/.test(tagName) ? Number(tagName[1]) : 0
    const {className} = properties
    if (depth > 0) last = levelOf(depth, Array.isArray(className) && className.includes('rubric'))
    const inside = children.map(nest)
    const same = (depth === 0 || depth === last) && inside.every((child, index) => child === children[index])
    return same ? node : {...node, tagName: depth > 0 ? `h${last}` : tagName, children: inside}
  }
  const children = tree.children.map(nest)
  return children.every((child, index) => child === tree.children[index]) ? tree : {...tree, children}
}
