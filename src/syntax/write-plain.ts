/** Plain Markdown, where what mdast-util-to-markdown writes would be read as something else. */
import type {
  Blockquote,
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  Html,
  ImageReference,
  LinkReference,
  Literal,
  Nodes,
  Root,
  ThematicBreak
} from 'mdast'
import {gfmFootnoteToMarkdown} from 'mdast-util-gfm-footnote'
import {defaultHandlers, type Handle, type Options, type State} from 'mdast-util-to-markdown'
import {isParent, plainText, visitNodes} from '../ast/tree.js'
import {isOnFurtherLine, onFurtherLine, putOnFurtherLine} from './further-line.js'
import {lastBlocks, unmarkedContainers} from './last-blocks.js'

/**
 * `[label]` as it was, while its text still says the same: escaped anew, it would no longer equal its label, and so
 * need a second one.
 */
const linkReference: Handle = (node: LinkReference, parent, state, info) =>
  hasOwnLabel(node, plainText(node.children))
    ? ownLabel(node, state)
    : defaultHandlers.linkReference(node, parent, state, info)

const imageReference: Handle = (node: ImageReference, parent, state, info) =>
  hasOwnLabel(node, node.alt ?? '')
    ? `!${ownLabel(node, state)}`
    : defaultHandlers.imageReference(node, parent, state, info)

function hasOwnLabel({label, referenceType}: LinkReference | ImageReference, text: string): boolean {
  const letters = (value: string): string => value.replace(/[^\p{L}\p{N}]/gu, '')
  return Boolean(label) && referenceType !== 'full' && letters(label ?? '') === letters(text)
}

/** As a definition writes it. */
function ownLabel(node: LinkReference | ImageReference, state: State): string {
  const {stack} = state
  state.stack = [...stack.filter((construct) => construct !== 'phrasing'), 'reference']
  const label = state.safe(state.associationId(node), {before: '[', after: ']'})
  state.stack = stack
  return `[${label}]${node.referenceType === 'collapsed' ? '[]' : ''}`
}

/** In running text up to three columns of an indent are the paragraph's; those that are left stand in the value. */
const html: Handle = (node: Html, _, state) =>
  state.stack.includes('phrasing') ? node.value.replace(/\n(?=[ \t])/g, '\n   ') : node.value

/** A tag at the start of a further line of a paragraph. */
const continuedHtml: Handle = (node: ContinuedHtml, parent, state, info) =>
  `    ${html(node, parent, state, info)}`

interface ContinuedHtml extends Literal {
  type: 'continuedHtml'
}

declare module 'mdast' {
  interface RootContentMap {
    continuedHtml: ContinuedHtml
  }
}

const notes = gfmFootnoteToMarkdown().handlers

/** With a colon behind it, it would begin a note there. */
const footnoteReference: Handle = (node: FootnoteReference, parent, state, info) =>
  onFurtherLine(node, notes?.footnoteReference?.(node, parent, state, info) ?? '')

const [withFirstLine, withoutFirstLine] = [false, true].map(
  (firstLineBlank) => gfmFootnoteToMarkdown({firstLineBlank}).handlers?.footnoteDefinition
)

/** Of a label with a caret, which only right below another is no note's. */
const definition: Handle = (node: Definition, parent, state, info) =>
  onFurtherLine(node, defaultHandlers.definition(node, parent, state, info))

/** Below the label, where it may matter that all lines are as far in as the first. */
const footnoteDefinition: Handle = (node: FootnoteDefinition, parent, state, info) => {
  const first = node.children[0]?.type
  const write = first === undefined || first === 'paragraph' ? withFirstLine : withoutFirstLine
  return write?.(node, parent, state, info) ?? ''
}

/** Quotes that an empty line of theirs must end: what comes next would go on with their last paragraph. */
const ended = new WeakSet<Nodes>()

const blockquote: Handle = (node: Blockquote, parent, state, info) => {
  // The marker of an alert is one with its bracket as it is, on GitHub too.
  const value = defaultHandlers
    .blockquote(node, parent, state, info)
    .replace(/^> \\(?=\[!\w+\](?:\n|$))/, '> ')
  return ended.has(node) ? `${value}\n>` : value
}

/** Behind a bullet that is an asterisk, asterisks would be one break with it. */
const thematicBreak: Handle = (node: ThematicBreak, parent, state) =>
  state.bulletCurrent === '*' ? '___' : defaultHandlers.thematicBreak(node, parent, state)

