/** `html_image` and `html_admonition`: raw HTML that says what a node of ours says becomes that node. */
import type {Html, Image, Parents, Root, RootContent} from 'mdast'
import type {Position} from 'unist'
import type {Admonition, BlockImage, FlowContent} from '../ast/nodes.js'
import {setOrigin} from '../ast/origin.js'
import {relocate} from '../ast/relocate.js'
import {addAll, isParent} from '../ast/tree.js'
import {type HtmlPart, readTags} from '../names/html-tags.js'
import {normalizeClassNames} from '../names/labels.js'
import {readLength} from '../names/values.js'
import type {ValueParser} from './substitute.js'

export interface HtmlNodeOptions {
  /** All that is in the tree. */
  html: readonly Html[]
  images: boolean
  admonitions: boolean
  parser: ValueParser
}

/** Admonitions in admonitions; each is parsed from its text again. */
const maxDepth = 8

const kinds = /^(?:attention|caution|danger|error|hint|important|note|seealso|tip|warning)$/

/**
 * Replace `<img>` and `<div class="admonition">` by images and admonitions, in place, where nothing else stands in
 * the block (MyST-Parser). Other HTML stays as it is.
 *
 * @returns whether there were any.
 */
export function readHtmlNodes(tree: Root, {html, images, admonitions, parser}: HtmlNodeOptions): boolean {
  if (!html.some(({value}) => mayBeNode.test(value))) return false
  let found = false
  walk(tree, 0)
  return found

  function walk(parent: Parents, depth: number): void {
    let changed = false
    const out: RootContent[] = []
    const children = parent.children
    const inline = isPhrasingParent(parent)
    const closings = admonitions && !inline && children.some(isHtml) ? closingsOf(children) : []
    for (let index = 0; index < children.length; index++) {
      const child = children[index]
      if (!child) continue
      if (child.type !== 'html' || !mayBeNode.test(child.value)) {
        if (isParent(child)) walk(child, depth)
        out.push(child)
        continue
      }
      const parts = readTags(child.value)
      const until = closings[index]
      const made =
        (images && (inline ? inlineImage(parts, child) : blockImages(parts, child))) ||
        (admonitions && !inline && depth < maxDepth && wholeAdmonitions(parts, child, depth)) ||
        undefined
      const around = !made && until !== undefined && depth < maxDepth ? opened(parts, child) : undefined
      if (made) {
        setOrigin(made, [child])
        addAll(out, made)
      } else if (around && until !== undefined) {
        const inner: Root = {type: 'root', children: children.slice(index + 1, until)}
        walk(inner, depth + 1)
        const last = children[until]
        addAll(around.children, inner.children.filter(isFlow))
        if (around.position && last?.position)
          around.position = {start: around.position.start, end: last.position.end}
        setOrigin([around], children.slice(index, until + 1))
        out.push(around)
        index = until
      } else out.push(child)
      if (made || around) changed = true
    }
    if (!changed) return
    found = true
    Object.assign(parent, {children: out})
  }

  /** Every part is an admonition or white space. */
  function wholeAdmonitions(parts: HtmlPart[], node: Html, depth: number): Admonition[] | undefined {
    const out: Admonition[] = []
    for (let index = 0; index < parts.length; index++) {
      const part = parts[index]
      if (!part) continue
      if (part.kind === 'text' && !node.value.slice(part.start, part.end).trim()) continue
      const end = isAdmonition(part) ? closingOf(parts, index) : -1
      if (end === -1) return
      out.push(admonition(parts.slice(index, end + 1), node, depth))
      index = end
    }
    return out.length > 0 ? out : undefined
  }

  /** An opening tag, perhaps with its title, whose end is in a later node. */
  function opened(parts: HtmlPart[], node: Html): Admonition | undefined {
    const [first, ...rest] = parts.filter(
      (part) => part.kind !== 'text' || node.value.slice(part.start, part.end).trim()
    )
    if (!first || !isAdmonition(first)) return
    if (rest.length > 0 && !(isTitle(rest[0]) && rest.at(-1)?.kind === 'close')) return
    return admonition(parts.slice(parts.indexOf(first)), node, 0)
  }

  function admonition(parts: HtmlPart[], node: Html, depth: number): Admonition {
    const [first, ...rest] = parts
    const attributes = first?.attributes ?? {}
    const classes = normalizeClassNames(attributes.class ?? '').filter((name) => name !== 'admonition')
    const kind = classes.find((name) => kinds.test(name))
    const others = classes.filter((name) => name !== kind)
    const inner =
      rest.at(-1)?.name === first?.name && rest.at(-1)?.kind === 'close' ? rest.slice(0, -1) : rest
    const titleAt = inner.findIndex((part) => part.kind !== 'text')
    const titled = isTitle(inner[titleAt])
    const titleEnd = titled ? closingOf(inner, titleAt) : -1
    const title =
      titled && titleEnd > titleAt ? between(node.value, inner[titleAt], inner[titleEnd]) : undefined
    const body = markdownOf(node.value, titleEnd > titleAt ? inner.slice(titleEnd + 1) : inner)
    const content: Root = {type: 'root', children: relocate(parser.flow(body), node.position)}
    walk(content, depth + 1)
    return {
      type: 'admonition',
      kind: kind ?? (title ? 'admonition' : 'note'),
      ...(others.length > 0 ? {class: others.join(' ')} : {}),
      ...(others.includes('dropdown') ? {dropdown: true} : {}),
      ...labelOf(attributes.name ?? attributes.id, node.position),
      ...(node.position ? {position: node.position} : {}),
      children: [
        ...(title
          ? [
              {
                type: 'admonitionTitle' as const,
                children: relocate(parser.inline(title), node.position),
                ...(node.position ? {position: node.position} : {})
              }
            ]
          : []),
        ...content.children.filter(isFlow)
      ]
    }
  }
}

