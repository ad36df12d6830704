/** Parts of the project's pages that are shown again on another page. */

import type {Heading, Paragraph, Root, RootContent} from 'mdast'
import type {Position} from 'unist'
import type {Admonition, CrossReference, FlowContent} from '../ast/nodes.js'
import type {Report} from '../ast/report.js'
import {copyForElsewhere, skip, visitNodes, withoutLinks} from '../ast/tree.js'
import type {Inventory} from './inventory.js'
import {linkTree} from './link.js'
import type {Candidate, Resolution} from './resolution.js'

/** What the finder of excerpts is given. */
export interface ExcerptCall {
  /** Where the directive leads; left out, all that is to do is wanted. */
  resolution: Resolution | undefined
  /** How many the page has with this one. */
  count: number
  /** The directive. */
  position: Position | undefined
  inventory: Inventory
  /** The page that shows them. */
  page: string
  hasFile: ((path: string) => boolean) | undefined
  /** The tree of a page, linked by nobody yet. */
  treeOf(page: string): Root | undefined
  /** Takes the files that are shown. */
  files: Set<string>
  report: Report
}

/** Finds what is shown again; nothing where that cannot be. */
export type Excerpts = (call: ExcerptCall) => FlowContent[]

/** Parts shown again on one page: each may be as long as its page. */
const maxExcerpts = 100

/** The built-in way, for {@link Excerpts}. */
export const excerpts: Excerpts = (call) => {
  const {resolution, count, position, report} = call
  if (count > maxExcerpts) {
    report({
      ruleId: 'include-limit',
      reason: `a page shows at most ${maxExcerpts} parts of others again; this is left out`,
      position
    })
    return []
  }
  if (!resolution) return allTodos(call)
  return resolution.status === 'missing' ? [] : blockAt(resolution, call)
}

/** The block that something was resolved to, a heading with its section; nothing for what is no block. */
function blockAt({page, id}: Candidate, call: ExcerptCall): FlowContent[] {
  if (page === undefined || id === undefined) return []
  const tree = call.treeOf(page)
  let found: RootContent[] = []
  if (!tree) return []
  visitNodes(tree, (node, parent) => {
    if (found.length > 0) return skip
    if (node.type !== 'root' && node.ids?.includes(id) && !parts.test(node.type))
      found = node.type === 'heading' && parent === tree ? sectionOf(tree, node) : [node]
    // Of running text nothing is a block.
    return node.type === 'paragraph' || node.type === 'heading' || parts.test(node.type) ? skip : undefined
  })
  return again(found, tree, page, call)
}

/** What is nothing without that which it stands in. */
const parts = /^(?:definitionTerm|line|signature|tableRow)$/

function sectionOf({children}: Root, heading: Heading): RootContent[] {
  const from = children.indexOf(heading)
  const rest = children.slice(from + 1)
  const length = rest.findIndex((child) => child.type === 'heading' && child.depth <= heading.depth)
  return [heading, ...(length === -1 ? rest : rest.slice(0, length))]
}

/** Every todo of the project, each with a link to its section. */
function allTodos(call: ExcerptCall): FlowContent[] {
  return [...call.inventory.pages.keys()].flatMap((page) => {
    const tree = call.treeOf(page)
    const found: {todo: Admonition; heading: Heading | undefined}[] = []
    let heading: Heading | undefined
    if (tree)
      visitNodes(tree, (node, parent) => {
        if (node.type === 'heading' && parent === tree) heading = node
        if (node.type === 'admonition' && node.kind === 'todo') found.push({todo: node, heading})
        return undefined
      })
    const shown = tree
      ? again(
          found.map(({todo}) => todo),
          tree,
          page,
          call
        )
      : []
    return shown.flatMap((todo, index) => [todo, sourceOf(page, found[index]?.heading, call)])
  })
}

function sourceOf(
  page: string,
  heading: Heading | undefined,
  {inventory, page: here}: ExcerptCall
): Paragraph {
  const id = heading?.ids?.[0]
  const title = heading?.children ?? inventory.pages.get(page)?.record.title
  const link: CrossReference = {
    type: 'crossReference',
    kind: 'link',
    label: page,
    identifier: page,
    reference: {role: 'link', target: `/${page}`, explicit: true},
    url: inventory.href(here, page, id),
    resolved: true,
    remote: false,
    children: title ? withoutLinks(title).map(copyForElsewhere) : [{type: 'text', value: page}]
  }
  return {type: 'paragraph', class: 'todo-source', children: [link]}
}

/** Linked as the page that they are of would, for the page that shows them. */
function again(
  nodes: readonly RootContent[],
  tree: Root,
  from: string,
  {inventory, page, hasFile, files}: ExcerptCall
): FlowContent[] {
  const part: Root = {type: 'root', children: [...nodes]}
  // Addresses of links may stand outside.
  const definitions = tree.children.filter(({type}) => type === 'definition')
  const linked = linkTree(
    {...part, children: [...part.children, ...definitions]},
    {
      inventory: {
        ...inventory,
        href: (_, to, id) => inventory.href(page, to, id),
        fileHref: (_, path) => inventory.fileHref(page, path)
      },
      page: from,
      source: '',
      hasFile,
      // Of what it shows again itself there is a link, and what is wrong with it is said on its own page.
      report: () => {}
    }
  )
  for (const file of linked.files) files.add(file)
  const copy = copyForElsewhere({...part, children: linked.tree.children.slice(0, nodes.length)})
  return copy.children.filter((child): child is FlowContent => child.type !== 'yaml')
}
