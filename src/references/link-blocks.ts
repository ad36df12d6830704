/** What directives show that lead somewhere: buttons, cards, lists of pages, and parts shown again. */
import type {PhrasingContent} from 'mdast'
import type {Card, Embed, FlowContent, Reference, Referring, Toc} from '../ast/nodes.js'
import {countNodes, plainText, withoutLinks} from '../ast/tree.js'
import {normalizeLabel} from '../names/labels.js'
import type {LinkRun} from './link-run.js'
import {type Answer, answer, settle, textFor} from './settle.js'
import {listToctree} from './toctree.js'

/** What a node with a reference keeps of the answer; nothing where it asks for nothing. */
export function answered(run: LinkRun, {reference}: Referring): Answer {
  return reference ? answer(run.ask(reference, reference.position)) : {}
}

/** A button, or a badge that is one. */
export function linkButton<T extends Referring & {children: PhrasingContent[]; reference: Reference}>(
  run: LinkRun,
  node: T
): T {
  const resolution = run.ask(node.reference, node.reference.position)
  const children = textFor(run, node.reference, resolution, node.children, undefined)
  // The words of a title are enough for a label, as in Sphinx.
  const label: PhrasingContent[] =
    node.children.length > 0 ? withoutLinks(children) : [{type: 'text', value: plainText(children)}]
  return {...node, ...answer(resolution), children: label}
}

/** A link over a whole card is called as its author says, or as what it leads to. */
export function cardLink(run: LinkRun, {reference, linkAlt}: Card): Answer & {linkAlt?: string} {
  if (!reference) return {}
  const resolution = run.ask(reference, reference.position)
  const name = resolution.status === 'missing' ? '' : plainText(resolution.text)
  return {...answer(resolution), ...(name && !linkAlt ? {linkAlt: name} : {})}
}

export function linkToc(run: LinkRun, node: Toc): Toc {
  if (!node.hidden) return {...node, children: listOfPages(run, node)}
  // Nothing is shown, so nothing counts as repeated; but the navigation is made of it.
  const {inventory, page, report} = run
  listToctree({...node, depth: 1}, {inventory, page, report})
  return node
}

/** A toctree's own pages, or those of all toctrees of the page, which say already what is wrong with them. */
function listOfPages(run: LinkRun, node: Toc): FlowContent[] {
  const {inventory, page, report} = run
  const budget = run.budgetAt(node.position)
  if (node.kind === 'toctree') return listToctree(node, {inventory, page, budget, report})
  const {depth, includeHidden, titlesOnly} = node
  const tocs = inventory.pages.get(page)?.record.tocs ?? []
  return tocs.flatMap((toc) =>
    listToctree(
      {...toc, includeHidden, titlesOnly: toc.titlesOnly || titlesOnly, ...(depth ? {depth} : {})},
      {inventory, page, budget}
    )
  )
}

/** What stands elsewhere; a link where that cannot be shown. */
export function shownAgain(run: LinkRun, {reference, position}: Embed): FlowContent[] {
  const resolution = reference && run.ask(reference, position)
  const found = run.excerpt(resolution, position)
  const shown = run.budgetAt(position).take(20 * countNodes(found)) ? found : []
  if (shown.length > 0 || !reference || !resolution) return shown
  const {target} = reference
  const identifier = normalizeLabel(target)
  const link = settle(
    run,
    {type: 'crossReference', kind: 'embed', label: target, identifier, reference, children: []},
    [],
    resolution
  )
  return [{type: 'paragraph', children: [link]}]
}
