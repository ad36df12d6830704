/** All that a page asks for by name or path, where it says so, and where it leads. */
import type {Definition, Nodes} from 'mdast'
import type {Position} from 'unist'
import type {Bibliography} from '../ast/nodes.js'
import {along} from '../ast/place.js'
import {visitNodes} from '../ast/tree.js'
import {decodeEscapes, docname, documentPath} from '../names/paths.js'
import type {RenderedPage} from '../pipeline/render-page.js'
import {findEntry} from '../references/entries.js'
import {placeOfUrl} from '../references/place-of-url.js'
import type {Resolution} from '../references/resolution.js'
import type {Project} from './create-project.js'

/** Text of a file of the project, as positions count in it, or `undefined` where there is none. */
export type ReadSource = (path: string) => string | undefined

/** What a mention leads to, by what a renaming does not change. */
export interface Goal {
  /** A page or another file, from the root. */
  page: string
  /** What it is there: `page`, `file`, or a line. */
  place: string
  id?: string | undefined
}

/** A name or path in a page. */
export interface Mention {
  /** The page that asks. */
  page: string
  kind: 'reference' | 'definition' | 'picture' | 'html' | 'toctree' | 'file' | 'label'
  /** As it was understood. */
  says: string
  /** Whether escapes count, as in links. */
  isUrl: boolean
  /** Nothing, where it leads nowhere or out of the project. */
  goal?: Goal | undefined
  /** The range of it, perhaps with a scheme, a title or a place on the page around it. */
  position?: Position | undefined
}

