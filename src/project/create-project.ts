/** Many pages in memory: compiled each for itself, linked once, rendered one by one. */
import type {VFileMessage} from 'vfile-message'
import {visitNodes} from '../ast/tree.js'
import {docname, encodePath} from '../names/paths.js'
import {type CompiledPage, createCompiler} from '../pipeline/compile.js'
import {type Config, checkConfig, type Plugins} from '../pipeline/options.js'
import {type RenderedPage, renderPage} from '../pipeline/render-page.js'
import {createInventory, type Inventory} from '../references/inventory.js'
import {linkTree} from '../references/link.js'
import type {ExternalInventory} from '../references/objects-inv.js'
import {type PageRecord, placeOf, type TargetRecord, type TocRecord} from '../references/record.js'
import type {Resolution} from '../references/resolution.js'
import type {SayWhyNot} from '../references/search.js'
import type {FrontMatter} from '../transforms/front-matter.js'
import {attempt, pageFailed} from './page-failed.js'

/** What a project is made of. */
export interface ProjectOptions extends Plugins {
  /** Sources by path from the root, with `/`: `about/team.md`. Where no toctree lists them, their order decides which of two equal labels wins. */
  pages: Readonly<Record<string, string>>
  /** Inventories of other projects by the key that authors use. */
  inventories?: Readonly<Record<string, ExternalInventory>> | undefined
  /** Text of any other file of the project, or `undefined` where there is none. Without it, no path is checked. */
  files?: ((path: string) => string | undefined) | undefined
  config?: Config | undefined
  /** Has what `resolve` answers say why a step found nothing: `whyNot` of this package. */
  whyNot?: SayWhyNot | undefined
  /**
   * What is known of pages in other formats: references lead to them, and are marked; nothing of them is rendered.
   * None of them is in `pages`.
   */
  unrendered?: readonly PageRecord[] | undefined
  /** Toctrees by the page that they stand on, behind all else there: a table of contents of the project's own. */
  tocs?: Readonly<Record<string, readonly ProjectToc[]>> | undefined
}

/** A toctree that no page's text has. */
export type ProjectToc = Omit<TocRecord, 'after' | 'blocks' | 'glob'>

/** A project of pages. */
export interface Project {
  /** Paths of the pages, in order. */
  readonly pages: readonly string[]
  readonly inventory: Inventory
  /** Render a page. Never throws on text; what a plug-in throws gets through. */
  render(page: string): RenderedPage
  /** Ask where some markup leads: a role, a link, an autolink. */
  resolve(markup: string, options: {from: string}): Resolution
  /** Messages of all pages; a page that cannot be rendered has one with the rule `page-failed`. */
  check(): VFileMessage[]
}

/**
 * Make a project.
 *
 * @throws TypeError where `pages` is no record of strings, a path is not relative, or the configuration is wrong.
 * @example
 * const project = createProject({pages: {'index.md': '# Home\n\nSee {doc}`team`.', 'team.md': '# Team'}})
 * project.render('index.md').html
 */
