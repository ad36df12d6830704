/** Writes the resolver's answers into a page's tree. */
import type {
  Definition,
  Html,
  Image,
  Link,
  LinkReference,
  Parents,
  PhrasingContent,
  Root,
  RootContent
} from 'mdast'
import type {Position} from 'unist'
import {type Budget, createBudget, defaultLimits, repeatedTooMuch} from '../ast/limits.js'
import type {Card, Cite, CrossReference, Embed, FlowContent, Reference, Referring, Toc} from '../ast/nodes.js'
import type {Report} from '../ast/report.js'
import {countNodes, isParent, plainText, visitNodes, withChildren, withoutLinks} from '../ast/tree.js'
import {normalizeLabel} from '../names/labels.js'
import {decodeEscapes, projectPath} from '../names/paths.js'
import type {Excerpts} from './excerpts.js'
import {linkHtml} from './html-links.js'
import type {Inventory} from './inventory.js'
import {withNumber, withSectionNumber} from './link-numbers.js'
import {linkText} from './link-text.js'
import {placeOfUrl} from './place-of-url.js'
import type {Resolution} from './resolution.js'
import {resolveReference} from './resolve.js'
import {type SayWhyNot, startSearch} from './search.js'
import {listToctree} from './toctree.js'

/** A reference of a page with the answer to it. */
export interface AnsweredReference {
  reference: Reference
  resolution: Resolution
  position?: Position | undefined
}

export interface LinkOptions {
  inventory: Inventory
  page: string
  /** The page's text, to find where in a link its target is written. */
  source: string
  /** Texts of included files. */
  texts?: ReadonlyMap<string, string> | undefined
  hasFile?: ((path: string) => boolean) | undefined
  /** The trees of all pages, for what is shown again; this one alone if left out. */
  treeOf?: ((page: string) => Root | undefined) | undefined
  /** Finds what is shown again. */
  excerpts?: Excerpts | undefined
  /** Characters that the page may show again. */
  repeated?: number | undefined
  /** Says why steps found nothing; left out, they do not say. */
  whyNot?: SayWhyNot | undefined
  report: Report
}

/** A linked tree and what was asked. */
export interface LinkedTree {
  tree: Root
  references: AnsweredReference[]
  /** Files that the page shows or offers, from the root. */
  files: string[]
}

/**
 * Answer every reference of a page. The tree that comes in stays as it is: nodes on the way to an answer are copied.
 */
