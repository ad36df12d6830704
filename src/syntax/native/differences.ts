/** Where the engine is known to read CommonMark or GFM in another way than micromark. */
import type {
  Association,
  Blockquote,
  Code,
  Html,
  List,
  ListItem,
  Nodes,
  Parents,
  Resource,
  RootContent,
  Table
} from 'mdast'
import type {Node, Position} from 'unist'
import {along} from '../../ast/place.js'
import {normalizeIdentifier} from '../tokenize/normalize-identifier.js'
import {isItemAt} from './line-shapes.js'
import type {MaskedPage} from './masked-page.js'
import {charAt} from './places.js'
import {indentOf, type PageLines} from './source-lines.js'
import {placed, unsure} from './unsure.js'

/** Text that the engine may read otherwise wherever it stands: one of what it has, all of it, and why. */
const otherwise: readonly (readonly [has: readonly string[], pattern: RegExp, why: string])[] = [
  [['\0'], /\0/, 'characters that are none'],
  [['\ufeff'], /^\ufeff/, 'a byte order mark behind another'],
  // In a cell a bar behind two backslashes is ours, and GFM's is not.
  [['\\\\|'], /\\\\\|/, 'a bar behind backslashes'],
  [['<'], /<[A-Za-z][^<>]*=\s*[^\s"'=<>`]*\//, 'a slash in a value without quotes'],
  [['*_', '_*'], /\*_+\*|_\*+_/, 'stars around underscores'],
  [['!['], /!\[\^[^\][\n]*\]\[/, 'a note behind a mark of exclamation'],
  [['^'], /\[\s+\^[^\][]*\]:/, 'a label that may be that of a note'],
  // With the return it is one line ending to micromark, and two to the engine, which sees line feeds.
  [['&#'], /\r[ \t>]*&#(?:0*10|x0*a);/i, 'a line feed right behind a return'],
  [['\\\n', '\\\r'], /\\[\r\n]+[ \t>]*\]/, 'a break before a closing bracket'],
  // In a title the engine takes the sign for itself, or for the title's end.
  [['\\"', "\\'", '\\)', '\\&'], /^[ \t>]*\\+["')&]/m, 'a backslash at the start of a line'],
  [
    ['[ ]', '[x]', '[X]'],
    /^[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]+\[[ xX]\][ \t]*(?:\||$)/m,
    'a task without text'
  ]
]

/** The engine counts the characters of a longer line again for each of its nodes, if they are not all ASCII. */
export const longestLine = 20_000

/** It takes signs off the end of what may be an address one by one, and begins anew behind each. */
const longestRow = 1000
const addressSigns = /(?<![!"'),.:;?*\]_~])[!"'),.:;?*\]_~]{1000}/

/** Leave the native road for a text that the engine may read otherwise. A search for a string costs next to nothing. */
export function checkSource({text, lines, starts, mayHoldCalls, hasSurrogates}: PageLines): void {
  const leave = (pattern: RegExp, why: string): void => {
    const offset = text.search(pattern)
    if (offset !== -1) unsure(why, offset)
  }
  for (const [has, pattern, why] of otherwise)
    if (has.some((part) => text.includes(part))) leave(pattern, why)
  if (hasSurrogates) leave(/[\ud800-\udfff]/u, 'characters that are none')
  // White space is taken off the ends of the labels of notes; micromark knows none with white space.
  if (mayHoldCalls && /^[ >]*\[\^/m.test(text))
    leave(/\[\^(?:\s|[^\][\n]*\s\])/, 'a label of a footnote with white space')
  const row = lines.findIndex(
    (line) => line.length > longestRow && /\/\/|www\./.test(line) && addressSigns.test(line)
  )
  if (row !== -1) unsure('a long row of signs in an address', starts[row])
  if (text.length <= longestLine) return
  const long = lines.findIndex((line) => line.length > longestLine && /[^\0-\x7f]/.test(line))
  if (long !== -1) unsure('a long line', starts[long])
}

/**
 * Leave the native road where blocks of a container may be others.
 *
 * @param column where the content of the container begins; `undefined` in quotes.
 */
export function checkBlocks(
  blocks: readonly RootContent[],
  masked: MaskedPage,
  column: number | undefined
): void {
  let index = 0
  try {
    for (; index < blocks.length; index++) checkBlock(blocks, index, masked, column)
  } catch (error) {
    throw placed(error, masked.offsetOf(blocks[index]?.position?.start.line))
  }
}

function checkBlock(
  blocks: readonly RootContent[],
  index: number,
  masked: MaskedPage,
  column: number | undefined
): void {
  const block = blocks[index]
  switch (block?.type) {
    case 'paragraph':
      if (isAtItem(masked, block.position) && !isBelowDefinition(block, blocks[index - 1]))
        unsure('an item that is none')
      break
    case 'html':
      checkHtml(block, blocks[index - 1], masked, column)
      break
    case 'blockquote':
      checkQuote(block, masked)
      break
    case 'code':
      if (isIndented(block, masked)) checkIndented(block, blocks[index + 1], masked, column === undefined)
  }
}

function isAtItem({lines}: MaskedPage, position: Position | undefined): boolean {
  const {line = 1, column = 1} = position?.start ?? {}
  return isItemAt(lines[line - 1] ?? '', column - 1)
}

function isBelowDefinition(node: Nodes, before: RootContent | undefined): boolean {
  return before?.type === 'definition' && isRightBelow(before, node)
}

/** It may be a line of the container above it. */
function checkHtml(
  html: Html,
  before: RootContent | undefined,
  {lines}: MaskedPage,
  column: number | undefined
): void {
  const {start} = html.position ?? {}
  const prefix = lines[(start?.line ?? 1) - 1]?.slice(0, (start?.column ?? 1) - 1) ?? ''
  if (column === undefined ? !prefix.includes('>') : prefix.length < column) unsure('raw HTML on a lazy line')
  const isTag = /^[ \t]*<\/?[a-z][^<>]*>[ \t]*$/im.test(html.value)
  if (isTag && before && 'children' in before && before.type !== 'paragraph' && isRightBelow(before, html))
    unsure('raw HTML right below a container')
}

/** An empty line of a quote further out is one of another; below a list it is one of the list to micromark. */
function checkQuote({children, position}: Blockquote, {lines}: MaskedPage): void {
  const last = lines[(position?.end.line ?? 1) - 1] ?? ''
  if (last.startsWith('>', indentOf(last)) && indentOf(last) < (position?.start.column ?? 1) - 4)
    unsure('a quote that may have ended')
  const block = children.at(-1)
  if (block?.type === 'list' && /^ *>[ >]*$/.test(lines[block.position?.end.line ?? 0] ?? ''))
    unsure('a blank line of a quote below a list')
}

/** Which blocks in a quote the engine ends elsewhere. */
export function checkQuoted({type, children}: Parents): void {
  if (type === 'listItem' && children.some((child) => child.type !== 'paragraph'))
    unsure('an item with blocks in a quote')
  // micromark ends such a list on the line after it.
  if (children.slice(0, -1).some((child) => child.type === 'list'))
    unsure('a list in a quote with more behind it')
}

/** The engine may part indented code at a blank line; micromark takes what follows it for a line that interrupts. */
function checkIndented(
  code: RootContent,
  next: RootContent | undefined,
  masked: MaskedPage,
  isInQuote: boolean
): void {
  const {start, end} = code.position ?? {}
  if (!start || !end) return
  const {lines} = masked
  if (next && isIndented(next, masked)) unsure('indented code')
  if (next?.type === 'list' && (isRightBelow(code, next) || !mayInterrupt(next)))
    unsure('a list below indented code')
  if (next?.type === 'blockquote' && isRightBelow(code, next)) unsure('a quote below indented code')
  for (let line = start.line; line <= end.line + 1; line++)
    if (/^ *\t[ \t]*$/.test(lines[line - 1] ?? '')) unsure('a tab in a blank line of code')
  // Blank lines below it are its own where they have more white space than its indent.
  for (let line = end.line; /^[ >\t]*$/.test(lines[line] ?? 'x'); line++)
    if (isInQuote ? /^[ >]*$/.test(lines[line] ?? '') : /^ {4,}|\t/.test(lines[line] ?? ''))
      unsure('a blank line of spaces below code')
}

function isIndented({type, position}: Nodes, masked: MaskedPage): boolean {
  return type === 'code' && !/[`~]/.test(charAt(masked, position))
}

function isRightBelow({position: above}: Nodes, {position: below}: Nodes): boolean {
  return above?.end.line === (below?.start.line ?? 0) - 1
}

/** Whether a list may stand right below text. */
function mayInterrupt({ordered, start, children: [first], position}: List): boolean {
  const hasText = first?.children[0]?.position?.start.line === position?.start.line
  return hasText && (!ordered || start === 1)
}

/** Of two backslashes at the start of a line of a title the engine may take both. */
export function checkTitle({title, position}: Resource & Node, source: string): void {
  if (
    title?.includes('\n') &&
    /[\r\n][ \t>]*\\/.test(source.slice(position?.start.offset, position?.end.offset))
  )
    unsure('a title with a backslash at the start of a line')
}

/** White space at an end of the info of code is taken off by the engine if it is written as a reference, too. */
export function checkInfo({position}: Code, source: string): void {
  infoWithReference.lastIndex = position?.start.offset ?? 0
  if (infoWithReference.test(source)) unsure('a reference in the info of code')
}

const infoWithReference = /[`~][^\r\n]*[\s`~]&/y

/** Raw HTML ends a table. */
export function checkRows({children}: Table, masked: MaskedPage): void {
  if (children.some(({position}) => charAt(masked, position) === '<'))
    unsure('a row that begins with an angle')
}

/**
 * A line right below a table in a container may be a row of it to the one, and a table of its own to the other; the
 * next item of a list is neither.
 */
export function checkLazyRow({position}: Table, {lines}: MaskedPage, column: number | undefined): void {
  const below = lines[position?.end.line ?? 0] ?? ''
  if (
    below.trim() &&
    (column === undefined || (indentOf(below) < column && !/^ {0,3}[-+*] +[^ ]/.test(below)))
  )
    unsure('a row on a lazy line')
}

/** Labels are compared without white space and cases, of which there are two kinds. */
export function checkLabel(node: Association): void {
  if (node.label && node.identifier !== normalizeIdentifier(node.label).toLowerCase())
    unsure('a label that is read in two ways')
}

/** micromark looks for a box in the first paragraph, whatever defines labels above it. */
function checkBehindDefinitions(blocks: readonly RootContent[], source: string): void {
  const next = blocks.find(({type}) => type !== 'definition')
  if (next?.type === 'paragraph' && /^\[[ \txX\r\n]\]/.test(source.slice(next.position?.start.offset)))
    unsure('a task behind a definition')
}

/** A paragraph of text begins behind the box of its task; with all else in front it begins at the box. */
export function placeTask({checked, children, position}: ListItem, source: string): void {
  const [first] = children
  if (first?.type === 'definition') checkBehindDefinitions(children, source)
  if (typeof checked === 'boolean' && first?.type !== 'paragraph') unsure('a task without text')
  if (first?.type !== 'paragraph' || !first.position || !position) return
  const [text] = first.children
  if (typeof checked !== 'boolean') {
    if (text?.type === 'text' && /^\[(?:[ xX]\]\n|[\r\n])/.test(text.value))
      unsure('a task whose text begins below')
    return
  }
  if (first.position.start.line !== position.start.line) unsure('a task whose text begins below')
  if (text?.type === 'text') return
  const offset = first.position.start.offset ?? 0
  first.position.start = along(first.position.start, source.lastIndexOf('[', offset - 1) - offset)
}
