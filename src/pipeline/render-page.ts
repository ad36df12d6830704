/** A compiled page with the project's inventory: linked, drawn, serialised. */
import type {Root as HastRoot} from 'hast'
import type {Root} from 'mdast'
import type {VFileMessage} from 'vfile-message'
import type {Fault} from '../ast/report.js'
import {drawHast} from '../html/draw-hast.js'
import {toElements} from '../html/elements.js'
import {type MathRenderer, withMacros} from '../html/math.js'
import type {PageOptions} from '../html/page-context.js'
import {serialize} from '../html/serialize.js'
import {withHandlers} from '../html/to-hast.js'
import {drawSafeHast, toSafeHast} from '../html/to-html.js'
import {wordsOf} from '../html/words.js'
import type {Inventory} from '../references/inventory.js'
import {linkTree} from '../references/link.js'
import type {HeadingRecord} from '../references/record.js'
import type {AnsweredReference} from '../references/resolution.js'
import type {FrontMatter} from '../transforms/front-matter.js'
import type {CompiledPage} from './compile.js'
import {sortFaults, toMessage} from './messages.js'
import {type Config, limitsOf, type Plugins} from './options.js'
import type {FileRead} from './page-host.js'
import {weighFaults} from './severity.js'

/** A page rendered. */
export interface RenderedPage {
  html: string
  /** What `html` is the text of. */
  hast: HastRoot
  /** Typed and linked: references carry their addresses. */
  tree: Root
  /**
   * `native`, or `remark` and, where the native engine was asked first, why it could not read the page exactly. Lines of
   * a native page that remark read are named behind it, and why: `native, but for lines 12 to 30: a block behind a colon`.
   */
  parsedBy: string
  /** In the order of the text. */
  messages: VFileMessage[]
  /** Every reference with its answer, in the order of the text. */
  references: AnsweredReference[]
  /** What the page is called, as plain text. */
  title: string | undefined
  /** The page's sections. */
  outline: HeadingRecord[]
  frontMatter: FrontMatter
  /** Files of the project that the page shows or offers. */
  files: string[]
  /** Files of the project whose text the page takes, as it includes them, and where it names them. */
  reads: readonly FileRead[]
}

export interface RenderContext {
  config: Config
  plugins: Plugins
  inventory: Inventory
  hasFile?: ((path: string) => boolean) | undefined
  /** The trees of the project's pages. */
  treeOf?: ((page: string) => Root | undefined) | undefined
}

/** A page linked and drawn: what any mdast-to-hast makes HTML of. */
export interface DrawnPage {
  tree: Root
  drawn: Root
  references: AnsweredReference[]
  files: string[]
  faults: Fault[]
}

/** Link and draw a page for a host; nothing of the compiled page is changed. */
export function drawPage(compiled: CompiledPage, context: RenderContext): DrawnPage {
  const {tree, references, files, faults, drawing} = linkPage(compiled, context)
  const drawn = toElements(tree, {...drawing, elements: context.plugins.elements})
  return {tree, drawn, references, files, faults: weigh(faults, compiled, context)}
}

/** Render a page; nothing of the compiled page is changed. */
export function renderPage(compiled: CompiledPage, context: RenderContext): RenderedPage {
  const {page, record, frontMatter} = compiled
  const {plugins, config} = context
  const {math, allowDangerousHtml, elements, toHast} = plugins
  const once =
    math && !allowDangerousHtml ? {...context, plugins: {...plugins, math: drawnOnce(math)}} : context
  const {tree, references, files, faults: found, drawing} = linkPage(compiled, once)
  const late: Fault[] = []
  const safety = {...plugins, idPrefix: config.idPrefix, report: (fault: Fault) => late.push(fault)}
  const hast =
    elements || toHast?.handlers
      ? toSafeHast(withHandlers(toElements(tree, {...drawing, elements}), toHast?.handlers), safety)
      : drawSafeHast((onRaw) => drawHast(tree, drawing, onRaw), safety)
  const faults = weigh(found, compiled, context)
  const all =
    late.length > 0
      ? sortFaults([...faults, ...weighFaults(late, page, commented(compiled), config.messages)])
      : faults
  const rehyped = plugins.transformHast?.(hast, page) ?? hast
  return {
    html: serialize(rehyped),
    hast: rehyped,
    tree,
    parsedBy: compiled.parsedBy,
    messages: all.map((fault) => toMessage(fault, page)),
    references,
    title: record.titleText,
    outline: record.headings,
    frontMatter,
    files,
    reads: compiled.reads
  }
}

/** A page with its references answered, and with what drawing it takes; that adds to the faults. */
interface LinkedPage extends Omit<DrawnPage, 'drawn'> {
  drawing: PageOptions
}

function linkPage(
  compiled: CompiledPage,
  {config, plugins, inventory, hasFile, treeOf}: RenderContext
): LinkedPage {
  const {page, source, texts} = compiled
  const {math} = plugins
  const limits = limitsOf(config)
  const macros = Object.assign({}, config.mathMacros, compiled.frontMatter.math)
  const faults: Fault[] = [...compiled.faults]
  const report = (fault: Fault): void => void faults.push(fault)
  const linked = linkTree(compiled.tree, {
    inventory,
    page,
    source,
    texts,
    hasFile,
    treeOf,
    excerpts: plugins.excerpts,
    repeated: limits.repeated,
    report
  })
  return {
    ...linked,
    faults,
    drawing: {
      icons: config.icons === 'font' ? undefined : plugins.icons,
      highlight: plugins.highlight,
      math: math && withMacros(math, macros, limits.substituted),
      idPrefix: config.idPrefix ?? '',
      words: {...wordsOf(config.language, plugins.translations), ...plugins.words},
      report
    }
  }
}

function weigh(faults: Fault[], compiled: CompiledPage, {config}: RenderContext): Fault[] {
  const {page, source} = compiled
  return weighFaults(sortFaults(faults), page, commented(compiled), config.messages, source)
}

/** The tree of a page, if comments are in it. */
function commented({tree, types}: CompiledPage): Root | undefined {
  return types.has('mystComment') ? tree : undefined
}

/** Half of a page's formulas are those of another: each is drawn once, as what is fixed is copied. */
function drawnOnce(math: MathRenderer): MathRenderer {
  const known = new Map<string, () => ReturnType<MathRenderer>>()
  return (tex, options) => {
    const key = `${options.display} ${tex}`
    let answer = known.get(key)
    if (!answer) {
      answer = answerOf(() => math(tex, options))
      known.set(key, answer)
    }
    return answer()
  }
}

/** What a function gives or throws, to be asked for again. */
function answerOf<T>(ask: () => T): () => T {
  try {
    const value = ask()
    return () => value
  } catch (error) {
    return () => {
      throw error
    }
  }
}
