/** One page by itself: text in, tree or HTML out. */
import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import {createInventory} from '../references/inventory.js'
import type {ExternalInventory} from '../references/objects-inv.js'
import {type Compiler, createCompiler} from './compile.js'
import {sortFaults, toMessage} from './messages.js'
import {type Config, checkConfig, type Plugins} from './options.js'
import {type RenderedPage, renderPage} from './render-page.js'

export interface ParseOptions
  extends Pick<Plugins, 'passes' | 'citations' | 'directives' | 'parser' | 'roles' | 'typography'> {
  /** For messages. */
  path?: string | undefined
  config?: Config | undefined
  /** Takes the messages. */
  file?: VFile | undefined
}

export interface RenderOptions extends Plugins {
  /** For messages, and for references that count from the page's folder. */
  path?: string | undefined
  config?: Config | undefined
  /** Texts of `.bib` files by name; `bibliography` of the configuration may choose among them. */
  bibliography?: Readonly<Record<string, string>> | undefined
  /** Inventories of other projects by the key that authors use. */
  inventories?: Readonly<Record<string, ExternalInventory>> | undefined
}

/**
 * Parse MyST to a typed tree. References in it are not resolved.
 *
 * @param source Markdown; offsets in the tree count its UTF-16 units, without a byte order mark.
 * @throws TypeError where the configuration is wrong; never on text.
 * @example
 * parse(':::{note}\nHello\n:::').children[0] // {type: 'admonition', kind: 'note', …}
 */
export function parse(source: string, options: ParseOptions = {}): Root {
  checkSource(source)
  const {tree, faults} = compilerFor(checkConfig(options.config), options).typed(options.path ?? '', source)
  const path = options.path ?? options.file?.path
  for (const fault of sortFaults(faults)) options.file?.messages.push(toMessage(fault, path))
  return tree
}

/**
 * Render one page by itself: references are resolved within it and in `inventories`; paths stay as they are.
 *
 * @throws TypeError where the configuration is wrong; never on text.
 * @example
 * render('# Hello {sub}`2`').html // '<h1 id="hello-2">Hello <sub>2</sub></h1>'
 */
export function render(source: string, options: RenderOptions = {}): RenderedPage {
  checkSource(source)
  const {path = 'index.md', inventories = {}, bibliography = {}, config: given, ...plugins} = options
  const config = checkConfig(given)
  const compiled = compilerFor(config, plugins).compile(path, source)
  const inventory = createInventory({
    records: [compiled.record],
    external: inventories,
    url: plugins.url ?? ((page) => page),
    base: config.base,
    numbering: config.numbering,
    flavour: config.flavour,
    urlSchemes: config.urlSchemes,
    index: config.index,
    citations: (pages) => plugins.citations?.index({pages, config, files: bibliography}),
    elsewhere: plugins.elsewhere,
    rawHtml: plugins.parseHtml !== undefined
  })
  return renderPage(compiled, {config, plugins, inventory})
}

const compilers = new Map<
  string,
  {made: Compiler} & Pick<Plugins, 'passes' | 'citations' | 'typography' | 'parser'>
>()

/** Most callers render many texts in one way, and a compiler is dearer than a short text. */
function compilerFor(config: Config, plugins: Plugins): Compiler {
  if (plugins.directives || plugins.roles) return createCompiler(config, plugins)
  const key = JSON.stringify(config)
  const known = compilers.get(key)
  const {passes, citations, typography, parser} = plugins
  const used = {passes, citations, typography, parser}
  const same = (['passes', 'citations', 'typography', 'parser'] as const).every(
    (name) => known?.[name] === used[name]
  )
  if (known && same) return known.made
  const made = createCompiler(config, used)
  if (compilers.size >= 16) compilers.clear()
  compilers.set(key, {made, ...used})
  return made
}

function checkSource(source: string): void {
  if (typeof source !== 'string') throw new TypeError('mystmark: the source is no string')
}
