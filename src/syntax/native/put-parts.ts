/** Parts of a page that micromark reads: each by itself, and put into the tree of the rest. */
import type {Definition, FootnoteDefinition, Nodes, Root, RootContent} from 'mdast'
import {addAll, visitNodes} from '../../ast/tree.js'
import {closedEnvironment} from '../amsmath/grammar.js'
import {closedDollars} from '../math/grammar.js'
import {normalizeIdentifier} from '../tokenize/normalize-identifier.js'
import {moveDown} from './move-down.js'
import {maxParts, type Part} from './parts.js'
import type {PageLines} from './source-lines.js'
import {unsure} from './unsure.js'

type AnyDefinition = Definition | FootnoteDefinition

/**
 * Put the blocks of each part in the place of the break that stands for it, where that is a block of the page itself.
 *
 * @param tree of the page without the parts.
 * @param parse reads a text with micromark.
 */
export function putParts(
  tree: Root,
  page: PageLines,
  parts: readonly Part[],
  parse: (text: string) => Root
): void {
  const byLine = new Map(parts.map((part) => [part.first + 1, part]))
  const labels = parts.some((part) => textOf(page, part).includes(']')) ? labelsIn(tree, page.text) : []
  const children: RootContent[] = []
  for (const child of tree.children) {
    const {line = 0} = child.position?.start ?? {}
    const part = child.type === 'thematicBreak' ? byLine.get(line) : undefined
    byLine.delete(part ? line : 0)
    addAll(children, part ? blocksOf(page, part, labels, parse) : [child])
  }
  if (byLine.size > 0) unsure('a part that is no block of the page')
  tree.children = children
}

function textOf({text, starts}: PageLines, {first, end}: Part): string {
  return text.slice(starts[first], starts[end])
}

/** The definitions of a page, as they would stand in another. */
function labelsIn(tree: Root, source: string): string[] {
  const labels: string[] = []
  visitNodes(tree, (node) => {
    if (!isDefinition(node)) return undefined
    const written = source.slice(node.position?.start.offset, node.position?.end.offset)
    labels.push(/^\[(?:\\.|[^\\[\]\r\n])+\]:/.exec(written)?.[0] ?? unsure('a label over lines'))
    return undefined
  })
  return labels
}

function isDefinition(node: Nodes | undefined): node is AnyDefinition {
  return node?.type === 'definition' || node?.type === 'footnoteDefinition'
}

/** The text that stands behind a part, to see that the part has ended. */
const behind = 'behind'

/** The blocks of a part, with their places in the page. */
function blocksOf(
  page: PageLines,
  part: Part,
  labels: readonly string[],
  parse: (text: string) => Root
): RootContent[] {
  const {lines, starts} = page
  const text = textOf(page, part)
  const head = labels.map((label) => `${label} x\n\n`).join('')
  if (head.length > page.text.length / maxParts) unsure('very many definitions')
  const isLast = part.end >= lines.length
  const {children} = parse(head + text + (isLast ? '' : `${behind}\n\n${closersBelow(page, part.end, text)}`))
  if (!children.slice(0, labels.length).every(isDefinition)) unsure('a label that is read in another way')
  const headLines = 2 * labels.length
  const to = isLast
    ? children.length
    : children.findIndex(({position}) => position?.start.line === headLines + part.end - part.first + 1)
  const end = children[to]
  const isEnd =
    end?.type === 'paragraph' &&
    end.position?.start.column === 1 &&
    end.position.end.line === end.position.start.line
  if (!isLast && !isEnd) unsure('a part that does not end')
  const blocks = children.slice(labels.length, to)
  checkDefinitions(blocks, page, part)
  moveDown(blocks, part.first - headLines, (starts[part.first] ?? 0) - head.length)
  return blocks
}

/** More are not looked for: each is in all of the page. */
const maxDefinitions = 20

/** What a part defines is nothing to the rest of the page, so nothing there may ask for it. */
function checkDefinitions(blocks: readonly RootContent[], {text, starts}: PageLines, part: Part): void {
  const found: AnyDefinition[] = []
  for (const block of blocks)
    visitNodes(block, (node) => {
      if (isDefinition(node)) found.push(node)
      return undefined
    })
  if (found.length === 0) return
  const rest = `${text.slice(0, starts[part.first])}\n${text.slice(starts[part.end] ?? text.length)}`
  const folded = normalizeIdentifier(rest)
  for (const {type, identifier} of found) {
    const name = normalizeIdentifier(identifier)
    const words = type === 'definition' ? name.split(' ') : [`^${name}`]
    if (found.length > maxDefinitions || words.every((word) => folded.includes(word)))
      unsure('a definition for other parts')
  }
}

/** Math begins only where something ends it, however far below. */
function closersBelow({lines}: PageLines, from: number, text: string): string {
  if (!/\$\$|\\begin\{/.test(text)) return ''
  const closers = new Set<string>()
  for (let index = from; index < lines.length; index++) {
    const line = lines[index] ?? ''
    const dollars = closedDollars(line)
    if (dollars) closers.add(dollars)
    const name = closedEnvironment(line)
    if (name !== undefined) closers.add(`\\end{${name}}`)
  }
  return [...closers].join('\n')
}
