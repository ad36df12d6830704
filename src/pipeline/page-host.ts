/** What directives ask of a page: other files' text, read and typed in place. */
import type {Nodes, PhrasingContent, Root} from 'mdast'
import type {Point, Position} from 'unist'
import type {FileTools, IncludedPart, PageHost, PlacedText, ProjectFile} from '../ast/host.js'
import type {Limits} from '../ast/limits.js'
import type {FlowContent} from '../ast/nodes.js'
import {changePositions} from '../ast/positions.js'
import type {Report} from '../ast/report.js'
import {visitNodes} from '../ast/tree.js'
import {applySpecs} from '../directives/apply.js'
import type {Registry} from '../directives/registry.js'
import {projectPath} from '../names/paths.js'
import {rebaseUrls} from '../transforms/rebase-urls.js'

/** Text of a file of the project, or `undefined` where there is none. */
export type ReadFile = (path: string) => string | undefined

export interface PageHostOptions {
  page: string
  registry: Registry
  /** Text to generic tree. */
  prepare(source: string, report: Report): Root
  /** Left out where a page stands by itself. */
  read?: ReadFile | undefined
  /** The language of cells that name none. */
  kernelLanguage?: string | undefined
  fileTools?: FileTools | undefined
  limits: Pick<Limits, 'includes' | 'included'>
  report: Report
}

/** Files that include each other. */
const maxChain = 50

/** A file whose text a page takes, and where it says so. */
export interface FileRead {
  path: string
  position?: Position | undefined
}

/**
 * Make the host of a page; `texts` gets every file that is read, `reads` every place that asks for one, `included`
 * those that stand in the page as a part of it.
 */
