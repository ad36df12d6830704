/** MyST as a plug-in for any pipeline of unified. */
import type {Root} from 'mdast'
import type {Plugin, Processor} from 'unified'
import type {VFile} from 'vfile'
import {createInventory} from '../references/inventory.js'
import type {ExternalInventory} from '../references/objects-inv.js'
import type {HeadingRecord, PageRecord} from '../references/record.js'
import type {AnsweredReference} from '../references/resolution.js'
import {addParser} from '../syntax/parser.js'
import type {FrontMatter} from '../transforms/front-matter.js'
import {createCompiler} from './compile.js'
import {toMessage} from './messages.js'
import {type Config, checkConfig, type Plugins} from './options.js'
import {drawPage} from './render-page.js'

/** Options of {@link remarkMyst}. All that is not a plug-in is JSON, for hosts that name plug-ins by string. */
export interface RemarkMystOptions extends Plugins {
  config?: Config | undefined
  /** Inventories of other projects, as `readObjectsInv` gives them. */
  inventories?: Readonly<Record<string, ExternalInventory>> | undefined
  /** Records of the other pages of the project: `file.data.myst.record` of an earlier run, or of `project.inventory.pages`. */
  records?: readonly PageRecord[] | undefined
  /** Texts of `.bib` files by name; `bibliography` of the configuration may choose among them. */
  bibliography?: Readonly<Record<string, string>> | undefined
  /** The page's path from the project's root; taken from the file if left out. */
  page?: string | undefined
}

/** What the plug-in leaves on `file.data.myst`. */
export interface MystFileData {
  title: string | undefined
  outline: HeadingRecord[]
  references: AnsweredReference[]
  record: PageRecord
  frontMatter: FrontMatter
  /** Typed and linked, before it was drawn. */
  tree: Root
  files: string[]
}

declare module 'vfile' {
  interface DataMap {
    myst: MystFileData
  }
}

/** Processors that have the plug-in: a second use must do no harm. */
const seen = new WeakSet<Processor['data'] | object>()

/**
 * Parse MyST, resolve its references and leave a tree that any mdast-to-hast draws. Put it before plug-ins that
 * transform the tree, and after `remark-mdx`.
 *
 * Messages go to the file, results to `file.data.myst`.
 *
 * @throws TypeError where the options are wrong; never on text.
 * @example
 * await unified().use(remarkParse).use(remarkMyst).use(remarkRehype).use(rehypeStringify).process(source)
 */
export const remarkMyst: Plugin<[RemarkMystOptions?], Root> = function (options = {}) {
  const data = this.data()
  if (seen.has(data)) return
  seen.add(data)
  const {
    config: given,
    inventories = {},
    records = [],
    bibliography = {},
    page: fixedPage,
    ...plugins
  } = options
  const config = checkConfig(given)
  const compiler = createCompiler(config, plugins)
  addParser(data, compiler.syntax)

  return (tree: Root, file: VFile): Root => {
    const page = fixedPage ?? pageOf(file)
    const source = String(file).replace(/^\ufeff/, '')
    const compiled = compiler.compileTree(page, source, tree)
    const others = records.filter((record) => record.page !== page)
    const inventory = createInventory({
      records: [compiled.record, ...others],
      external: inventories,
      url: plugins.url ?? ((path) => path),
      base: config.base,
      numbering: config.numbering,
      flavour: config.flavour,
      urlSchemes: config.urlSchemes,
      index: config.index,
      citations: (pages) => plugins.citations?.index({pages, config, files: bibliography}),
      // An id that does not reach the page is no place to link to, and what reaches it only the host knows.
      elsewhere: plugins.elsewhere,
      rawHtml: plugins.parseHtml !== undefined || plugins.allowDangerousHtml === true
    })
    const {tree: linked, drawn, references, files, faults} = drawPage(compiled, {config, plugins, inventory})
    for (const fault of faults) file.messages.push(toMessage(fault, file.path))
    const {record, frontMatter} = compiled
    file.data.myst = {
      title: record.titleText,
      outline: record.headings,
      references,
      record,
      frontMatter,
      tree: linked,
      files
    }
    return drawn
  }
}

/** A page has a path with `/`; a text without one is the root page. */
function pageOf({path, cwd}: VFile): string {
  if (!path) return 'index.md'
  const unix = path.replaceAll('\\', '/')
  const home = `${cwd.replaceAll('\\', '/')}/`
  return (unix.startsWith(home) ? unix.slice(home.length) : unix).replace(/^(?:\.\/|\/)+/, '')
}
