/** Where a page names other pages and files by their paths. */
import type {Definition, Nodes} from 'mdast'
import type {Position} from 'unist'
import {along} from '../ast/place.js'
import {visitNodes} from '../ast/tree.js'
import {decodeEscapes, docname, documentPath} from '../names/paths.js'
import {placeOfUrl} from '../references/place-of-url.js'
import type {Project} from './create-project.js'

/** Text of a file of the project, as positions count in it, or `undefined` where there is none. */
export type ReadSource = (path: string) => string | undefined

/** A path as it is written. */
export interface Mention {
  /** The page that asks. */
  page: string
  /** The range of the path, perhaps with a scheme, a title or a place on the page around it. */
  position: Position | undefined
  /** What it leads to, from the root; looked up where it is left out. */
  to?: string | undefined
  /** Whether escapes count, as in links. */
  isUrl: boolean
}

/** All that a page names by path: in references, toctrees, pictures, definitions, included files and raw HTML. */
export function mentionsOf(project: Project, page: string, read: ReadSource): Mention[] {
  const {references, tree, reads} = project.render(page)
  const out: Mention[] = reads.map(({path, position}) => ({page, position, to: path, isUrl: false}))
  for (const {reference, resolution, position} of references) {
    if (resolution.status === 'missing' || resolution.remote || resolution.page === undefined) continue
    // A label is no path, whatever it looks like; `page#label` has one.
    if (!/^(?:page|file)$/.test(resolution.kind) && !reference.target.includes('#')) continue
    out.push({page, position, to: resolution.page, isUrl: /^(?:link|myst|url)$/.test(reference.role)})
  }
  for (const {entries} of project.inventory.pages.get(page)?.record.tocs ?? [])
    for (const {position} of entries) out.push({page, position, isUrl: false})
  visitNodes(tree, (node) => {
    for (const position of pathsIn(node, read(node.position?.file ?? page) ?? ''))
      out.push({page, position, isUrl: true})
  })
  return out
}

function pathsIn(node: Nodes, source: string): (Position | undefined)[] {
  switch (node.type) {
    case 'image':
      return [placeOfUrl(source, node)]
    case 'definition':
      return [placeInDefinition(source, node)]
    case 'html':
      return placesInHtml(source, node.position)
    case 'blockImage':
      return node.srcPosition ? [node.srcPosition] : placesInHtml(source, node.position)
    case 'video':
    case 'iframe':
      return [node.srcPosition]
    case 'card':
      return Object.values(node.imagePositions ?? {})
    default:
      return []
  }
}

/** `[label]: address "title"`. */
export function placeInDefinition(
  source: string,
  {url, writtenUrl = url, position}: Definition
): Position | undefined {
  const start = position?.start.offset
  if (!position || start === undefined) return
  const text = source.slice(start, position.end.offset)
  const at = text.indexOf(writtenUrl, text.indexOf(']:'))
  // On the line where it begins: columns count along it.
  return at === -1 || text.slice(0, at).includes('\n') ? undefined : within(position, at, writtenUrl.length)
}

/** Values of `src` and `href`. Offsets are true; columns only in the first line, which is enough to write. */
function placesInHtml(source: string, position: Position | undefined): Position[] {
  const start = position?.start.offset
  if (!position || start === undefined) return []
  return [
    ...source.slice(start, position.end.offset).matchAll(/\s(?:src|href|poster)\s*=\s*(["'])(.*?)\1/gi)
  ].map((match) => {
    const path = match[2] ?? ''
    return within(position, match.index + match[0].length - 1 - path.length, path.length)
  })
}

function within(position: Position, at: number, length: number): Position {
  const start = along(position.start, at)
  return {...position, start, end: along(start, length)}
}

/** The path in `path`, `path#place`, `project:path`, `Title <path>`, `<path>`. */
export function pathWithin(slice: string): {start: number; end: number} {
  const title = /<[^<>]*>\s*$/.exec(slice)
  const from = title ? title.index + 1 : 0
  const start = from + (/^(?:project|path):/i.exec(slice.slice(from))?.[0].length ?? 0)
  const inner = title ? slice.lastIndexOf('>') : slice.length
  const after = slice.slice(start, inner).search(/[?#]/)
  return {start, end: after === -1 ? inner : start + after}
}

/** The page or file that a path leads to, counted from a file. */
export function leadsTo(
  {inventory: {docs}}: Project,
  read: ReadSource,
  from: string,
  path: string,
  isUrl: boolean
): string | undefined {
  if (path === '' || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(path)) return
  const full = documentPath(from, isUrl ? decodeEscapes(path) : path)
  const page = docs.get(full) ?? docs.get(docname(full)) ?? docs.get(full.replace(/\.html$/i, ''))
  return page?.record.page ?? (read(full) === undefined ? undefined : full)
}
