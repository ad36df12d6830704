/** A parser for pages that asks a plain engine first. */
import {createNativeParser, type PlainEngine} from '../syntax/native/parser.js'
import type {Part} from '../syntax/native/parts.js'
import type {PlainTree} from '../syntax/native/read-tree.js'
import {createParser, type ParserFactory} from '../syntax/parser.js'

export type {ParserFactory, PlainEngine, PlainTree}

/**
 * Make the plug-in `parser` of an engine. It tells `native`, with the lines that micromark read and why, or
 * `remark: ` and why all of the page took the other way.
 *
 * @param engine reads CommonMark with GFM's tables, notes, strikethrough and tasks, to a tree with positions.
 * @param whyNot what is told where there is no engine.
 */
export function parserWith(engine: PlainEngine | undefined, whyNot: string): ParserFactory {
  return (options) => {
    const remark = createParser(options)
    const native = engine && createNativeParser(engine, remark, options)
    return (source, tell) => {
      const page = native?.(source) ?? whyNot
      if (typeof page === 'string') {
        tell?.(`remark: ${page}`)
        return remark(source)
      }
      tell?.(`native${page.parts.map(tellPart).join('')}`)
      return page.tree
    }
  }
}

function tellPart({first, end, why}: Part, index: number): string {
  return `${index === 0 ? ', but for' : ';'} lines ${first + 1} to ${end}: ${why}`
}
