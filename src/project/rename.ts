/** Renaming a label or moving a page: which letters of which pages change. */
import type {Position} from 'unist'
import {visitNodes} from '../ast/tree.js'
import {normalizeLabel} from '../names/labels.js'
import {docname, documentPath, folderOf} from '../names/paths.js'
import type {AnsweredReference} from '../references/link.js'
import {placeOfUrl} from '../references/place-of-url.js'
import type {Project} from './create-project.js'

/** A piece of a page to replace. */
export interface Edit {
  page: string
  start: number
  end: number
  text: string
}

/** What a renaming changes. */
export interface RenamePlan {
  edits: Edit[]
  /** Places that name the thing and cannot be rewritten, as `page:line:column`. */
  left: string[]
}

interface Written {
  page: string
  position: Position | undefined
  /** Text with its place, or nothing where it is not in the page itself. */
  slice: string | undefined
  start: number
}

/** The new label at its definition and in every reference to it. */
export function planLabel(
  project: Project,
  pages: Readonly<Record<string, string>>,
  old: string,
  wanted: string
): RenamePlan {
  const plan: RenamePlan = {edits: [], left: []}
  const identifier = normalizeLabel(old)
  const target = project.inventory.labels.get(identifier)?.[0]
  if (!target) return plan
  const rewrite = (written: Written): void => {
    const at = labelWithin(written.slice ?? '', identifier, target.id)
    if (at) plan.edits.push({...at, page: written.page, text: wanted, ...shifted(at, written.start)})
    else plan.left.push(placeOfWritten(written))
  }
  rewrite(writtenAt(pages, target.page, target.position))
  for (const page of project.pages) {
    for (const {reference, resolution} of project.render(page).references) {
      if (resolution.status === 'missing' || resolution.page !== target.page || resolution.id !== target.id)
        continue
      if (resolution.inventory === undefined) rewrite(writtenAt(pages, page, reference.position))
    }
  }
  return {...plan, edits: sorted(plan.edits)}
}

/** The paths of every reference, toctree entry and picture that a move changes. */
export function planMove(
  project: Project,
  pages: Readonly<Record<string, string>>,
  old: string,
  wanted: string
): RenamePlan {
  const plan: RenamePlan = {edits: [], left: []}
  const moved = (page: string): string => (page === old ? wanted : page)
  /** A path in a page leads to `to`, from the root, with an ending or without. */
  const rewrite = (written: Written, to: string): void => {
    const {page, slice, start} = written
    const at = slice === undefined ? undefined : pathWithin(slice, page, to)
    // It names no path: a label, say.
    if (slice === undefined || !at) {
      if (slice === undefined) plan.left.push(placeOfWritten(written))
      return
    }
    const path = slice.slice(at.start, at.end)
    const text = pathFrom(moved(page), moved(to), path)
    if (text !== path) plan.edits.push({page, text, ...shifted(at, start)})
  }
  for (const page of project.pages) {
    const source = pages[page] ?? ''
    const {references, tree} = project.render(page)
    for (const answer of references) {
      const to = leadsTo(answer)
      if (to !== undefined && (to === old || page === old))
        rewrite(writtenAt(pages, page, answer.reference.position), to)
    }
    for (const {target, position} of (project.inventory.pages.get(page)?.record.tocs ?? []).flatMap(
      (toc) => toc.entries
    )) {
      const name = documentPath(page, target)
      const entry = project.inventory.docs.get(docname(name))?.record.page
      if (entry !== undefined && (entry === old || page === old))
        rewrite(writtenAt(pages, page, position), entry)
    }
    if (page !== old || folderOf(old) === folderOf(wanted)) continue
    visitNodes(tree, (node) => {
      if (node.type !== 'image' || /^(?:[a-z][a-z\d+.-]*:|\/|#)/i.test(node.url)) return
      const position = placeOfUrl(source, node)
      if (position)
        rewrite(writtenAt(pages, page, position), documentPath(page, sliceOf(source, position) ?? ''))
    })
  }
  return {...plan, edits: sorted(plan.edits)}
}

/** The pages with the edits in them. */
export function applyEdits(
  pages: Readonly<Record<string, string>>,
  edits: readonly Edit[]
): Record<string, string> {
  const out: Record<string, string> = {...pages}
  for (const [page, source] of Object.entries(pages)) {
    let text = ''
    let done = 0
    for (const edit of edits.filter((each) => each.page === page)) {
      text += source.slice(done, edit.start) + edit.text
      done = edit.end
    }
    out[page] = text + source.slice(done)
  }
  return out
}

function leadsTo({resolution}: AnsweredReference): string | undefined {
  return resolution.status === 'missing' || resolution.remote ? undefined : resolution.page
}

/** `label`, `#label`, `page.md#label`, `project:#label`: the label's own letters. */
function labelWithin(
  slice: string,
  identifier: string,
  id: string
): {start: number; end: number} | undefined {
  const start = slice.lastIndexOf('#') + 1
  const name = slice.slice(start)
  return normalizeLabel(name) === identifier || name === id ? {start, end: slice.length} : undefined
}

/** The path in `path`, `path#place`, `project:path`, `Title <path>`. */
function pathWithin(slice: string, page: string, to: string): {start: number; end: number} | undefined {
  const title = /<[^<>]*>\s*$/.exec(slice)
  const start =
    (title ? title.index + 1 : 0) +
    (/^(?:project|path):/i.exec(slice.slice(title ? title.index + 1 : 0))?.[0].length ?? 0)
  const inner = title ? slice.lastIndexOf('>') : slice.length
  const hash = slice.indexOf('#', start)
  const end = hash === -1 ? inner : hash
  const path = documentPath(page, slice.slice(start, end))
  return end > start && (path === to || docname(path) === docname(to)) ? {start, end} : undefined
}

/** A path in the manner of the one before: from the root or the page, with an ending or without. */
function pathFrom(page: string, to: string, like: string): string {
  const ending = docname(like) !== like || docname(to) === to
  const path = ending ? to : docname(to)
  if (like.startsWith('/')) return `/${path}`
  const source = folderOf(page).split('/').filter(Boolean)
  const parts = path.split('/')
  let shared = 0
  while (shared < source.length && shared < parts.length - 1 && source[shared] === parts[shared]) shared++
  const up = source.slice(shared).map(() => '..')
  return [...(like.startsWith('./') && up.length === 0 ? ['.'] : up), ...parts.slice(shared)].join('/')
}

function writtenAt(
  pages: Readonly<Record<string, string>>,
  page: string,
  position: Position | undefined
): Written {
  const slice = position && position.file === undefined ? sliceOf(pages[page] ?? '', position) : undefined
  return {page, position, slice, start: position?.start.offset ?? 0}
}

function sliceOf(source: string, {start, end}: Position): string | undefined {
  return start.offset === undefined || end.offset === undefined
    ? undefined
    : source.slice(start.offset, end.offset)
}

function shifted({start, end}: {start: number; end: number}, by: number): {start: number; end: number} {
  return {start: start + by, end: end + by}
}

function placeOfWritten({page, position}: Written): string {
  return position ? `${position.file ?? page}:${position.start.line}:${position.start.column}` : page
}

/** In the order of the text, each place once. */
function sorted(edits: readonly Edit[]): Edit[] {
  const once = new Map(edits.map((edit) => [`${edit.page}:${edit.start}`, edit]))
  return [...once.values()].sort((a, b) => a.start - b.start)
}
