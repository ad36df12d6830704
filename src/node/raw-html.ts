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
 * What leaves no trace on how the blocks behind it are read but that it is open around all of them alike: after one
 * block that is read as it is written, so are the others. What swallows all up to its end swallows that one. No headings, as one of ours closes those, and no tables.
 */
const plain = new Set(
  'a audio b big br center code del details div em font hr i iframe img ins kbd mark p picture s samp script small source span strike strong style sub summary sup track tt u var video'.split(
    ' '
  )
)

/** A block, and those of its siblings that follow it without raw HTML between. */
type Run = [first: Element, ...rest: RootContent[]]

/**
 * Read the raw nodes of a page. Raw HTML may be open over blocks without any, so these are read, too; but of each an
 * empty likeness, for which it is put back if that comes out as it went in; where the raw HTML is plain, of the first
 * of those that follow each other. Where HTML that is not closed would reach into one, the whole page is read.
 *
 * @example
 * parseHtml({type: 'root', children: [{type: 'raw', value: '<br>'}]}) // with an element
 */
export function parseHtml(tree: Root): Root {
  const {parents, isPlain, isDrawing} = findRaw(tree)
  for (const parent of parents) endTags(parent)
  // A drawing ends at the first block that a block holds.
  if (isDrawing) return readAll(tree)
  const kept: Run[] = []
  const read = readAll({...tree, children: shorten(tree.children, parents, isPlain, kept)})
  return putBack(read, kept) ? read : readAll(tree)
}

function readAll(tree: Root): Root {
  const read = raw(tree)
  return read.type === 'root' ? read : {type: 'root', children: read.type === 'doctype' ? [] : [read]}
}

interface FoundRaw {
  /** The nodes that hold raw HTML. */
  parents: ReadonlySet<Root | Element>
  /** Whether all its tags are plain. */
  isPlain: boolean
  /** Whether there are drawings or formulas. */
  isDrawing: boolean
}

function findRaw(tree: Root): FoundRaw {
  const parents = new Set<Root | Element>()
  let isPlain = true
  let isDrawing = false
  const visit = (node: Nodes): boolean => {
    if (node.type === 'raw') {
      for (const [, name = ''] of node.value.matchAll(/<\/?([a-z][^\s/>]*)/gi)) {
        isPlain &&= plain.has(name.toLowerCase())
        isDrawing ||= /^(?:svg|math)$/i.test(name)
      }
      return true
    }
    if (!('children' in node)) return false
    let holds = false
    for (const child of node.children) holds = visit(child) || holds
    if (holds) parents.add(node)
    return holds
  }
  visit(tree)
  return {parents, isPlain, isDrawing}
}

/**
 * A tag or a comment that nothing closes ends with its node. hast-util-raw leaves its reader in the midst of one, and throws
 * at what follows, but at a text it begins anew; one without characters draws nothing.
 */
function endTags(parent: Root | Element): void {
  const children: RootContent[] = []
  for (const child of parent.children) {
    children.push(child)
    if (child.type === 'raw') children.push({type: 'text', value: ''})
  }
  Object.assign(parent, {children})
}

function shorten<T extends RootContent>(
  children: readonly T[],
  withRaw: ReadonlySet<Nodes>,
  isPlain: boolean,
  kept: Run[]
): T[] {
  const out: T[] = []
  /** The run that goes on, and what stands behind it that may be of it. */
  let run: Run | undefined
  let between: T[] = []
  for (const child of children) {
    if (run && child.type === 'text' && child.value.trim() === '') {
      between.push(child)
      continue
    }
    if (child.type === 'element' && !withRaw.has(child) && blocks.has(child.tagName)) {
      if (run && isPlain) run.push(...between, child)
      else {
        const inside: Element['children'] = [{type: 'text', value: 'x'}]
        const likeness = {...child, properties: {[mark]: String(kept.length)}, children: inside}
        out.push(...between, likeness)
        run = [child]
        kept.push(run)
      }
      between = []
      continue
    }
    out.push(...between)
    between = []
    run = undefined
    out.push(
      child.type === 'element' && withRaw.has(child)
        ? {...child, children: shorten(child.children, withRaw, isPlain, kept)}
        : child
    )
  }
  out.push(...between)
  return out
}

/** @returns whether each of the runs had its likeness, in their order and untouched. */
function putBack(tree: Root, kept: readonly Run[]): boolean {
  let next = 0
  const visit = (parent: Root | Element): boolean => {
    const children: RootContent[] = []
    for (const child of parent.children) {
      if (child.type !== 'element' || child.properties[mark] === undefined) {
        if (child.type === 'element' && !visit(child)) return false
        children.push(child)
        continue
      }
      const run = kept[next]
      const [only] = child.children
      const isWhole = child.properties[mark] === String(next) && child.children.length === 1
      if (!run || !isWhole || only?.type !== 'text' || only.value !== 'x') return false
      for (const block of run) children.push(block)
      next++
    }
    Object.assign(parent, {children})
    return true
  }
  return visit(tree) && next === kept.length
}
