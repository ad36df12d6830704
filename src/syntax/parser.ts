/** MyST's syntax, and the parts of GFM that MyST has, for remark-parse; how it is written back stands in `remark.ts`. */
import type {Root} from 'mdast'
import {type Extension as FromMarkdownExtension, fromMarkdown} from 'mdast-util-from-markdown'
import {gfmFootnoteFromMarkdown} from 'mdast-util-gfm-footnote'
import {gfmStrikethroughFromMarkdown} from 'mdast-util-gfm-strikethrough'
import {gfmTaskListItemFromMarkdown} from 'mdast-util-gfm-task-list-item'
import {gfmStrikethrough} from 'micromark-extension-gfm-strikethrough'
import {gfmTaskListItem} from 'micromark-extension-gfm-task-list-item'
import {combineExtensions} from 'micromark-util-combine-extensions'
import type {Extension as MicromarkExtension} from 'micromark-util-types'
import type {} from 'remark-parse'
import type {Data} from 'unified'
import {bounds, boundsFromMarkdown} from './bounds.js'
import {withCheapEdits} from './edit-events.js'
import {mystFromMarkdown, mystSyntax} from './extension.js'
import {mystFootnote} from './footnote.js'
import type {SyntaxOptions} from './spec.js'
import {mystTable, mystTableFromMarkdown} from './table.js'

/** Which parts of GFM are on. */
export interface ParserOptions extends SyntaxOptions {
  strikethrough: boolean
  taskList: boolean
}

/**
 * Makes a parser for some switches. The parser tells which engine read the text, and why not another.
 *
 * @see {@link createParser}
 */
export type ParserFactory = (
  options: ParserOptions
) => (source: string, tell?: ((parsedBy: string) => void) | undefined) => Root

/** Joined once: else each text that is parsed pays for joining a score of parts. */
export function createParser(options: ParserOptions): (source: string) => Root {
  const data: Data = {}
  addParser(data, options)
  const extensions = [combineExtensions(data.micromarkExtensions ?? [])]
  const mdastExtensions = [joinFromMarkdown((data.fromMarkdownExtensions ?? []).flat())]
  return (source) => withCheapEdits(() => fromMarkdown(source, {extensions, mdastExtensions}))
}

function joinFromMarkdown(parts: readonly FromMarkdownExtension[]): FromMarkdownExtension {
  return {
    canContainEols: parts.flatMap((part) => part.canContainEols ?? []),
    transforms: parts.flatMap((part) => part.transforms ?? []),
    enter: Object.assign({}, ...parts.map((part) => part.enter)),
    exit: Object.assign({}, ...parts.map((part) => part.exit))
  }
}

/**
 * Teach a processor to read MyST.
 *
 * @param data of the processor: `this.data()` in a plug-in.
 */
export function addParser(data: Data, options: ParserOptions): void {
  const micromark: MicromarkExtension[] = [mystFootnote, mystTable(), mystSyntax(options)]
  const from: (FromMarkdownExtension | FromMarkdownExtension[])[] = [
    gfmFootnoteFromMarkdown(),
    mystTableFromMarkdown(),
    mystFromMarkdown,
    boundsFromMarkdown
  ]
  if (options.strikethrough) {
    micromark.push(gfmStrikethrough({singleTilde: false}))
    from.push(gfmStrikethroughFromMarkdown())
  }
  if (options.taskList) {
    micromark.push(gfmTaskListItem())
    from.push(gfmTaskListItemFromMarkdown())
  }
  if (options.citations) {
    micromark.push(options.citations.micromark)
    from.push(options.citations.fromMarkdown)
  }
  micromark.push(bounds)
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), ...micromark]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), ...from]
}
