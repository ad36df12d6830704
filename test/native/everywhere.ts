/** Stands for `src/syntax/parser.ts` in `compile.ts` where all suites run with the native engine. */
import {plainEngine} from '../../src/node/native-parser.js'
import {parserWith} from '../../src/pipeline/native-parser.js'
import type {ParserFactory} from '../../src/syntax/parser.js'

const native = parserWith(plainEngine, 'the native engine cannot be loaded')

/** As the core has it: who asked for no engine is told of none. */
export const createParser: ParserFactory = (options) => {
  const parse = native(options)
  return (source) => parse(source)
}
