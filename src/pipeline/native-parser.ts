/** A parser for pages that asks a plain engine first. */
import {createNativeParser, type PlainEngine} from '../syntax/native/parser.js'
import {createParser, type ParserFactory} from '../syntax/parser.js'

export type {ParserFactory, PlainEngine}

/**
 * Make the plug-in `parser` of an engine. It tells `native`, or `remark: ` and why a page took the other way.
 *
 * @param engine reads CommonMark with GFM's tables, notes, strikethrough and tasks, to mdast with positions.
 * @param whyNot what is told where there is no engine.
 */
export function parserWith(engine: PlainEngine | undefined, whyNot: string): ParserFactory {
  return (options) => {
    const remark = createParser(options)
    const native = engine && createNativeParser(engine, options)
    return (source, tell) => {
      const tree = native?.(source) ?? whyNot
      const isNative = typeof tree !== 'string'
      tell?.(isNative ? 'native' : `remark: ${tree}`)
      return isNative ? tree : remark(source)
    }
  }
}