/** All mentions of a page; of one kind, in an order that a renaming does not change. */
export function mentionsOf(
  project: Project,
  page: string,
  read: ReadSource,
  {references, tree, reads, files}: RenderedPage = project.render(page)
): Mention[] {
  const {inventory} = project
  const record = inventory.pages.get(page)?.record
  const shown = new Map(files.map((path) => [inventory.fileHref(page, path), path]))
  const out: Mention[] = []
  for (const {path, position} of reads)
    out.push({page, kind: 'file', says: path, isUrl: false, goal: {page: path, place: 'file'}, position})
  for (const {reference, resolution, position} of references) {
    // Of kind `html` below.
    if (reference.role === 'html') continue
    const isUrl = /^(?:link|myst|url)$/.test(reference.role)
    out.push({page, kind: 'reference', says: reference.target, isUrl, goal: goalOf(resolution), position})
  }
  for (const {entries} of record?.tocs ?? [])
    for (const {target, position} of entries) {
      const listed =
        target === 'self' || target === '' ? undefined : findEntry(inventory, page, target)?.record.page
      const goal = listed === undefined ? undefined : {page: listed, place: 'page'}
      out.push({page, kind: 'toctree', says: target, isUrl: false, goal, position})
    }
  for (const {label, id, position} of record?.targets ?? [])
    out.push({
      page,
      kind: 'label',
      says: label,
      isUrl: false,
      goal: {page, place: lineOf(position), id},
      position
    })
  visitNodes(tree, (node) => {
    for (const {kind, says, position} of namedIn(node, read(node.position?.file ?? page) ?? ''))
      out.push({page, kind, says, isUrl: kind !== 'file', goal: goalOfPath(kind, says), position})
  })
  return out

  function goalOfPath(kind: Mention['kind'], says: string): Goal | undefined {
    if (kind === 'picture') {
      const path = shown.get(/^[^?#]*/.exec(says)?.[0] ?? '')
      return path === undefined ? undefined : {page: path, place: 'file'}
    }
    if (kind === 'file') {
      // Of a bibliography, from the page's folder or the root.
      const file = leadsTo(project, read, page, says, false) ?? leadsTo(project, read, '', says, false)
      return file === undefined ? undefined : {page: file, place: 'file'}
    }
    if (kind === 'definition')
      return goalOf(project.resolve(`[x](<${says.replace(/[<>\\]/g, '\\$&')}>)`, {from: page}))
    const [path = '', id] = says.split('#')
    const to = path === '' ? page : leadsTo(project, read, page, path, true)
    if (to === undefined) return
    return id === undefined || id === ''
      ? {page: to, place: 'page'}
      : (placeById(project, to, decodeEscapes(id)) ?? {page: to, place: 'page'})
  }
}

function goalOf(resolution: Resolution): Goal | undefined {
  if (resolution.status === 'missing' || resolution.remote || resolution.page === undefined) return
  const {kind, page, id, position} = resolution
  const place = id === undefined ? kind : lineOf(position)
  return {page, place, ...(id === undefined ? {} : {id})}
}

function lineOf(position: Position | undefined): string {
  return position ? `line ${position.start.line}` : ''
}

/** What bears an id on a page. */
function placeById({inventory}: Project, page: string, id: string): Goal | undefined {
  const index = inventory.pages.get(page)
  const found =
    index?.ids.get(id) ?? index?.implicit.get(id) ?? index?.defined.get(id) ?? index?.anchors.get(id)
  return found && {page, place: lineOf(found.position), id}
}

interface Named {
  kind: 'definition' | 'picture' | 'html' | 'file'
  says: string
  position: Position | undefined
}

/** The addresses that a node holds beside references. */
function namedIn(node: Nodes, source: string): Named[] {
  const picture = (says: string, position: Position | undefined): Named => ({kind: 'picture', says, position})
  switch (node.type) {
    case 'image':
      return [picture(node.url, placeOfUrl(source, node))]
    case 'definition':
      return [{kind: 'definition', says: node.url, position: placeInDefinition(source, node)}]
    case 'html':
      return placesInHtml(source, node.position)
    case 'blockImage':
      return [picture(node.src, node.srcPosition ?? placesInHtml(source, node.position)[0]?.position)]
    case 'video':
    case 'iframe':
      return [picture(node.src, node.srcPosition)]
    case 'bibliography':
      return filesOf(node, source)
    case 'card':
      return (['imageTop', 'imageBottom', 'imageBackground'] as const).flatMap((key) => {
        const says = node[key]
        return says === undefined ? [] : [picture(says, node.imagePositions?.[key])]
      })
    default:
      return []
  }
}

/** The files that a bibliography names. */
function filesOf({options}: Bibliography, source: string): Named[] {
  const {files = '', position} = options ?? {}
  const written = source.slice(position?.start.offset ?? 0, position?.end.offset)
  return files.split(/\s+/).flatMap((says): Named[] => {
    const at = says ? written.indexOf(says) : -1
    return position && at !== -1 ? [{kind: 'file', says, position: within(position, at, says.length)}] : []
  })
}

/** `[label]: address "title"`. */
function placeInDefinition(
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

const htmlAddress =
  /\s(?:src|href|poster)\s*=\s*(?:(["'])(.*?)\1|([^\s"'=<>`]+))|\ssrcset\s*=\s*(["'])(.*?)\4/gi

/** Values of `src`, `href` and the like. Offsets are true; columns only in the first line, which is enough to write. */
function placesInHtml(source: string, position: Position | undefined): Named[] {
  const start = position?.start.offset
  if (!position || start === undefined) return []
  return [...source.slice(start, position.end.offset).matchAll(htmlAddress)].flatMap((match): Named[] => {
    const [whole, quote, quoted, bare, , set] = match
    const value = quoted ?? bare ?? set ?? ''
    const from =
      match.index + whole.length - value.length - (quote !== undefined || set !== undefined ? 1 : 0)
    const parts =
      set === undefined
        ? [{0: value, index: 0}]
        : [...set.matchAll(/(?<![^\s,])[^\s,]+(?=(?:\s[^,]*)?(?:,|$))/g)]
    return parts.map(({0: says, index}) => ({
      kind: 'html',
      says,
      position: within(position, from + index, says.length)
    }))
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