export function linkTree(
  tree: Root,
  {
    inventory,
    page,
    source,
    texts,
    hasFile,
    treeOf = (other) => (other === page ? tree : undefined),
    excerpts,
    repeated = defaultLimits.repeated,
    whyNot,
    report
  }: LinkOptions
): LinkedTree {
  const references: AnsweredReference[] = []
  const files = new Set<string>()
  let definitions: Map<string, Definition> | undefined
  let embeds = 0
  let place: Position | undefined
  const budget: Budget = createBudget(repeated, () => report(repeatedTooMuch(repeated, place)))
  const cited = inventory.citations?.page({
    page,
    href: (to, id) => inventory.href(page, to, id),
    refer,
    report
  })
  const linked = linkChildren(tree)
  const rest = cited?.rest() ?? []
  const root: Root = {...tree, children: [...linked, ...rest]}
  return {tree: root, references, files: [...files]}

  /** Few pages ask for one. */
  function definitionOf(identifier: string): Definition | undefined {
    definitions ??= definitionsOf(tree)
    return definitions.get(identifier.toUpperCase())
  }

  function linkChildren(parent: Parents): RootContent[] {
    return parent.children.map(linkNode)
  }

  function linkNode(node: RootContent): RootContent {
    switch (node.type) {
      case 'text':
        return node
      case 'link':
        return link(node)
      case 'linkReference':
        return linkReference(node)
      case 'image':
        return image(node)
      case 'imageReference': {
        const definition = definitionOf(node.identifier)
        if (!definition) return node
        if (!mayRepeat(definition, node.position)) return {type: 'text', value: node.alt ?? ''}
        const {type: _, referenceType: __, identifier: ___, label: ____, ...rest} = node
        return image({...rest, type: 'image', url: definition.url, title: definition.title ?? null})
      }
      case 'crossReference':
        return crossReference({...node, children: phrasing(node)})
      case 'cite':
      case 'citeGroup':
        return cited?.link(node) ?? node
      case 'bibliography':
        return {...node, children: cited?.list(node) ?? []}
      case 'contents':
        return node
      case 'html':
        return inventory.rawHtml ? html(node) : node
      case 'embed':
        return {...node, children: shownAgain(node)}
      case 'toc':
        if (!node.hidden) return {...node, children: listOfPages(node)}
        // Nothing is shown, so nothing counts as repeated; but the navigation is made of it.
        listToctree({...node, depth: 1}, {inventory, page, report})
        return node
    }
    const numbered = withNumber(node, inventory, page)
    const copy = isParent(numbered) ? withChildren(numbered, linkChildren(numbered)) : numbered
    if (copy.type === 'heading') return withSectionNumber(copy, inventory, page)
    if (copy.type === 'button') return button(copy)
    if (copy.type === 'badge' && copy.reference) return button({...copy, reference: copy.reference})
    if (copy.type === 'blockImage')
      return {...copy, ...answered(copy), src: imageAddress(copy.src, copy.srcPosition)}
    if (copy.type === 'video' || (copy.type === 'iframe' && !/^[a-z][a-z\d+.-]*:/i.test(copy.src)))
      return {...copy, src: imageAddress(copy.src, copy.srcPosition)}
    if (copy.type === 'card') return {...copy, ...cardLink(copy), ...cardImages(copy)}
    return copy
  }

  /** A Markdown link: an address stays a link, all else becomes a cross-reference. */
  function link(node: Link): RootContent {
    const position = placeIn(node)
    const written = isAutolink(node) ? [] : phrasing(node)
    const reference: Reference = {
      role: 'link',
      target: node.url,
      explicit: written.length > 0,
      ...(position ? {position} : {})
    }
    const resolution = ask(reference, node.position)
    if (resolution.status !== 'missing' && resolution.kind === 'address') {
      const text = written.length > 0 ? written : resolution.text
      const children = text.length > 0 || resolution.url !== node.url ? text : node.children
      return {...node, url: resolution.url, children: children.length > 0 ? children : node.children}
    }
    const label = node.url.replace(/^#/, '')
    const {type: _, url: __, title, ...rest} = node
    return settle(
      {
        ...rest,
        ...(title ? {title} : {}),
        type: 'crossReference',
        kind: 'link',
        label,
        identifier: normalizeLabel(label),
        reference,
        children: written
      },
      resolution
    )
  }

  function linkReference({referenceType: _, identifier, label: __, ...node}: LinkReference): RootContent {
    const definition = definitionOf(identifier)
    if (definition && !mayRepeat(definition, node.position))
      return {...node, type: 'span', children: phrasing(node)}
    return definition
      ? link({...node, type: 'link', url: definition.url, title: definition.title ?? null})
      : {...node, type: 'linkReference', identifier, referenceType: _, label: __}
  }

  /** Short ones are no longer than what stands for them. */
  function mayRepeat({url, title}: Definition, position: Position | undefined): boolean {
    place = position
    return budget.take(url.length + (title?.length ?? 0))
  }

  /** `@label`, as mystmd has it. */
  function refer({label, identifier, data, position}: Cite): CrossReference | undefined {
    const at = data?.keyPosition ?? position
    const reference: Reference = {role: 'ref', target: label, explicit: false, ...(at ? {position: at} : {})}
    const resolution = resolve(reference)
    if (resolution.status === 'missing') return
    note(reference, resolution, position)
    return settle(
      {
        type: 'crossReference',
        kind: 'cite',
        label,
        identifier,
        reference,
        children: [],
        ...(position ? {position} : {})
      },
      resolution
    )
  }

  function crossReference(node: CrossReference): CrossReference {
    return settle(node, ask(node.reference, node.position))
  }

  function button<T extends Referring & {children: PhrasingContent[]; reference: Reference}>(node: T): T {
    const resolution = ask(node.reference, node.reference.position)
    const children = textFor(node.reference, resolution, node.children, undefined)
    // The words of a title are enough for a label, as in Sphinx.
    const label: PhrasingContent[] =
      node.children.length > 0 ? withoutLinks(children) : [{type: 'text', value: plainText(children)}]
    return {...node, ...answer(resolution), children: label}
  }

  function answered({reference}: Referring): Answer {
    return reference ? answer(ask(reference, reference.position)) : {}
  }

  /** A toctree's own pages, or those of all toctrees of the page, which say already what is wrong with them. */
  function listOfPages(node: Toc): FlowContent[] {
    place = node.position
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
  function shownAgain({reference, position}: Embed): FlowContent[] {
    const resolution = reference && ask(reference, position)
    const around = {inventory, page, hasFile, treeOf, files, report}
    const found = excerpts?.({...around, resolution, count: ++embeds, position}) ?? []
    place = position
    const shown = budget.take(20 * countNodes(found)) ? found : []
    if (shown.length > 0 || !reference || !resolution) return shown
    const {target} = reference
    const link = settle(
      {
        type: 'crossReference',
        kind: 'embed',
        label: target,
        identifier: normalizeLabel(target),
        reference,
        children: []
      },
      resolution
    )
    return [{type: 'paragraph', children: [link]}]
  }

  /** A link over a whole card is called as its author says, or as what it leads to. */
  function cardLink({reference, linkAlt}: Card): Answer & {linkAlt?: string} {
    if (!reference) return {}
    const resolution = ask(reference, reference.position)
    const name = resolution.status === 'missing' ? '' : plainText(resolution.text)
    return {...answer(resolution), ...(name && !linkAlt ? {linkAlt: name} : {})}
  }

  function settle(node: CrossReference, resolution: Resolution): CrossReference {
    const children = textFor(node.reference, resolution, node.children, node.position)
    const answers = answer(resolution)
    const bare =
      resolution.status !== 'missing' && inventory.pages.get(resolution.page ?? '')?.record.unrendered
    const marked = bare ? {class: [node.class, 'myst-not-rendered'].join(' ').trim()} : {}
    return {...node, ...answers, ...marked, ...(node.title ? {title: node.title} : {}), children}
  }

  /** Never empty: the author's words, what the target is called, or the target as written. */
  function textFor(
    reference: Reference,
    resolution: Resolution,
    written: PhrasingContent[],
    fallback: Position | undefined
  ): PhrasingContent[] {
    const position = reference.position ?? fallback
    if (resolution.status === 'missing') return written.length > 0 ? written : [textOf(reference)]
    const {children, notes} = linkText(reference, resolution, written, inventory.flavour)
    for (const each of notes) report({...each, position})
    if (children.length > 0) {
      place = position
      return written.length > 0 || budget.take(plainText(children).length) ? children : [textOf(reference)]
    }
    // An address by itself is a text, too.
    if (notes.length === 0 && resolution.kind !== 'address')
      report({
        ruleId: 'missing-text',
        reason: `"${reference.target}" has no title to show; give the reference a text: \`text <${reference.target}>\``,
        position
      })
    return [textOf(reference)]
  }

  function ask(reference: Reference, fallback: Position | undefined): Resolution {
    const resolution = resolve(reference)
    note(reference, resolution, fallback)
    return resolution
  }

  function resolve(reference: Reference): Resolution {
    return resolveReference(startSearch(inventory, page, hasFile, whyNot), reference)
  }

  /** Keep an answer, and say what is to be said of it. */
  function note(reference: Reference, resolution: Resolution, fallback: Position | undefined): void {
    const position = reference.position ?? fallback
    references.push({reference, resolution, ...(position ? {position} : {})})
    if (resolution.status === 'missing') {
      const {ruleId, reason, part, severity} = resolution
      const place = part === 'name' ? reference.name?.position : part && reference.name?.parts?.[part]
      report({ruleId, reason, position: place ?? position, severity})
    } else {
      for (const each of resolution.notes) report({...each, position})
      if (resolution.kind === 'file' && resolution.page) files.add(resolution.page)
    }
  }

  function html(node: Html): Html {
    return linkHtml(node, {
      source: sourceOf(node.position),
      link(url, position) {
        // Of the host, or nobody's.
        if (!url || /^(?:[a-z][a-z\d+.-]*:|\/\/|#$)/i.test(url)) return url
        const resolution = ask({role: 'html', target: url, explicit: true}, position)
        return resolution.status === 'missing' ? url : resolution.url
      },
      picture: (url, position) => (url ? imageAddress(url, position) : url)
    })
  }

  function image(node: Image): Image {
    return {...node, url: imageAddress(node.url, placeIn(node))}
  }

  function placeIn(node: Link | Image): Position | undefined {
    return placeOfUrl(sourceOf(node.position), node)
  }

  function sourceOf(position: Position | undefined): string {
    const file = position?.file
    return (file === undefined ? source : texts?.get(file)) ?? ''
  }

  /** A picture of the project, as seen from the page's address; others as written. */
  function imageAddress(url: string, position: Position | undefined): string {
    // Where no pass made something else of it.
    if (url.startsWith('#'))
      report({
        ruleId: 'unknown-image',
        reason: `"${url}" is no picture; to show a part of the project again write the directive "embed"`,
        position
      })
    const file = /^[^?#]*/.exec(url)?.[0] ?? ''
    if (!hasFile || /^(?:[a-z][a-z\d+.-]*:|\/\/|#|$)/i.test(url)) return url
    const path = file ? projectPath(page, decodeEscapes(file)) : url
    if (path !== undefined && hasFile(path)) {
      files.add(path)
      return inventory.fileHref(page, path) + url.slice(file.length)
    }
    report({
      ruleId: 'unknown-image',
      reason: `there is no file "${path ?? url}" in the project; paths count from the page's folder, with / from the root`,
      position
    })
    return url
  }

  function cardImages(node: Card): Partial<Card> {
    const at = (key: 'imageTop' | 'imageBottom' | 'imageBackground') =>
      node[key] ? {[key]: imageAddress(node[key], node.imagePositions?.[key] ?? node.position)} : {}
    return {...at('imageTop'), ...at('imageBottom'), ...at('imageBackground')}
  }

  function phrasing(node: {children: PhrasingContent[]}): PhrasingContent[] {
    // No link may stand in a link.
    return withoutLinks(node.children)
      .map((child) => linkNode(child))
      .filter((child): child is PhrasingContent => child.type !== 'definition')
  }
}

/** `<address>`, or an address that is text by itself: its text is nobody's words, but the address again. */
function isAutolink({url, children, position}: Link): boolean {
  const [only] = children
  if (children.length !== 1 || only?.type !== 'text' || only.value !== url) return false
  const length = (position?.end.offset ?? 0) - (position?.start.offset ?? 0)
  return length === url.length + 2 || length === url.length
}

/** What a node keeps of an answer. */
type Answer = Omit<Referring, 'reference'>

function answer(resolution: Resolution): Answer {
  if (resolution.status === 'missing') return {resolved: false}
  return {
    resolved: true,
    url: resolution.url,
    remote: resolution.remote,
    ...(resolution.title ? {title: resolution.title} : {})
  }
}

function textOf({target}: Reference): PhrasingContent {
  return {type: 'text', value: target.replace(/^#/, '')}
}

function definitionsOf(tree: Root): Map<string, Definition> {
  const out = new Map<string, Definition>()
  visitNodes(tree, (node) => {
    if (node.type === 'definition' && !out.has(node.identifier.toUpperCase()))
      out.set(node.identifier.toUpperCase(), node)
  })
  return out
}
