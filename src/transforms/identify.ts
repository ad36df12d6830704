/** Gives every labelled block and every heading its ids. */
import type {Heading, Nodes, Parents, Root, Text} from 'mdast'
import type {Position} from 'unist'
import type {Defined} from '../ast/nodes.js'
import type {Report} from '../ast/report.js'
import type {Survey} from '../ast/survey.js'
import {isParent, plainLine} from '../ast/tree.js'
import {headingId, makeId, normalizeLabel, type SlugPreset, slugify, uniqueSlug} from '../names/labels.js'

/** A label and the block that bears it. */
export interface LabelledBlock {
  label: string
  identifier: string
  id: string
  node: Nodes
  position?: Position | undefined
}

/** A heading and what leads to it. */
export interface IdentifiedHeading {
  node: Heading
  /** What it says, on one line. */
  text: string
  id: string
  /** All ids, and the slug whether printed or not. */
  anchors: string[]
  /** Whether it begins a section of the page, not part of a quote, list or directive. */
  section: boolean
}

/** What {@link identify} found. */
export interface Identified {
  labels: LabelledBlock[]
  headings: IdentifiedHeading[]
  /** Terms and objects, each with the id that it got. */
  defined: Defined[]
}

export interface IdentifyOptions {
  /** Headings down to this depth have their anchor as a further id. */
  headingAnchors: number
  /** Whose rule makes the anchors. */
  slugs: SlugPreset
  /** Before every id. */
  idPrefix: string
  /** A label of the page itself: it stands at the page's first block. */
  page?: {label: string; position?: Position} | undefined
}

/** The list is made anew for each page; thousands of targets may stand above one block. */
function addId(node: Nodes, id: string): void {
  if (node.ids) node.ids.push(id)
  else node.ids = [id]
}

/**
 * Write `ids` on all nodes that references can lead to. Explicit labels choose first, by docutils' rule for ids;
 * then headings, `-1`, `-2` behind repeated ones. A label's id comes first on its heading.
 */
export function identify(
  tree: Root,
  seen: Survey,
  {headingAnchors, slugs: preset, idPrefix, page}: IdentifyOptions,
  report: Report
): Identified {
  const taken = new Set<string>()
  const claim = (wanted: string): string => {
    const id = uniqueSlug(idPrefix + wanted, taken)
    taken.add(id)
    return id
  }
  const {found, headings, defining} = gather(tree, seen)
  const top = page && tree.children.find(({type}) => !silent.has(type))
  if (page && top) found.unshift({...page, node: top})
  const labels: LabelledBlock[] = []
  const first = new Map<string, LabelledBlock>()
  for (const {label, node, position} of found) {
    const identifier = normalizeLabel(label)
    const earlier = first.get(identifier)
    if (earlier) {
      const line = earlier.position?.start.line
      report({
        ruleId: 'duplicate-label',
        reason: `the label "${label}" is taken${line ? ` in line ${line}` : ''}, which keeps it; choose another`,
        position
      })
      continue
    }
    const own = makeId(label) || headingId(label)
    // By the type's name: block math comes with an extension. Sphinx's ids for equations.
    const type: string = node.type
    const id = claim(type === 'math' ? `equation-${own}` : own)
    const block: LabelledBlock = {label, identifier, id, node, ...(position ? {position} : {})}
    first.set(identifier, block)
    labels.push(block)
    addId(node, id)
  }
  const defined = defining.flatMap((node) =>
    (node.defines ?? []).map((each) => {
      const id = claim(each.id)
      addId(node, id)
      return {...each, id}
    })
  )
  const slugs = new Set<string>()
  let counted = 0
  return {labels, headings: headings.map(({node, section}) => identifyHeading(node, section)), defined}

  /** An empty slug is none, but docutils counts what has no letters of its own. */
  function slugFor(text: string): string {
    let slug = slugify(text, preset)
    if (slug) return uniqueSlug(slug, slugs)
    if (preset === 'docutils')
      do slug = `id${++counted}`
      while (slugs.has(slug) || taken.has(idPrefix + slug))
    return slug
  }

  function identifyHeading(node: Heading, section: boolean): IdentifiedHeading {
    const text = plainLine(node.children)
    const own = headingId(text)
    const ids = node.ids ?? []
    if (!ids.includes(idPrefix + own)) ids.push(claim(own))
    const slug = slugFor(text)
    slugs.add(slug)
    if (slug && node.depth <= headingAnchors && !taken.has(idPrefix + slug)) ids.push(claim(slug))
    node.ids = ids
    if (!section) node.class = [node.class, 'rubric'].filter(Boolean).join(' ')
    return {
      node,
      text,
      id: ids[0] ?? own,
      anchors: slug && !ids.includes(slug) ? [...ids, slug] : ids,
      section
    }
  }
}

/** What is before a page's first block and shows nothing. */
const silent = new Set(['yaml', 'mystComment', 'mystTarget', 'definition', 'footnoteDefinition'])

interface Gathered {
  found: {label: string; node: Nodes; position?: Position | undefined}[]
  headings: {node: Heading; section: boolean}[]
  defining: Nodes[]
}

/** Labels and headings in document order. */
function gather(tree: Root, seen: Survey): Gathered {
  const out: Gathered = {found: [], headings: [], defining: []}
  const holders = new Set<Nodes>(seen.holders('mystTarget'))
  visit(tree, undefined)
  return out

  function visit(node: Nodes, parent: Nodes | undefined): void {
    if (node.type === 'heading') out.headings.push({node, section: parent === tree})
    if (node.defines) out.defining.push(node)
    const {label}: {type: string; label?: unknown} = node
    if (typeof label === 'string' && 'labelPosition' in node)
      out.found.push({label, node, position: node.labelPosition})
    if (node.labels) for (const {label, position} of node.labels) out.found.push({label, node, position})
    if (!isParent(node)) return
    if (holders.has(node)) nameByTargets(node, out.found)
    for (const child of node.children) if (child.type !== 'text' || !isNameless(child)) visit(child, node)
  }
}

/** Texts are half of all nodes. Looked at by themselves they are alike, which makes the look cheap. */
function isNameless({labels, defines, label}: Text & {label?: unknown}): boolean {
  return labels === undefined && defines === undefined && label === undefined
}

/** A target names the next block beside it, or at the end itself. */
function nameByTargets({children}: Parents, found: Gathered['found']): void {
  let waiting: {label: string; position?: Position | undefined}[] = []
  let last: Nodes | undefined
  for (const child of children) {
    if (child.type === 'mystTarget') {
      waiting.push({label: child.label, position: child.data?.labelPosition ?? child.position})
      last = child
    } else if (
      waiting.length > 0 &&
      child.type !== 'mystComment' &&
      child.type !== 'definition' &&
      child.type !== 'footnoteDefinition'
    ) {
      for (const target of waiting) found.push({...target, node: child})
      waiting = []
    }
  }
  if (last) for (const target of waiting) found.push({...target, node: last})
}