/** How these nodes are written; for {@link prepare}d trees. */
export const plainToMarkdown: Options = {
  handlers: {
    blockquote,
    definition,
    footnoteDefinition,
    footnoteReference: Object.assign(footnoteReference, {peek: () => '['}),
    html: Object.assign(html, {peek: () => '<'}),
    continuedHtml: Object.assign(continuedHtml, {peek: () => '<'}),
    linkReference: Object.assign(linkReference, {peek: () => '['}),
    imageReference: Object.assign(imageReference, {peek: () => '!'}),
    thematicBreak
  },
  join: [
    (left, right) =>
      endOf(left).some((node) => ended.has(node)) ||
      isOnFurtherLine(right) ||
      (isParent(right) && isOnFurtherLine(right.children[0]))
        ? 0
        : undefined
  ],
  unsafe: [
    // A name in braces behind a fence would be a directive's.
    {character: '{', after: '[^\\s{}`#.][^\\s{}`]*\\}', inConstruct: 'codeFencedLangGraveAccent'},
    // Of two lines that are a marker each, the default patterns see the first alone.
    {atBreak: true, character: '-', after: '(?=[ \t\r\n-])'},
    {atBreak: true, character: '+', after: '(?=[ \t\r\n])'},
    {atBreak: true, before: '\\d+', character: '.', after: '(?=[ \t\r\n]|$)'}
  ]
}

/**
 * Get a copy of a tree ready for {@link plainToMarkdown}.
 *
 * - What begins a line of a paragraph, and would begin a block there, stands four columns in. So does what a
 *   paragraph right below a definition begins with, and a definition that would be a note there. (Lines with tags mdast-util-to-markdown would join.)
 * - Columns that a block of HTML stands in would put it into a list above it.
 * - In a tight item nothing but an empty line of a quote parts its last paragraph from text below it.
 */
export function prepare(tree: Root): Root {
  visitNodes(tree, (node) => {
    if (node.type === 'html') node.value = node.value.trimStart().replace(/(?<!\n)\n+$/, '')
    if (!isParent(node)) return undefined
    const isTight = 'spread' in node && node.spread === false
    node.children.forEach((child, index) => {
      const before = node.children[index - 1]
      if (before?.type === 'break' || endsLine(before)) putOnFurtherLine(child)
      if (child.type === 'html' && isOnFurtherLine(child)) Object.assign(child, {type: 'continuedHtml'})
      if (!before) return
      const first = child.type === 'paragraph' ? child.children[0] : child
      if (first && before.type === 'definition' && isRightBelow(before, child) && mayBeginBlock(first, child))
        putOnFurtherLine(first)
      if (!isTight || !goesOn(child)) return
      const end = endOf(before)
      const quote = end.findLast(({type}) => type === 'blockquote')
      if (quote && /^(?:paragraph|definition)$/.test(end.at(-1)?.type ?? '')) ended.add(quote)
    })
    return undefined
  })
  return tree
}

/** What a paragraph begins with; or a definition, which would be a note's. */
function mayBeginBlock(node: Nodes, block: Nodes): boolean {
  if (node === block) return node.type === 'definition' && Boolean(node.label?.startsWith('^'))
  return /^(?:html|inlineMath|inlineSubstitution|footnoteReference)$/.test(node.type)
}

function endsLine(node: Nodes | undefined): boolean {
  return node?.type === 'text' && node.value.endsWith('\n')
}

function isRightBelow(upper: Nodes, lower: Nodes): boolean {
  return upper.position !== undefined && lower.position?.start.line === upper.position.end.line + 1
}

const containers = new Set([...unmarkedContainers, 'blockquote'])

/** A block and the last blocks in it, as far as no line of their own ends them. */
const endOf = (node: Nodes): Nodes[] => lastBlocks(node, containers)

/** Whether a block would be text of a paragraph right above it. */
function goesOn(node: Nodes): boolean {
  if (node.type === 'heading') return node.depth < 3 && hasLineEnding(node)
  if (node.type === 'list')
    return (node.ordered && node.start !== 1) || node.children[0]?.children.length === 0
  return /^(?:paragraph|definition|definitionList|fieldList|html|mystAttributes|table)$/.test(node.type)
}

function hasLineEnding(node: Nodes): boolean {
  if ('value' in node && typeof node.value === 'string') return node.value.includes('\n')
  return node.type === 'break' || (isParent(node) && node.children.some(hasLineEnding))
}
