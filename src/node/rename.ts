/** A renaming on disk. */
import {mkdirSync, renameSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {applyEdits, type RenamePlan} from '../project/rename.js'
import type {Resolution} from '../references/resolution.js'
import type {LoadedProject} from './load-project.js'
import {createProject} from './plugged.js'

export {planLabel, planMove, type RenamePlan} from '../project/rename.js'

/** Pages of a project under their names, before and after. */
export interface Move {
  from: string
  to: string
}

/** Text of a file as positions count in it: without a byte order mark. */
export function sourceOf({pages, files}: LoadedProject, path: string): string | undefined {
  return (Object.hasOwn(pages, path) ? pages[path] : files(path))?.replace(/^\ufeff/, '')
}

/** Files before and after, by path. */
export function editedFiles(
  loaded: LoadedProject,
  {edits}: RenamePlan
): Map<string, {before: string; after: string}> {
  const read = (path: string): string | undefined => sourceOf(loaded, path)
  return new Map(
    [...applyEdits(read, edits)].map(([path, text]) => {
      const before = (Object.hasOwn(loaded.pages, path) ? loaded.pages[path] : loaded.files(path)) ?? ''
      return [path, {before, after: before.startsWith('\ufeff') ? `\ufeff${text}` : text}]
    })
  )
}

/** What is wrong with the new files and not with the old ones, and what would lead to another place. */
export function newMessages(
  {project, config, inventories, files, tocs, plugins, pages}: LoadedProject,
  edited: ReadonlyMap<string, {after: string}>,
  move: Move | undefined
): string[] {
  const moved = (page: string): string => (page === move?.from ? move.to : page)
  const known = new Map<string, number>()
  for (const {ruleId = ''} of project.check()) known.set(ruleId, (known.get(ruleId) ?? 0) + 1)
  const next = createProject({
    ...plugins,
    pages: Object.fromEntries(
      Object.entries(pages).map(([page, text]) => [moved(page), edited.get(page)?.after ?? text])
    ),
    files: (path) => (path === move?.from ? undefined : (edited.get(path)?.after ?? files(path))),
    config,
    inventories,
    tocs
  })
  const worse = next.check().flatMap((message) => {
    const left = (known.get(message.ruleId ?? '') ?? 0) - 1
    known.set(message.ruleId ?? '', left)
    return left < 0 ? [`  ${message.name}: ${message.reason}\n`] : []
  })
  // No message says that a name now means something nearer: a heading of the page, say.
  const elsewhere = project.pages.flatMap((page) => {
    const now = next.render(moved(page)).references
    return project.render(page).references.flatMap(({resolution, position}, index) => {
      const answer = now[index]?.resolution
      const same = answer && placeOf(resolution, moved) === placeOf(answer, (each) => each)
      return same
        ? []
        : [`  ${page}:${position?.start.line ?? 1}: the reference would lead to another place\n`]
    })
  })
  return [...worse, ...elsewhere]
}

/** Where an answer leads, by the line: ids change with labels. */
function placeOf(resolution: Resolution, moved: (page: string) => string): string {
  if (resolution.status === 'missing') return 'missing'
  const {kind, page, url, position} = resolution
  return page === undefined ? url : `${kind} ${moved(page)} ${position?.start.line ?? ''}`
}

/** Write the files that changed, then move one. */
export function writeRename(
  root: string,
  edited: ReadonlyMap<string, {after: string}>,
  move: Move | undefined
): void {
  for (const [path, {after}] of edited) replace(join(root, path), after)
  if (!move) return
  mkdirSync(dirname(join(root, move.to)), {recursive: true})
  renameSync(join(root, move.from), join(root, move.to))
}

/** A file is there whole at every moment. */
function replace(path: string, text: string): void {
  const aside = `${path}.mystmark-${process.pid}`
  writeFileSync(aside, text)
  renameSync(aside, path)
}
