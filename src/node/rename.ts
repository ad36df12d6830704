/** A renaming on disk. */
import {mkdirSync, renameSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {Resolution} from '../references/resolution.js'
import type {LoadedProject} from './load-project.js'
import {createProject} from './plugged.js'

export {applyEdits, planLabel, planMove, type RenamePlan} from '../project/rename.js'

/** What is wrong with the new pages and not with the old ones, and what would lead to another place. */
export function newMessages(
  {project, config, inventories, files, plugins}: LoadedProject,
  after: Readonly<Record<string, string>>,
  move: {from: string; to: string} | undefined
): string[] {
  const moved = (page: string): string => (page === move?.from ? move.to : page)
  const known = new Map<string, number>()
  for (const {ruleId = ''} of project.check()) known.set(ruleId, (known.get(ruleId) ?? 0) + 1)
  const next = createProject({...plugins, pages: after, files, config, inventories})
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

/** Write the pages that changed, then move one. */
export function writeRename(
  root: string,
  pages: Readonly<Record<string, string>>,
  move: {from: string; to: string} | undefined
): void {
  for (const [page, text] of Object.entries(pages)) replace(join(root, page), text)
  if (!move) return
  mkdirSync(dirname(join(root, move.to)), {recursive: true})
  renameSync(join(root, move.from), join(root, move.to))
}

/** A page is there whole at every moment. */
function replace(path: string, text: string): void {
  const aside = `${path}.mystmark-${process.pid}`
  writeFileSync(aside, text)
  renameSync(aside, path)
}
