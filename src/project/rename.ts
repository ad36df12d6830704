/** Renaming a label or moving a page: which letters of which files change. */
import type {Position} from 'unist'
import {visitNodes} from '../ast/tree.js'
import {normalizeLabel} from '../names/labels.js'
import {docname, folderOf} from '../names/paths.js'
import type {Project} from './create-project.js'
import {leadsTo, mentionsOf, pathWithin, placeInDefinition, type ReadSource} from './mentions.js'

/** A piece of a page, or of a file that pages include, to replace. */
export interface Edit {
  file: string
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

interface Range {
  start: number
  end: number
}

/** Collects edits: each place once, and none where two pages that include a text want two things of it. */
function startPlan() {
  const wanted = new Map<string, Edit & {place: string; was: string}>()
  const left = new Set<string>()
  return {
    leave: (page: string, position: Position | undefined): void => void left.add(placeOf(page, position)),
    /** Put `text` in place of a range of the written place; also where nothing changes by it. */
    want(page: string, position: Position, slice: string, {start, end}: Range, text: string): void {
      const file = position.file ?? page
      const from = position.start.offset ?? 0
      const key = `${file}:${from + start}`
      const known = wanted.get(key)
      const place = placeOf(page, position)
      if (known && known.text !== text) left.add(place)
      wanted.set(key, {
        ...{file, start: from + start, end: from + end, text},
        ...{place, was: slice.slice(start, end)}
      })
    },
    done: (): RenamePlan => ({
      edits: [...wanted.values()]
        .filter(({text, was}) => text !== was)
        .map(({file, start, end, text}) => ({file, start, end, text}))
        .sort((a, b) => a.start - b.start),
      left: [...left]
    })
  }
}

/** The new label at its definition and in every reference to it. */
export function planLabel(project: Project, read: ReadSource, old: string, wanted: string): RenamePlan {
  const plan = startPlan()
  const identifier = normalizeLabel(old)
  const targets = project.inventory.labels.get(identifier) ?? []
  const places = new Set(targets.map(({page, id}) => `${page}#${id}`))
  const ids = new Set(targets.map(({id}) => id))
  const rewrite = (page: string, position: Position | undefined): void => {
    const slice = sliceOf(read, page, position)
    const at = slice === undefined ? undefined : labelWithin(slice, identifier, ids)
    if (position && slice !== undefined && at) plan.want(page, position, slice, at, wanted)
    // `[text][name]` has its target in a definition.
    else if (!slice?.endsWith(']')) plan.leave(page, position)
  }
  for (const {page, position} of targets) rewrite(page, position)
  for (const page of project.pages) {
    const {references, tree} = project.render(page)
    for (const {resolution, position} of references)
      if (resolution.status !== 'missing' && places.has(`${resolution.page}#${resolution.id}`))
        rewrite(page, position)
    visitNodes(tree, (node) => {
      if (node.type !== 'definition') return
      const answer = project.resolve(`[x](<${node.url}>)`, {from: page})
      if (answer.status === 'missing' || !places.has(`${answer.page}#${answer.id}`)) return
      rewrite(page, placeInDefinition(read(node.position?.file ?? page) ?? '', node))
    })
  }
  return plan.done()
}

/** The paths of every reference, toctree entry, picture and included file that a move changes. */
export function planMove(project: Project, read: ReadSource, old: string, wanted: string): RenamePlan {
  const plan = startPlan()
  const moved = (path: string): string => (path === old ? wanted : path)
  for (const mention of project.pages.flatMap((page) => mentionsOf(project, page, read))) {
    const {page, position, isUrl} = mention
    const file = position?.file ?? page
    const slice = sliceOf(read, page, position)
    if (slice === undefined || !position) {
      if (mention.to === old) plan.leave(page, position)
      continue
    }
    const at = pathWithin(slice)
    const path = slice.slice(at.start, at.end)
    // Paths of an included text count from its own folder or from the page that includes it.
    const from = [file, page].find((each) => {
      const to = leadsTo(project, read, each, path, isUrl)
      return to !== undefined && to === (mention.to ?? to)
    })
    // It names no path: a label, say.
    if (from === undefined) continue
    const to = leadsTo(project, read, from, path, isUrl) ?? ''
    const text = to === old || from === old ? pathFrom(moved(from), moved(to), path, isUrl) : path
    plan.want(page, position, slice, at, text)
  }
  return plan.done()
}

/** The files that change, with the edits in them. */
export function applyEdits(read: ReadSource, edits: readonly Edit[]): Map<string, string> {
  const out = new Map<string, string>()
  for (const file of new Set(edits.map((edit) => edit.file))) {
    const source = read(file) ?? ''
    let text = ''
    let done = 0
    for (const edit of edits.filter((each) => each.file === file)) {
      text += source.slice(done, edit.start) + edit.text
      done = edit.end
    }
    out.set(file, text + source.slice(done))
  }
  return out
}

/** `label`, `#label`, `page.md#label`, `project:#label`, `<project:#label>`: the label's own letters. */
function labelWithin(slice: string, identifier: string, ids: ReadonlySet<string>): Range | undefined {
  const start = Math.max(slice.lastIndexOf('#'), slice.startsWith('<') ? 0 : -1) + 1
  const end = slice.startsWith('<') && slice.endsWith('>') ? slice.length - 1 : slice.length
  const name = slice.slice(start, end)
  return normalizeLabel(name) === identifier || ids.has(name) ? {start, end} : undefined
}

/** A path in the manner of the one before: from the root or the page, with an ending or without. */
function pathFrom(page: string, to: string, like: string, isUrl: boolean): string {
  const html = /\.html$/i.test(like)
  const bare = docname(like) === like && docname(to) !== to
  const path = html || bare ? `${docname(to)}${html ? '.html' : ''}` : to
  const written = like.startsWith('/') ? `/${path}` : relative(page, path, like.startsWith('./'))
  return isUrl ? written.replace(/[%\s<>?#]/g, encodeURIComponent) : written
}

function relative(page: string, path: string, dotted: boolean): string {
  const source = folderOf(page).split('/').filter(Boolean)
  const parts = path.split('/')
  let shared = 0
  while (shared < source.length && shared < parts.length - 1 && source[shared] === parts[shared]) shared++
  const up = source.slice(shared).map(() => '..')
  return [...(dotted && up.length === 0 ? ['.'] : up), ...parts.slice(shared)].join('/')
}

function sliceOf(read: ReadSource, page: string, position: Position | undefined): string | undefined {
  const start = position?.start.offset
  return start === undefined ? undefined : read(position?.file ?? page)?.slice(start, position?.end.offset)
}

function placeOf(page: string, position: Position | undefined): string {
  return position ? `${position.file ?? page}:${position.start.line}:${position.start.column}` : page
}
