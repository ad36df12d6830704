/** A parser that lets a plain engine read a page where that is exact, and micromark where it is not. */
import type {Root} from 'mdast'
import {gatherLists} from '../definition-list/from-markdown.js'
import type {ParserOptions} from '../parser.js'
import {settle} from '../settle.js'
import {checkSource} from './differences.js'
import {liftTree} from './lift.js'
import {maskPage} from './mask-page.js'
import {maxParts, type Part, seamsOf, withoutParts, withPart} from './parts.js'
import {putParts} from './put-parts.js'
import {type PlainTree, readTree} from './read-tree.js'
import {RoleContents} from './role-contents.js'
import {pointAt, splitPage} from './source-lines.js'
import {Unsure} from './unsure.js'

/** CommonMark with GFM's tables, footnotes, strikethrough and tasks, to a tree with positions, nothing else. */
export type PlainEngine = (text: string) => PlainTree

/** The same, to mdast. */
type ReadPlain = (text: string) => Root

/** A page that was read, with the help of micromark or without. */
export interface NativePage {
  tree: Root
  /** Those that micromark read. */
  parts: readonly Part[]
}

/**
 * Make a parser.
 *
 * @param micromark parses a part of which the native road is not sure.
 * @returns a function that gives the tree of a page, or why all of the page is not for the engine.
 */
export function createNativeParser(
  engine: PlainEngine,
  micromark: (source: string) => Root,
  options: ParserOptions
): (source: string) => NativePage | string {
  const off = whyOff(options)
  const read: ReadPlain = (text) => readTree(engine(text))
  return (text) => {
    if (off) return off
    try {
      // As micromark: it is not counted.
      return parsePage(text.startsWith('\ufeff') ? text.slice(1) : text, read, micromark, options)
    } catch (error) {
      // A fault of the engine, or of this road, is no reason to lose a page.
      return error instanceof Unsure ? error.message : `${fault}: ${String(error)}`
    }
  }
}

/** What a reason begins with that should not be there. */
export const fault = 'a fault of the native engine'

/** Read a page, and where that cannot be exact, again without the parts of which it is not sure. */
function parsePage(
  source: string,
  read: ReadPlain,
  micromark: (source: string) => Root,
  options: ParserOptions
): NativePage {
  const whole = parse(source, read, options)
  if (!(whole instanceof Unsure)) return {tree: whole, parts: []}
  const page = splitPage(source)
  const seams = seamsOf(page)
  let parts: readonly Part[] | undefined = []
  let tree: Root | Unsure = whole
  for (let turn = 0; tree instanceof Unsure; turn++) {
    // A part may grow by a little each time.
    if (turn > 2 * maxParts) throw whole
    parts = tree.offset === undefined ? undefined : withPart(parts, page, seams, tree.offset, tree.message)
    if (!parts) throw whole
    tree = parse(withoutParts(page, parts), read, options, page.lines)
  }
  try {
    putParts(tree, page, parts, micromark)
  } catch (error) {
    throw error instanceof Unsure ? new Unsure(`${whole.message}, and ${error.message}`) : error
  }
  return {tree, parts}
}

/** Read all of a page, or say where that cannot be exact. */
function parse(
  source: string,
  read: ReadPlain,
  options: ParserOptions,
  whole?: readonly string[]
): Root | Unsure {
  try {
    return parseSurely(source, read, options, whole)
  } catch (error) {
    if (error instanceof Unsure) return error
    throw error
  }
}

function parseSurely(
  source: string,
  read: ReadPlain,
  options: ParserOptions,
  whole: readonly string[] | undefined
): Root {
  const page = splitPage(source)
  page.whole = whole
  checkSource(page)
  const masked = maskPage(page, options)
  const contents = new RoleContents(page, masked.hidden, options)
  const plain = read(masked.lines.join('\n'))
  const tree = liftTree(plain, source, masked, options, contents.add)
  contents.read(read)
  tree.position = {
    start: {line: 1, column: 1, offset: 0},
    end: pointAt(page, page.lines.length - 1, page.lines.at(-1)?.length ?? 0)
  }
  if (masked.descriptions.size > 0) gatherLists(tree)
  settle(tree, source.includes('\r') || source.includes('&#'))
  return tree
}

/** Switches that only micromark has. */
function whyOff(options: ParserOptions): string | undefined {
  const {colonFence, strikethrough, taskList, genericDirectives, citations, addresses, fieldList} = options
  if (!colonFence || !strikethrough || !taskList) return 'an extension is off'
  return genericDirectives || citations || addresses || fieldList ? 'an extension is on' : undefined
}
