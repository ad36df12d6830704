/** Writes the resolver's answers into a page's tree. */
import type {
  Definition,
  ImageReference,
  LinkReference,
  Parents,
  PhrasingContent,
  Root,
  RootContent
} from 'mdast'
import type {Position} from 'unist'
import {isParent, mapNodes, withChildren, withoutLinks} from '../ast/tree.js'
import type {PageCitations} from './citations.js'
import {linkHtml} from './html-links.js'
import {isAutolink, linkAddress, linkLabel} from './link-addresses.js'
import {answered, cardLink, linkButton, linkToc, shownAgain} from './link-blocks.js'
import {withNumber, withSectionNumber} from './link-numbers.js'
import {cardImages, linkFile, linkImage} from './link-pictures.js'
import {type LinkOptions, LinkRun} from './link-run.js'
import type {AnsweredReference} from './resolution.js'
import {settle} from './settle.js'

/** A linked tree and what was asked. */
export interface LinkedTree {
  tree: Root
  references: AnsweredReference[]
  /** Files that the page shows or offers, from the root. */
  files: string[]
}

/**
 * Answer every reference of a page. The tree that comes in stays as it is: nodes on the way to an answer are copied,
 * and all others are shared.
 */
export function linkTree(tree: Root, options: LinkOptions): LinkedTree {
  const run = new LinkRun(tree, options)
  const {inventory, page, report} = run
  let citations: PageCitations | undefined
  // What is wrong with the files of works is said first.
  if (inventory.pages.get(page)?.record.citations) cited()
  const linked = mapNodes<RootContent>(tree.children, linkNode)
  const rest = citations?.rest() ?? []
  const root: Root = {...tree, children: [...linked, ...rest]}
  return {tree: root, references: run.references, files: [...run.files]}

  /** Most pages cite nothing. */
  function cited(): PageCitations | undefined {
    citations ??= inventory.citations?.page({
      page,
      href: (to, id) => inventory.href(page, to, id),
      refer: (work) => linkLabel(run, work),
      report
    })
    return citations
  }

  function linkNode(node: RootContent): RootContent {
    switch (node.type) {
      // Most nodes are words, and what holds them.
      case 'text':
      case 'inlineCode':
      case 'contents':
        return node
      case 'paragraph':
      case 'emphasis':
      case 'strong':
      case 'list':
      case 'listItem':
        return linkChildren(node)
      case 'link':
        return linkAddress(run, node, isAutolink(node) ? [] : phrasing(node.children))
      case 'linkReference':
        return linkReference(node)
      case 'image':
        return linkImage(run, node)
      case 'imageReference':
        return imageReference(node)
      case 'crossReference':
        return settle(run, node, phrasing(node.children), run.ask(node.reference, node.position))
      case 'cite':
      case 'citeGroup':
        return cited()?.link(node) ?? node
      case 'bibliography':
        return {...node, children: cited()?.list(node) ?? []}
      case 'html':
        return inventory.rawHtml ? linkHtml(run, node) : node
      case 'embed':
        return {...node, children: shownAgain(run, node)}
      case 'toc':
        return linkToc(run, node)
    }
    const numbered = withNumber(node, inventory, page)
    const copy = isParent(numbered) ? linkChildren(numbered) : numbered
    switch (copy.type) {
      case 'heading':
        return withSectionNumber(copy, inventory, page)
      case 'button':
        return linkButton(run, copy)
      case 'badge':
        return copy.reference ? linkButton(run, {...copy, reference: copy.reference}) : copy
      case 'blockImage':
        return linkFile(run, {...copy, ...answered(run, copy)})
      case 'video':
        return linkFile(run, copy)
      case 'iframe':
        return /^[a-z][a-z\d+.-]*:/i.test(copy.src) ? copy : linkFile(run, copy)
      case 'card':
        return {...copy, ...cardLink(run, copy), ...cardImages(run, copy)}
      default:
        return copy
    }
  }

  function linkChildren<T extends Parents>(node: T): T {
    return withChildren(node, mapNodes<RootContent>(node.children, linkNode))
  }

  /** No link may stand in a link. */
  function phrasing(nodes: PhrasingContent[]): PhrasingContent[] {
    const inside = mapNodes<RootContent>(withoutLinks(nodes), linkNode)
    return inside.every(isPhrasing) ? inside : inside.filter(isPhrasing)
  }

  function linkReference(node: LinkReference): RootContent {
    const definition = run.definitionOf(node.identifier)
    if (!definition) return node
    const {referenceType: _, identifier: __, label: ___, ...rest} = node
    if (!mayRepeat(definition, node.position))
      return {...rest, type: 'span', children: phrasing(node.children)}
    return linkNode({...rest, type: 'link', url: definition.url, title: definition.title ?? null})
  }

  function imageReference(node: ImageReference): RootContent {
    const definition = run.definitionOf(node.identifier)
    if (!definition) return node
    if (!mayRepeat(definition, node.position)) return {type: 'text', value: node.alt ?? ''}
    const {type: _, referenceType: __, identifier: ___, label: ____, ...rest} = node
    return linkImage(run, {...rest, type: 'image', url: definition.url, title: definition.title ?? null})
  }

  /** Short ones are no longer than what stands for them. */
  function mayRepeat({url, title}: Definition, position: Position | undefined): boolean {
    return run.budgetAt(position).take(url.length + (title?.length ?? 0))
  }
}

function isPhrasing(node: RootContent): node is PhrasingContent {
  return node.type !== 'definition'
}
