/** From a page's typed tree to its record. */
import type {Nodes, PhrasingContent, Root} from 'mdast'
import type {Position} from 'unist'
import type {BibliographyOptions} from '../ast/nodes.js'
import type {Survey} from '../ast/survey.js'
import {copyForElsewhere, isParent, plainLine, skip, visitNodes, withoutLinks} from '../ast/tree.js'
import {idsIn} from '../names/html-tags.js'
import type {Enumerable} from '../transforms/enumerate.js'
import type {Identified, IdentifiedHeading} from '../transforms/identify.js'
import type {AnchorRecord, HeadingRecord, PageRecord, TocRecord} from './record.js'

/**
 * Say what a page defines.
 *
 * @param types of all nodes of the tree.
 * @param blocks that may bear numbers.
 * @param frontMatter its title names a page that has no heading of the first level; mystmd's, every page.
 * @param word what a box without a title of its own is called, by its kind.
 */
export function collect(
  page: string,
  tree: Root,
  types: Survey['types'],
  {labels, headings, defined}: Identified,
  blocks: readonly Enumerable[],
  frontMatter: {title?: string | undefined; wins?: boolean | undefined} = {},
  word: (kind: string) => string | undefined = () => undefined
): PageRecord {
  const sections = headings.filter((heading) => heading.section).map((heading) => section(page, heading))
  const title =
    frontMatter.title && (frontMatter.wins || !sections.some(({depth}) => depth === 1))
      ? [{type: 'text' as const, value: frontMatter.title}]
      : sections[0]?.title
  return {
    page,
    ...(title ? {title, titleText: textOf(title)} : {}),
    headings: sections,
    targets: labels.map(({label, identifier, id, node, position}) => {
      const name = titleOf(node, word)
      return {
        page,
        label,
        identifier,
        id,
        kind: node.type,
        ...(node.ordinal === undefined ? {} : {ordinal: node.ordinal}),
        ...(name ? {title: quotable(name)} : {}),
        ...(position ? {position} : {})
      }
    }),
    numbers: blocks.map(({node: _, ...rest}) => rest),
    terms: defined.flatMap((each) =>
      each.kind === 'term' ? [{page, term: each.name, id: each.id, ...placed(each)}] : []
    ),
    objects: defined.flatMap((each) => {
      if (each.kind !== 'object') return []
      const {domain, type, name, id, display} = each
      return [{page, domain, type, name, id, ...(display ? {display} : {}), ...placed(each)}]
    }),
    ...(types.has('toc') || types.has('html') ? partsOf(page, tree, blocks) : {tocs: [], anchors: []}),
    ...(types.has('cite') || types.has('bibliography') ? citationsOf(tree) : {})
  }
}

function section(page: string, {node, text, id, anchors}: IdentifiedHeading): HeadingRecord {
  const {depth, position} = node
  const title = quotable(node.children)
  return position
    ? {page, id, anchors, depth, title, text, position}
    : {page, id, anchors, depth, title, text}
}

/** Footnotes cite for their page alone. */
function citationsOf(tree: Root): Pick<PageRecord, 'citations'> {
  const cited: string[] = []
  const lists: BibliographyOptions[] = []
  visitNodes(tree, (node) => {
    if (node.type === 'citeGroup' && node.role?.startsWith('foot')) return skip
    if (node.type === 'cite') cited.push(node.label)
    if (node.type === 'bibliography' && node.options) lists.push(node.options)
    return undefined
  })
  return cited.length + lists.length > 0 ? {citations: {cited, lists}} : {}
}

function placed({position}: {position?: Position | undefined}): {position?: Position} {
  return position ? {position} : {}
}

function textOf(nodes: PhrasingContent[]): string {
  return plainLine(nodes)
}

/** Ids of raw HTML, and toctrees with the number of headings and of numbered blocks before them. */
function partsOf(page: string, tree: Root, all: readonly Enumerable[]): Pick<PageRecord, 'tocs' | 'anchors'> {
  const tocs: TocRecord[] = []
  const anchors: AnchorRecord[] = []
  const counted = new Set(all.map(({node}) => node))
  let after = 0
  let blocks = 0
  visitNodes(tree, (node, parent) => {
    if (node.type === 'heading' && parent === tree) after++
    if (counted.has(node)) blocks++
    if (node.type === 'html') for (const id of idsIn(node.value)) anchors.push({page, id, ...placed(node)})
    if (node.type !== 'toc' || node.kind !== 'toctree') return
    const {entries, caption, hidden, glob, reversed, titlesOnly, numbered} = node
    tocs.push({
      entries,
      ...(caption ? {caption} : {}),
      hidden,
      glob,
      reversed,
      titlesOnly,
      ...(numbered === undefined ? {} : {numbered}),
      after,
      blocks
    })
  })
  return {tocs, anchors}
}

/** What a block calls itself. */
function titleOf(node: Nodes, word: (kind: string) => string | undefined): PhrasingContent[] | undefined {
  if (node.type === 'heading' || node.type === 'rubric') return node.children
  if (node.type === 'toc') return node.caption ? [{type: 'text', value: node.caption}] : undefined
  if (node.type === 'gridItem') return node.children[0] ? titleOf(node.children[0], word) : undefined
  if (!isParent(node)) return
  for (const child of node.children) {
    if (isTitle(child)) return titleText(child)
  }
  const name = node.type === 'admonition' ? word(node.kind) : undefined
  return name === undefined ? undefined : [{type: 'text', value: name}]
}

/** The label of a tab or a box may be bold for its place; elsewhere its words are enough, as in Sphinx. */
function titleText(title: Title): PhrasingContent[] | undefined {
  if (title.children.length === 0) return
  const control = title.type === 'tabTitle' || title.type === 'summary'
  return control ? [{type: 'text', value: textOf(title.children)}] : title.children
}

type Title = Extract<Nodes, {type: (typeof titles)[number]}>

function isTitle(node: Nodes): node is Title {
  return titles.some((type) => type === node.type)
}

/** The parts by which a block is called. */
const titles = ['admonitionTitle', 'caption', 'cardTitle', 'summary', 'tabTitle'] as const

/** Text to repeat elsewhere: no links in it, and no positions, which would be another page's. */
function quotable(nodes: PhrasingContent[]): PhrasingContent[] {
  return withoutLinks(nodes)
    .filter((node) => node.type !== 'html')
    .map(copyForElsewhere)
}
