/** The native engine: satteri's parser where its binary is to be had, micromark where not and where only it is exact. */
import {type ParserFactory, type PlainEngine, type PlainTree, parserWith} from '../pipeline/native-parser.js'
import {reasonOf} from './read-text.js'

/** Which engine parses pages: `native` is faster and linear, both give the same trees. */
export type EngineName = 'native' | 'remark'

/** Not written in the `import`: satteri's types add nodes of MDX to mdast's and hast's, for all who import this. */
const packageName: string = 'satteri'

/** The steps of its `markdownToMdast`; a handle is what Rust keeps until it is dropped. */
interface Satteri {
  createMdastHandle(text: string, features: {frontmatter: boolean}): object
  serializeHandle(handle: object): Uint8Array
  dropHandle(handle: object): void
  MdastReader: new (buffer: Uint8Array) => PlainTree
}

const steps = ['createMdastHandle', 'serializeHandle', 'dropHandle', 'MdastReader'] as const

let failure: unknown

/** Satteri's parser, if its binary can be loaded. */
export const plainEngine: PlainEngine | undefined = await import(packageName)
  .then((loaded: unknown) => {
    if (!isSatteri(loaded)) throw new TypeError('it is not the version that is known')
    return (text: string) => {
      const handle = loaded.createMdastHandle(text, {frontmatter: false})
      try {
        return new loaded.MdastReader(loaded.serializeHandle(handle))
      } finally {
        loaded.dropHandle(handle)
      }
    }
  })
  .catch((error: unknown) => {
    failure = error
    return undefined
  })

function isSatteri(loaded: unknown): loaded is Satteri {
  return (
    typeof loaded === 'object' &&
    loaded !== null &&
    steps.every((step) => step in loaded && typeof Reflect.get(loaded, step) === 'function')
  )
}

/**
 * A parser that asks satteri first. Where the binary cannot be loaded, one warning of the process says so, and micromark
 * parses all pages.
 */
export const nativeParser: ParserFactory = (options) => {
  if (!plainEngine) warnOnce()
  return parser(options)
}

const parser = parserWith(plainEngine, 'the native engine cannot be loaded')

let warned = false

function warnOnce(): void {
  if (warned) return
  warned = true
  process.emitWarning(
    `the native engine cannot be loaded, so pages are parsed by remark, which is slower: ${reasonOf(failure)}. Install mystmark with its optional dependencies, or choose the engine "remark"`,
    {type: 'MystmarkWarning', code: 'MYSTMARK_ENGINE'}
  )
}

/** For functions that parse. */
export interface EngineOption {
  /** `native` if left out: faster, with the same trees. */
  engine?: EngineName | undefined
}

/**
 * Options with the plug-in that `engine` stands for.
 *
 * @throws TypeError where there is no such engine.
 */
export function withParser<T extends EngineOption>({engine, ...options}: T): Omit<T, 'engine'> {
  if (engine === undefined) return options
  if (engine !== 'native' && engine !== 'remark')
    throw new TypeError(`mystmark: there is no engine "${String(engine)}"; choose "native" or "remark"`)
  return {...options, parser: engine === 'native' ? nativeParser : undefined}
}