/** A quick look, before tags are read: few pages have any other HTML than comments and links. */
const mayBeNode = /<(?:img|div)/i

const hasDiv = /<\/?div/i

function isHtml(node: RootContent): node is Html {
  return node.type === 'html'
}

function isFlow(node: RootContent): node is FlowContent {
  return node.type !== 'text'
}

function isPhrasingParent(parent: Parents): boolean {
  return /^(?:paragraph|heading|tableCell|emphasis|strong|delete|link|linkReference|span|mystRole|mystDirectiveArgument|definitionTerm|fieldName)$/.test(
    parent.type
  )
}

function isAdmonition({kind, name, attributes}: HtmlPart): boolean {
  return kind === 'open' && name === 'div' && /(?:^|\s)admonition(?:\s|$)/.test(attributes.class ?? '')
}

function isTitle(part: HtmlPart | undefined): boolean {
  return (
    part?.kind === 'open' &&
    (part.name === 'div' || part.name === 'p') &&
    /(?:^|\s)(?:admonition-)?title(?:\s|$)/.test(part.attributes.class ?? '')
  )
}

/** The index of the tag that closes the one at `open`. */
function closingOf(parts: readonly HtmlPart[], open: number): number {
  const name = parts[open]?.name
  let depth = 0
  for (let index = open; index < parts.length; index++) {
    const part = parts[index]
    if (part?.name !== name) continue
    if (part?.kind === 'open') depth++
    else if (part?.kind === 'close' && --depth === 0) return index
  }
  return -1
}

/** For each HTML block that leaves a `div` open, the block that is its closing tag alone. */
function closingsOf(children: readonly RootContent[]): (number | undefined)[] {
  const out: (number | undefined)[] = []
  const open: number[] = []
  for (const [index, child] of children.entries()) {
    if (!isHtml(child) || !hasDiv.test(child.value)) continue
    if (child.value.trim() === '</div>') {
      const opener = open.pop()
      if (opener !== undefined) out[opener] = index
      continue
    }
    const divs = readTags(child.value).filter((part) => part.name === 'div')
    const balance = divs.reduce((sum, part) => sum + (part.kind === 'open' ? 1 : -1), 0)
    for (let count = 0; count < balance; count++) open.push(index)
    for (let count = 0; count > balance; count--) open.pop()
  }
  return out
}

function between(html: string, open: HtmlPart | undefined, close: HtmlPart | undefined): string {
  return html.slice(open?.end ?? 0, close?.start ?? 0).trim()
}

/** Paragraphs of HTML as paragraphs of Markdown, all else as it is. */
function markdownOf(html: string, parts: readonly HtmlPart[]): string {
  return parts
    .map((part) => (part.name === 'p' ? '\n\n' : html.slice(part.start, part.end)))
    .join('')
    .split('\n')
    .map((line) => line.trimStart())
    .join('\n')
    .trim()
}

function blockImages(parts: HtmlPart[], node: Html): BlockImage[] | undefined {
  const tags = parts.filter((part) => part.kind !== 'text' || node.value.slice(part.start, part.end).trim())
  if (tags.length === 0 || !tags.every((part) => part.name === 'img' && part.attributes.src)) return
  return tags.map(({attributes}): BlockImage => {
    const {src = ''} = attributes
    return {
      type: 'blockImage',
      src,
      ...imageFields(attributes),
      ...labelOf(attributes.name ?? attributes.id, node.position),
      children: [],
      ...(node.position ? {position: node.position} : {})
    }
  })
}

function inlineImage(parts: HtmlPart[], node: Html): Image[] | undefined {
  const [part] = parts
  const url = part?.attributes.src
  if (parts.length !== 1 || part?.name !== 'img' || !url) return
  const {title} = part.attributes
  return [
    {
      type: 'image',
      url,
      ...(title ? {title} : {}),
      ...imageFields(part.attributes),
      ...labelOf(part.attributes.name ?? part.attributes.id, node.position),
      ...(node.position ? {position: node.position} : {})
    }
  ]
}

function imageFields(attributes: HtmlPart['attributes']): {
  alt?: string
  width?: string
  height?: string
  align?: string
  class?: string
} {
  const {alt, align = ''} = attributes
  const width = readLength(attributes.width ?? '')
  const height = readLength(attributes.height ?? '')
  const names = normalizeClassNames(attributes.class ?? '').join(' ')
  return {
    ...(alt !== undefined ? {alt} : {}),
    ...(width ? {width} : {}),
    ...(height ? {height} : {}),
    ...(/^(?:left|center|right|top|middle|bottom)$/.test(align) ? {align} : {}),
    ...(names ? {class: names} : {})
  }
}

function labelOf(label: string | undefined, position: Position | undefined): object {
  return label ? {labels: [{label, ...(position ? {position} : {})}]} : {}
}
