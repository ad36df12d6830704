/** One page, alone: from its text to its typed tree and its record. */
import type {Root} from 'mdast'
import type {Fault, Report} from '../ast/report.js'
import {type Survey, surveyTree} from '../ast/survey.js'
import {applySpecs} from '../directives/apply.js'
import {genericNames, withCustomDirectives} from '../directives/custom.js'
import {builtInDirectives, mystmdDirectives} from '../directives/index.js'
import {onlyDirective} from '../directives/only.js'
import {createRegistry, type Registry} from '../directives/registry.js'
import {englishWords, wordsOf} from '../html/words.js'
import {own} from '../names/own.js'
import {collect} from '../references/collect.js'
import type {PageRecord} from '../references/record.js'
import {builtInRoles} from '../roles/index.js'
import {createParser, type ParserFactory, type ParserOptions} from '../syntax/parser.js'
import {reportColonFences} from '../transforms/colon-fences-off.js'
import {type FrontMatter, kernelLanguage, readFrontMatter} from '../transforms/front-matter.js'
import {limitDepth} from '../transforms/limit-depth.js'
import {appendRest, cutAt, limitNodes} from '../transforms/limit-size.js'
import {runGenericPasses} from './generic-passes.js'
import {
  type Config,
  type ExtensionName,
  extensionNames,
  lacksPlugin,
  limitsOf,
  type Plugins
} from './options.js'
import {readPageConfig} from './page-config.js'
import {createPageHost, type FileRead, type ReadFile} from './page-host.js'
import {runSourceChecks} from './source-checks.js'
import {runTypedPasses} from './typed-passes.js'

/** A page compiled: what linking and rendering need of it. */
export interface CompiledPage {
  page: string
  /** As parsed: without a byte order mark. */
  source: string
  /** `native`, or `remark` and, where the native engine was asked first, why it could not read the page exactly. */
  parsedBy: string
  tree: Root
  /** The types of the nodes that the page holds or includes. */
  types: ReadonlySet<string>
  record: PageRecord
  frontMatter: FrontMatter
  /** What was wrong with the page by itself. */
  faults: Fault[]
  /** Files that stand in it or were read for it, with their texts. */
  texts: ReadonlyMap<string, string>
  reads: readonly FileRead[]
}

/** A page whose tree is typed, and which may be recorded. */
interface TypedPage extends Omit<CompiledPage, 'record'> {
  record: () => PageRecord
}

/** Compiles pages with one configuration. */
export interface Compiler {
  registry: Registry
  /** The switches of the syntax, for a processor of somebody else's. */
  syntax: ParserOptions
  compile(page: string, source: string): CompiledPage
  /** A page's typed tree, for who needs no record of it. */
  typed(page: string, source: string): Pick<CompiledPage, 'source' | 'tree' | 'faults'>
  /** The same for a tree that is parsed already; it is changed in place. */
  compileTree(page: string, source: string, tree: Root): CompiledPage
  /** The generic tree alone, before any directive or role is looked at. */
  parse(source: string): Root
}

/**
 * Make a compiler: the registry and the parser are built once.
 *
 * @throws TypeError where an extension is named whose plug-in is not there.
 * @param read gives the text of a file of the project, for what pages include.
 */
