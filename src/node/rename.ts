/** A renaming on disk. */
import {accessSync, constants, realpathSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {VFileMessage} from 'vfile-message'
import {applyEdits, type Edit} from '../project/edits.js'
import {type Mention, mentionsOf} from '../project/mentions.js'
import {planRename, type RenamePlan, type Renaming} from '../project/rename.js'
import {markPattern, type Rebuilt} from '../project/trial.js'
import {readConfiguration} from './config/read-configuration.js'
import {partsOf} from './config/schema.js'
import type {Tell} from './config/source.js'
import {findTocPages} from './config/toc.js'
import {type LoadedProject, sourceOf} from './load-project.js'
import {makeFolder} from './make-folder.js'
import {createProject} from './plugged.js'
import {frontMatterOf, pathEdits} from './written-paths.js'

export type {RenamePlan, Renaming} from '../project/rename.js'

/** What is wrong with the configuration was said when it was loaded. */
const quiet: Tell = () => {}

/** Plan a renaming in a project that was loaded. */
export function planLoaded(loaded: LoadedProject, renaming: Renaming): RenamePlan {
  const configFiles = readConfiguration(loaded.files, quiet).files
  return planRename(loaded.project, renaming, {
    read: (path) => sourceOf(loaded, path),
    rebuild: (edits, move) => rebuild(loaded, edits, move),
    shared: configFiles,
    known: renaming.kind === 'page' ? pathEdits(loaded, renaming, configFiles) : [],
    asides: frontMatterMentions(loaded)
  })
}

/** The project with some pieces of its files replaced, and a page at its new path. */
function rebuild(
  loaded: LoadedProject,
  edits: readonly Edit[],
  renaming?: Renaming,
  more: Readonly<Record<string, string>> = {}
): Rebuilt {
  const {pages, inventories, plugins} = loaded
  const edited = applyEdits((path) => sourceOf(loaded, path), edits)
  const move = renaming?.kind === 'page' ? renaming : undefined
  const moved = (page: string): string => (page === move?.old ? move.wanted : page)
  const texts: Record<string, string> = {...more}
  for (const page of Object.keys(pages)) texts[moved(page)] = edited.get(page) ?? sourceOf(loaded, page) ?? ''
  const marks = new RegExp(`${markPattern.source}/`, 'g')
  const files = (path: string): string | undefined => {
    const own = path.replace(marks, '')
    if (Object.hasOwn(texts, own)) return texts[own]
    return own === move?.old ? undefined : (edited.get(own) ?? loaded.files(own))
  }
  const {toc, config} = readConfiguration(files, quiet)
  const {config: stated} = partsOf(config)
  const {root, tocs} = toc
    ? findTocPages(toc, [...Object.keys(texts), ...loaded.unrendered.map(({page}) => page)], quiet)
    : {}
  const project = createProject({
    ...plugins,
    pages: texts,
    files,
    config: {...loaded.config, ...(root === undefined ? {} : {index: root}), ...stated},
    inventories,
    tocs,
    unrendered: loaded.unrendered
  })
  return {project, read: files}
}

/**
 * What the texts of front matter mention, as abstracts do. Each is read as a page beside its own, with every letter at
 * the same place.
 */
function frontMatterMentions(loaded: LoadedProject): Mention[] {
  const beside = new Map<string, string>()
  const more: Record<string, string> = {}
  for (const page of Object.keys(loaded.pages)) {
    const text = frontMatterOf(sourceOf(loaded, page) ?? '')
    if (!/\]\(|\}`|<\w+:/.test(text)) continue
    const name = `${page}.front-matter.md`
    beside.set(name, page)
    // Of comments nothing counts, and what is indented behind a blank line is no code.
    more[name] = text
      .replace(/^---|^[ \t]*#.*/gm, (each) => ' '.repeat(each.length))
      .replace(/\n(?=[ \t]*\r?\n)/g, ' ')
  }
  if (beside.size === 0) return []
  const {project, read} = rebuild(loaded, [], undefined, more)
  return [...beside].flatMap(([name, page]) =>
    mentionsOf(project, name, read).map((mention) => ({...mention, page}))
  )
}

/** Files before and after, by path. */
export function editedFiles(
  loaded: LoadedProject,
  edits: readonly Edit[]
): Map<string, {before: string; after: string}> {
  const read = (path: string): string | undefined => sourceOf(loaded, path)
  return new Map(
    [...applyEdits(read, edits)].map(([path, text]) => {
      const before = (Object.hasOwn(loaded.pages, path) ? loaded.pages[path] : loaded.files(path)) ?? ''
      return [path, {before, after: before.startsWith('\ufeff') ? `\ufeff${text}` : text}]
    })
  )
}

/** What is wrong afterwards and was not before: of each rule, what is more than there was. */
export function newMessages({messages: {before, after}}: RenamePlan): VFileMessage[] {
  const known = new Map<string, number>()
  for (const {ruleId = ''} of before) known.set(ruleId, (known.get(ruleId) ?? 0) + 1)
  return after.filter(({ruleId = ''}) => {
    const left = (known.get(ruleId) ?? 0) - 1
    known.set(ruleId, left)
    return left < 0
  })
}

/** Write the files that changed, then move the page: all of it or, where one cannot be written, nothing. */
export async function writeRename(
  root: string,
  edited: ReadonlyMap<string, {after: string}>,
  {kind, old, wanted}: Renaming
): Promise<void> {
  const asides = new Map<string, string>()
  try {
    for (const [path, {after}] of edited) {
      // A link stays a link.
      const file = realpathSync(join(root, path))
      const aside = `${file}.mystmark-${process.pid}`
      asides.set(aside, file)
      accessSync(file, constants.W_OK)
      writeFileSync(aside, after, {mode: statSync(file).mode})
    }
    if (kind === 'page') await makeFolder(dirname(join(root, wanted)))
  } catch (error) {
    for (const aside of asides.keys()) rmSync(aside, {force: true})
    throw error
  }
  // A file is there whole at every moment.
  for (const [aside, file] of asides) renameSync(aside, file)
  if (kind === 'page') renameSync(join(root, old), join(root, wanted))
}