export function createPageHost({
  page,
  registry,
  prepare,
  read,
  kernelLanguage,
  fileTools,
  limits,
  report: tell
}: PageHostOptions): {
  host: PageHost
  texts: ReadonlyMap<string, string>
  reads: readonly FileRead[]
  included: ReadonlySet<string>
} {
  const included = new Set<string>()
  const texts = new Map<string, string>()
  const reads: FileRead[] = []
  const told = new Set<string>()
  let characters = 0
  let includes = 0
  return {host: hostOf([page], tell), texts, reads, included}

  function hostOf(chain: readonly string[], report: Report): PageHost {
    return {
      readFile: (path, position) => readFile(chain, path, position, report),
      include: (part) => include(chain, part, report),
      parse: (text) => parse(chain, text, report),
      inline(text) {
        const [only] = parse(chain, text, report, true)
        return only?.type === 'paragraph' ? only.children : []
      },
      kernelLanguage,
      fileTools,
      reportOnce(fault) {
        const key = `${fault.ruleId} ${fault.reason}`
        if (told.has(key)) return
        told.add(key)
        report(fault)
      }
    }
  }

  /** A path counts from the file that names it; where nothing is there, from the page. */
  function readFile(
    chain: readonly string[],
    path: string,
    position: Position | undefined,
    report: Report
  ): ProjectFile | undefined {
    if (!read) {
      report({
        ruleId: 'no-files',
        reason: `"${path}" cannot be read: the page stands by itself, without the files of a project`,
        position
      })
      return
    }
    for (const from of new Set([chain.at(-1) ?? page, page])) {
      const full = /[\\\0]/.test(path) ? undefined : projectPath(from, path)
      const text = full ? (texts.get(full) ?? read(full)) : undefined
      if (full === undefined || text === undefined) continue
      const bare = text.startsWith('\ufeff') ? text.slice(1) : text
      texts.set(full, bare)
      reads.push({path: full, position})
      return {path: full, text: bare}
    }
    const full = projectPath(chain.at(-1) ?? page, path)
    report({
      ruleId: 'unknown-file',
      reason:
        full === undefined
          ? `"${path}" leads out of the project; files count from the page's folder, with / from the root`
          : `there is no file "${full}" in the project; paths count from the page's folder, with / from the root`,
      position
    })
    return
  }

  /** @param inline as running text: as the argument of a directive, where no block can begin. */
  function parse(
    chain: readonly string[],
    {text, point, file, from}: PlacedText,
    report: Report,
    inline = false
  ): FlowContent[] {
    const move = ({offset = 0}: Point): Point =>
      point(inline ? Math.min(Math.max(0, offset - argument.length), text.length) : offset)
    const moved = (position: Position): Position => ({
      start: move(position.start),
      end: move(position.end),
      ...(file === undefined ? {} : {file, ...(from ? {from} : {})})
    })
    const tree = prepare(inline ? `${argument}${text.replace(/[\r\n]/g, ' ')}\n~~~` : text, (fault) =>
      report(fault.position ? {...fault, position: moved(fault.position)} : fault)
    )
    if (inline) tree.children = [{type: 'paragraph', children: argumentOf(tree)}]
    changePositions(tree, {position: moved, point: move})
    applySpecs(tree, registry, report, hostOf(chain, report))
    return tree.children.filter((child): child is FlowContent => child.type !== 'yaml')
  }

  function include(chain: readonly string[], part: IncludedPart, report: Report): FlowContent[] | undefined {
    const {file, start, end, from} = part
    if (chain.includes(file.path)) {
      const loop = [...chain, file.path].join(' > ')
      report({ruleId: 'include-loop', reason: `files include each other: ${loop}`, position: from})
      return
    }
    included.add(file.path)
    characters += end - start
    includes++
    if (characters > limits.included || includes > limits.includes || chain.length > maxChain) {
      report({
        ruleId: 'include-limit',
        reason: `a page includes at most ${limits.includes} files, ${maxChain} in each other, with ${limits.included} characters; "${file.path}" is left out`,
        position: from
      })
      return
    }
    const located = (position: Position): Position =>
      position.file === undefined ? {...position, file: file.path, ...(from ? {from} : {})} : position
    const inFile: Report = (fault) =>
      report(fault.position ? {...fault, position: located(fault.position)} : fault)
    const move = mover(file.text, start)
    const moved = (position: Position): Position => ({start: move(position.start), end: move(position.end)})
    const tree = prepare(file.text.slice(start, end), (fault) =>
      inFile(fault.position ? {...fault, position: moved(fault.position)} : fault)
    )
    // Before the specs run, as an include in this file asks where it stands.
    changePositions(tree, {position: (position) => located(moved(position)), point: move})
    applySpecs(tree, registry, inFile, hostOf([...chain, file.path], inFile))
    changePositions(tree, {position: located})
    deepenHeadings(tree, part.headingOffset ?? 0)
    rebaseUrls(tree, {
      from: file.path,
      to: chain.at(-1) ?? page,
      exists: (path) => texts.has(path) || read?.(path) !== undefined,
      relativeDocs: part.relativeDocs,
      relativeImages: part.relativeImages
    })
    // The front matter of an included file is about that file.
    return tree.children.filter((child): child is FlowContent => child.type !== 'yaml')
  }
}

/** Opens a directive that none is called. */
const argument = '~~~{=} '

function argumentOf(tree: Root): PhrasingContent[] {
  const directive = tree.children[0]
  const first = directive?.type === 'mystDirective' ? directive.children[0] : undefined
  return first?.type === 'mystDirectiveArgument' ? first.children : []
}

/** From points of a part to points of the whole text. */
function mover(text: string, start: number): (point: Point) => Point {
  const before = text.slice(0, start)
  const lines = before.split(/\r\n|\n|\r/)
  const columns = lines.at(-1)?.length ?? 0
  return ({line, column, offset}) => ({
    line: line + lines.length - 1,
    column: line === 1 ? column + columns : column,
    offset: (offset ?? 0) + start
  })
}

function deepenHeadings(tree: Root, by: number): void {
  if (by === 0) return
  visitNodes(tree, (node: Nodes) => {
    if (node.type === 'heading') node.depth = depths[Math.max(1, Math.min(6, node.depth + by)) - 1] ?? 6
    return undefined
  })
}

const depths = [1, 2, 3, 4, 5, 6] as const
