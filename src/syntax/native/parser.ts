/** A parser that lets a plain engine read a page where that is exact, and micromark where it is not. */
import type {PhrasingContent, Root} from 'mdast'
import type {Point} from 'unist'
import {gatherLists} from '../definition-list/from-markdown.js'
import type {ParserOptions} from '../parser.js'
import {settle} from '../settle.js'
import {checkSource} from './differences.js'
import {liftTree} from './lift.js'
import {maskPage} from './mask-page.js'
import {maskText, mayHoldMarks} from './mask-text.js'
import {MaskedPage} from './masked-page.js'
import {pointAt, splitPage} from './source-lines.js'
import {Unsure, unsure} from './unsure.js'

/** CommonMark with GFM's tables, footnotes, strikethrough and tasks to mdast with positions, nothing else. */
export type PlainEngine = (text: string) => Root

/** Which way a page took: `undefined` for the engine's, else why not. */
export type Way = string | undefined

/**
 * Make a parser.
 *
 * @returns a function that gives the tree of a page, or why the page is not for the engine.
 */
export function createNativeParser(
  engine: PlainEngine,
  options: ParserOptions
): (source: string) => Root | string {
  const off = whyOff(options)
  return (source) => {
    if (off) return off
    try {
      return parse(source, engine, options)
    } catch (error) {
      // A fault of the engine, or of this road, is no reason to lose a page.
      return error instanceof Unsure ? error.message : `${fault}: ${String(error)}`
    }
  }
}

/** What a reason begins with that should not be there. */
export const fault = 'a fault of the native engine'

function parse(text: string, engine: PlainEngine, options: ParserOptions): Root {
  // As micromark: it is not counted.
  const source = text.startsWith('\ufeff') ? text.slice(1) : text
  const page = splitPage(source)
  checkSource(page)
  const masked = maskPage(page, options)
  const parseContent = (value: string, start: Point): PhrasingContent[] => {
    const part = new MaskedPage(page, masked.addresses)
    const line = start.line - 1
    part.add(`# ${part.hide(value, line)}`, line, start.column - 3 - (page.cuts.get(line) ?? 0))
    if (mayHoldMarks(value)) maskText(part, [{number: 1, from: 2}], options)
    const [heading] = liftTree(engine(part.lines.join('\n')), source, part, options, parseContent).children
    return heading?.type === 'heading' ? heading.children : unsure('Markdown in a role')
  }
  const tree = liftTree(engine(masked.lines.join('\n')), source, masked, options, parseContent)
  tree.position = {
    start: {line: 1, column: 1, offset: 0},
    end: pointAt(page, page.lines.length - 1, page.lines.at(-1)?.length ?? 0)
  }
  if (masked.descriptions.size > 0) gatherLists(tree)
  settle(tree)
  return tree
}

/** Switches that only micromark has. */
function whyOff(options: ParserOptions): string | undefined {
  const {colonFence, strikethrough, taskList, genericDirectives, citations, addresses, fieldList} = options
  if (!colonFence || !strikethrough || !taskList) return 'an extension is off'
  return genericDirectives || citations || addresses || fieldList ? 'an extension is on' : undefined
}