export function createCompiler(config: Config, plugins: Plugins, read?: ReadFile): Compiler {
  for (const name of config.extensions === 'all' ? [] : (config.extensions ?? [])) {
    const lack = lacksPlugin(name, plugins)
    if (lack) throw new TypeError(`mystmark: the configuration is wrong: "extensions": ${lack}`)
  }
  const registry = createRegistry({
    directives: withCustomDirectives(
      [
        ...withCustomDirectives(
          config.flavour === 'mystmd' ? [...builtInDirectives, ...mystmdDirectives] : builtInDirectives,
          config.genericDirectives ? genericNames : undefined
        ),
        onlyDirective(config.tags ?? []),
        ...(plugins.citations?.directives ?? []),
        ...(plugins.directives ?? [])
      ],
      config.customDirectives
    ),
    roles: [...builtInRoles, ...(plugins.citations?.roles ?? []), ...(plugins.roles ?? [])]
  })
  const limits = limitsOf(config)
  const syntaxOf = (on: ReadonlySet<ExtensionName>): ParserOptions => ({
    registry,
    colonFence: on.has('colon_fence'),
    genericDirectives: config.genericDirectives,
    fences: config.fenceAsDirective ?? (isSphinx(config) ? [] : ['math', 'mermaid']),
    blockAttributes: on.has('attrs_block'),
    inlineAttributes: on.has('attrs_inline') ? true : on.has('attrs_image') ? 'images' : false,
    substitution: on.has('substitution'),
    dollarMath: on.has('dollarmath') && {
      allowSpace: config.dollarmath?.allowSpace ?? false,
      allowDigits: config.dollarmath?.allowDigits,
      doubleInline: config.dollarmath?.doubleInline ?? true
    },
    amsmath: on.has('amsmath'),
    definitionList: on.has('deflist'),
    fieldList: on.has('fieldlist'),
    addresses: on.has('linkify') || on.has('gfm_autolink'),
    citations: on.has('citations') && plugins.citations?.syntax,
    strikethrough: on.has('strikethrough'),
    taskList: on.has('tasklist')
  })
  const parsers = new Map<string, ReturnType<ParserFactory>>()
  const parserFor = (on: ReadonlySet<ExtensionName>): ReturnType<ParserFactory> => {
    const key = [...on].sort().join()
    const known = parsers.get(key)
    if (known) return known
    const made = (plugins.parser ?? createParser)(syntaxOf(on))
    parsers.set(key, made)
    return made
  }
  const ofProject = extensionsOf(config)
  const syntax = syntaxOf(ofProject)
  const parse = parserFor(ofProject)

  const words: Partial<Record<string, string>> = {
    ...englishWords,
    ...wordsOf(config.language, plugins.translations),
    ...plugins.words
  }
  const nameOf = (kind: string): string | undefined => own(words, kind)

  const typeTree = (page: string, source: string, tree: Root, parsedBy = 'remark'): TypedPage => {
    const faults: Fault[] = []
    const report: Report = (fault) => faults.push(fault)
    const frontMatter = readFrontMatter(tree, source, report)
    const own = readPageConfig(frontMatter, tree, source, plugins, report)
    const on = own.extensions.length > 0 ? new Set([...ofProject, ...own.extensions]) : ofProject
    const parsePart = on === ofProject ? parse : parserFor(on)
    let nodes = 0
    /** Keep a tree of text to the page's limits. */
    const limit = (part: Root, text: string, told: Report): Survey => {
      const given = surveyTree(part, limits.depth)
      const left = limits.nodes - nodes
      nodes += given.count - 1
      if (nodes > limits.nodes) limitNodes(part, text, left, told)
      return limitDepth(part, text, limits.depth, told, nodes > limits.nodes ? undefined : given)
    }
    /** A tree of text as far as directives take it. */
    const settle = (part: Root, text: string, told: Report): Root => {
      const seen = limit(part, text, told)
      if (!on.has('colon_fence') && !config.genericDirectives) reportColonFences(part, told)
      const checked = runSourceChecks(part, {
        source: text,
        seen,
        depth: limits.depth,
        registry,
        colonFence: on.has('colon_fence') || config.genericDirectives === true,
        report: told
      })
      runGenericPasses(part, {
        source: text,
        seen: checked,
        on,
        config,
        limits,
        page: own,
        typography: plugins.typography,
        parse: parsePart,
        report: told
      })
      return part
    }
    settle(tree, source, report)
    const prepare = (text: string, told: Report): Root => settle(parsePart(text), text, told)
    const {host, texts, reads, included} = createPageHost({
      page,
      registry,
      prepare,
      read,
      kernelLanguage: kernelLanguage(frontMatter),
      fileTools: plugins.fileTools,
      limits,
      report
    })
    applySpecs(tree, registry, report, host)
    const {seen, identified, blocks} = runTypedPasses(tree, {
      source,
      frontMatter,
      config,
      limits,
      page: own,
      passes: plugins.passes,
      report
    })
    // A set of its own: pages are kept, and the survey has lists of their nodes.
    const types = new Set(seen.types.keys())
    const title = typeof frontMatter.title === 'string' ? frontMatter.title : undefined
    return {
      page,
      source,
      parsedBy,
      tree,
      types,
      record: () => ({
        ...collect(page, tree, types, identified, blocks, {title, wins: config.flavour === 'mystmd'}, nameOf),
        ...(included.size > 0 ? {includes: [...included]} : {}),
        // Sphinx asks for the key alone.
        ...(frontMatter.orphan !== undefined && frontMatter.orphan !== false ? {orphan: true} : {})
      }),
      frontMatter,
      faults,
      texts,
      reads
    }
  }
  /** Extensions that a page turns on for itself are known once it is parsed; few pages do. */
  const parsePage = (source: string, tell: (parsedBy: string) => void): Root => {
    const tree = parse(source, tell)
    const first = tree.children[0]
    if (first?.type !== 'yaml' || !first.value.includes('enable_extensions')) return tree
    const quiet: Report = () => {}
    const {extensions} = readPageConfig(readFrontMatter(tree, source, quiet), tree, source, plugins, quiet)
    const more = extensions.filter((name) => !ofProject.has(name))
    return more.length > 0 ? parserFor(new Set([...ofProject, ...more]))(source, tell) : tree
  }
  const typed = (page: string, text: string): TypedPage => {
    const source = text.startsWith('\ufeff') ? text.slice(1) : text
    const end = cutAt(source, limits.length)
    let parsedBy: string | undefined
    const tree = parsePage(source.slice(0, end), (engine) => {
      parsedBy = engine
    })
    if (end === source.length) return typeTree(page, source, tree, parsedBy)
    const faults: Fault[] = []
    appendRest(tree, source, end, (fault) => faults.push(fault))
    const made = typeTree(page, source, tree, parsedBy)
    made.faults.push(...faults)
    return made
  }
  const recorded = (made: TypedPage): CompiledPage => ({...made, record: made.record()})
  return {
    registry,
    parse: (source) => parse(source),
    syntax,
    typed,
    compile: (page, source) => recorded(typed(page, source)),
    compileTree: (page, source, tree) => recorded(typeTree(page, source, tree))
  }
}

/** Sphinx shows such fences as code unless it is told; GitHub and mystmd draw them. */
function isSphinx({flavour}: Config): boolean {
  return flavour === 'sphinx' || flavour === 'jupyter-book'
}

/** What changes text that has no markup, and the flavours whose own tools do so unasked. */
const optIn: Partial<Record<ExtensionName, readonly Config['flavour'][]>> = {
  citations: ['mystmd'],
  fieldlist: [],
  gfm_autolink: [],
  linkify: ['jupyter-book', 'mystmd'],
  replacements: [],
  smartquotes: ['mystmd']
}

/** Extensions that are on: those named, or all that cannot change the meaning of plain prose, and the flavour's own. */
export function extensionsOf({extensions, flavour, smartquotes}: Config): ReadonlySet<ExtensionName> {
  if (extensions === 'all') return new Set(extensionNames)
  const on = new Set(extensions ?? extensionNames.filter((name) => optIn[name]?.includes(flavour) ?? true))
  if (smartquotes === false && !extensions) on.delete('smartquotes')
  return on
}