export function createProject(options: ProjectOptions): Project {
  const {
    pages: sources,
    inventories = {},
    files,
    tocs,
    unrendered = [],
    whyNot,
    ...plugins
  } = checkOptions(options)
  const config = checkConfig(options.config)
  const read = (path: string): string | undefined =>
    Object.hasOwn(sources, path) ? sources[path] : files?.(path)
  const compiler = createCompiler(config, plugins, read)
  const pages = Object.keys(sources)
  const compiled = new Map<string, CompiledPage>()
  let inventory: Inventory | undefined
  const hasFile =
    files && remembered((path: string) => Object.hasOwn(sources, path) || files(path) !== undefined)

  const compile = (page: string): CompiledPage => {
    const source = sources[page]
    if (source === undefined)
      throw new RangeError(
        `mystmark: the project has no page "${page}"; its pages are paths such as "${pages[0] ?? 'index.md'}"`
      )
    const known = compiled.get(page)
    if (known) return known
    const made = compiler.compile(page, source)
    compiled.set(page, made)
    return made
  }
  const soundly = (page: string): CompiledPage | undefined => {
    const made = attempt(() => compile(page))
    return 'error' in made ? undefined : made.value
  }
  const link = (): Inventory => {
    if (inventory) return inventory
    // A page that breaks has no labels; whoever renders it gets the error.
    const own = pages.flatMap((page) => soundly(page)?.record ?? [])
    const records = [...own, ...unrendered].map((record) => withTocs(record, tocs?.[record.page]))
    inventory = createInventory({
      records,
      external: inventories,
      url: plugins.url ?? htmlUrl,
      base: config.base,
      numbering: config.numbering,
      flavour: config.flavour,
      urlSchemes: config.urlSchemes,
      index: config.index,
      citations: (ordered) => plugins.citations?.index({pages: ordered, config, files: read}),
      elsewhere: plugins.elsewhere,
      rawHtml: plugins.parseHtml !== undefined
    })
    for (const same of inventory.labels.values()) reportDuplicates(same, soundly)
    const seen = {
      inventory,
      index: config.index,
      frontMatter: (page: string): FrontMatter => soundly(page)?.frontMatter ?? {}
    }
    for (const check of plugins.checks ?? [])
      for (const {page, ...fault} of check(seen)) soundly(page)?.faults.push(fault)
    return inventory
  }
  const render = (page: string): RenderedPage => {
    const each = compile(page)
    return renderPage(each, {
      config,
      plugins,
      inventory: link(),
      hasFile,
      treeOf: (other) => soundly(other)?.tree
    })
  }

  return {
    pages,
    get inventory() {
      return link()
    },
    render,
    resolve(markup, options) {
      const {from} = checkPlace(markup, options)
      compile(from)
      return resolveMarkup(markup, from, link())
    },
    check: () =>
      pages.flatMap((page) => {
        const made = attempt(() => render(page))
        return 'error' in made ? [pageFailed(page, made.error)] : made.value.messages
      })
  }

  function resolveMarkup(markup: string, from: string, known: Inventory): Resolution {
    const {tree, source} = compiler.typed(from, markup)
    const {references} = linkTree(tree, {
      inventory: known,
      page: from,
      source,
      hasFile,
      whyNot,
      report: () => {}
    })
    const first = references[0]
    if (first) return first.resolution
    let bare = ''
    visitNodes(tree, (node) => {
      if (node.type === 'text' || node.type === 'inlineCode') bare += node.value
    })
    return {
      status: 'missing',
      ruleId: 'no-reference',
      reason: `"${bare || markup}" is no reference; write a role such as {doc}\`page\` or a link such as [text](target)`,
      suggestions: [],
      tried: []
    }
  }
}

function withTocs(record: PageRecord, more: readonly ProjectToc[] = []): PageRecord {
  const place = {glob: false, behind: true, after: record.headings.length, blocks: record.numbers.length}
  return more.length > 0
    ? {...record, tocs: [...record.tocs, ...more.map((toc) => ({...toc, ...place}))]}
    : record
}

/** Where a page's HTML stands if nobody says otherwise. */
export function htmlUrl(page: string): string {
  return encodePath(`${docname(page)}.html`)
}

/** Callers without types may give anything. */
function checkPlace(markup: unknown, options: Partial<{from: unknown}> | undefined): {from: string} {
  const from = options?.from
  if (typeof markup !== 'string' || typeof from !== 'string')
    throw new TypeError(
      'mystmark: resolve takes a reference as text and {from: "path.md"}, the page it stands on'
    )
  return {from}
}

function checkOptions(options: ProjectOptions): ProjectOptions {
  if (
    typeof options !== 'object' ||
    options === null ||
    typeof options.pages !== 'object' ||
    options.pages === null
  ) {
    throw new TypeError('mystmark: createProject takes {pages: {"path.md": "source"}}')
  }
  for (const [page, source] of Object.entries(options.pages)) {
    if (typeof source !== 'string') throw new TypeError(`mystmark: the source of page "${page}" is no string`)
    if (page.startsWith('/') || page.includes('\\') || page.split('/').includes('..'))
      throw new TypeError(`mystmark: "${page}" is no path from the project's root, with "/"`)
  }
  for (const [key, inventory] of Object.entries(options.inventories ?? {})) {
    if (!Array.isArray(inventory?.entries))
      throw new TypeError(`mystmark: the inventory "${key}" is not what readObjectsInv returns`)
  }
  return options
}

/** The first of some equal labels keeps the name; every other one is told. */
function reportDuplicates(
  [first, ...others]: readonly TargetRecord[],
  compiledPage: (page: string) => CompiledPage | undefined
): void {
  for (const {page, label, position} of others) {
    // One text that is included twice is no fault of its author.
    if (!first || first.page === page || placeOf(first) === placeOf({page, position})) continue
    compiledPage(page)?.faults.push({
      ruleId: 'duplicate-label',
      reason: `the label "${label}" is also at ${placeOf(first)}, which other pages get; choose another`,
      position
    })
  }
}

function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const old = known.get(key)
    if (old !== undefined) return old
    const value = make(key)
    known.set(key, value)
    return value
  }
}
