/** Renaming a label or moving a page: which letters of which files change. */

import type {VFileMessage} from 'vfile-message'
import {addAll} from '../ast/tree.js'
import {normalizeLabel} from '../names/labels.js'
import {docname, documentPath} from '../names/paths.js'
import {expandGlobs, findEntry} from '../references/entries.js'
import type {Project} from './create-project.js'
import {type Edit, type EditPlan, placeOf, sliceOf, startPlan} from './edits.js'
import {type Goal, leadsTo, type Mention, mentionsOf, pathWithin, type ReadSource} from './mentions.js'
import {escapeUrl, pathFrom, readSpelling, spellings} from './spelling.js'
import {findByTrial, type Rebuild, type Rebuilt, type Spot} from './trial.js'

/** A label or a page, and what it is to be called. */
export interface Renaming {
  kind: 'label' | 'page'
  old: string
  wanted: string
}

/** What a renaming changes. */
export interface RenamePlan {
  edits: Edit[]
  /** What names it and cannot be rewritten, as `page:line:column`. */
  left: string[]
  /** What does not name it and would lead to another place. */
  strayed: string[]
  /** Patterns of toctrees that would no longer list what no other does, with their places. */
  unlisted: string[]
  /** What is said of the pages, before and then. */
  messages: {before: VFileMessage[]; after: VFileMessage[]}
}

interface RenameOptions {
  read: ReadSource
  /** The project with some pieces replaced. */
  rebuild: Rebuild
  /** Files besides the page and those whose text it takes that may say something on every page. */
  shared: readonly string[]
  /** Places besides mentions that are known to change. */
  known: readonly Edit[]
  /** Mentions in what is no part of a page, as in its front matter; those that have no exact place stay. */
  asides: readonly Mention[]
}

/** Rounds of trials: a label, what names it, and what that makes. */
const maxRounds = 3

/**
 * Plan a renaming. First comes what has an exact place; whatever then would lead elsewhere, as a name in quotes, with
 * escapes or in the value of a substitution, is found by trial.
 */
export function planRename(project: Project, renaming: Renaming, options: RenameOptions): RenamePlan {
  const {read, rebuild, shared, known, asides} = options
  const plan = startPlan(read)
  const rewriter =
    renaming.kind === 'page' ? movePage(project, renaming, read) : renameLabel(project, renaming, read)
  const {mentions, messages: before} = survey({project, read})
  for (const edit of known) plan.put(edit, edit.file)
  for (const mention of [...mentions.values(), asides].flat()) rewriter.direct(mention, plan)
  let next = rebuild(plan.edits(), renaming)
  let then = survey(next)
  let lost = lostMentions(mentions, then.mentions, renaming)
  // What names a label is lost only once the label itself is found.
  for (let round = 0; lost.length > 0 && round < maxRounds; round++) {
    const found = findByTrial(
      lost.map((mention) => ({mention, pattern: rewriter.pattern(mention)})),
      {project, read, rebuild, shared, mentions, mark: rewriter.mark}
    )
    for (const [mention, spot] of found) {
      const text = rewriter.text(mention, spot, next.project)
      if (text !== undefined) plan.put({...spot, text}, placeOf(mention.page, mention.position))
    }
    if (found.size === 0) break
    next = rebuild(plan.edits(), renaming)
    then = survey(next)
    lost = lostMentions(mentions, then.mentions, renaming)
  }
  // Without its label, all else follows.
  const undefinable = lost.filter(({kind, goal}) => kind === 'label' && rewriter.isGoal(goal))
  if (undefinable.length > 0) lost = undefinable
  const torn = new Set(plan.torn())
  const places = (own: boolean): string[] => [
    ...new Set(
      lost.flatMap(({page, kind, position, goal}) => {
        const place = placeOf(page, position)
        return (rewriter.isGoal(goal) && (kind === 'label' || !plan.has(place))) === own && !torn.has(place)
          ? [place]
          : []
      })
    )
  ]
  return {
    edits: plan.edits(),
    left: [...torn, ...places(true)],
    strayed: places(false),
    unlisted: unlistedPages(project, next.project, renaming),
    messages: {before, after: then.messages}
  }
}

/** All mentions of a project by page, and all that is said of it. */
function survey({project, read}: Rebuilt): {mentions: Map<string, Mention[]>; messages: VFileMessage[]} {
  const mentions = new Map<string, Mention[]>()
  const messages: VFileMessage[] = []
  for (const page of project.pages) {
    const rendered = project.render(page)
    mentions.set(page, mentionsOf(project, page, read, rendered))
    addAll(messages, rendered.messages)
  }
  return {mentions, messages}
}

/** Patterns of toctrees that listed a page which no toctree lists any more. */
function unlistedPages(project: Project, next: Project, {kind, old, wanted}: Renaming): string[] {
  if (kind !== 'page') return []
  const listed = new Set([...listings(next)].map(([, page]) => page))
  return [...listings(project)].flatMap(([place, page]) =>
    listed.has(page === old ? wanted : page) ? [] : [`${place}: no toctree would list ${page} any more`]
  )
}

/** Each page that a toctree lists, with the place of the entry that does. */
function* listings({inventory}: Project): Generator<[place: string, page: string]> {
  for (const [owner, {record}] of inventory.pages)
    for (const toc of record.tocs)
      for (const {target, position} of expandGlobs(toc, owner, inventory)) {
        const page = findEntry(inventory, owner, target)?.record.page
        if (page !== undefined) yield [placeOf(owner, position), page]
      }
}

/** What led somewhere and would not lead there any more. */
function lostMentions(
  mentions: ReadonlyMap<string, readonly Mention[]>,
  next: ReadonlyMap<string, readonly Mention[]>,
  {kind, old, wanted}: Renaming
): Mention[] {
  const moved = (page: string): string => (kind === 'page' && page === old ? wanted : page)
  const identifier = kind === 'label' ? normalizeLabel(old) : undefined
  return [...mentions].flatMap(([page, before]) => {
    const seen = new Map<string, number>()
    const after = byKind(next.get(moved(page)) ?? [])
    return before.filter((mention) => {
      const index = seen.get(mention.kind) ?? 0
      seen.set(mention.kind, index + 1)
      const now = after.get(mention.kind)?.[index]
      // What the project's own table of contents lists is looked at as a whole.
      if (mention.kind === 'toctree' && !mention.position) return false
      if (mention.kind === 'label' && normalizeLabel(mention.says) === identifier)
        return now === undefined || normalizeLabel(now.says) !== normalizeLabel(wanted)
      return mention.goal && !isSame(mention.goal, now?.goal, moved)
    })
  })
}

function byKind(mentions: readonly Mention[]): Map<Mention['kind'], Mention[]> {
  const out = new Map<Mention['kind'], Mention[]>()
  for (const mention of mentions) {
    const others = out.get(mention.kind)
    if (others) others.push(mention)
    else out.set(mention.kind, [mention])
  }
  return out
}

/** By line: ids change with labels, columns with what stands before. */
function isSame(goal: Goal, now: Goal | undefined, moved: (page: string) => string): boolean {
  return now !== undefined && moved(goal.page) === now.page && goal.place === now.place
}

/** How the mentions of something are rewritten. */
interface Rewriter {
  /** Whether something is what gets another name. */
  isGoal(goal: Goal | undefined): boolean
  /** Rewrite what has an exact place. */
  direct(mention: Mention, plan: EditPlan): void
  /** What to look for. */
  pattern(mention: Mention): RegExp
  /** A spelling that is understood as another name of as many things. */
  mark(was: string, mark: string): string
  /** What to write at a place that was found. */
  text(mention: Mention, spot: Spot, next: Project): string | undefined
}

/** The new label at its definition and in every reference to it. */
function renameLabel(project: Project, {old, wanted}: Renaming, read: ReadSource): Rewriter {
  const identifier = normalizeLabel(old)
  const targets = project.inventory.labels.get(identifier) ?? []
  const ids = new Set(targets.map(({id}) => id))
  const names = [old, ...ids].map((name) => spellings(name)).join('|')
  const isGoal = (goal: Goal | undefined): boolean =>
    targets.some(({page, id}) => goal?.page === page && goal.id === id)
  /** Words that stand on two lines leave the end of the first where it is. */
  const write = ({isUrl}: Mention, was: string): string =>
    (isUrl ? escapeUrl(wanted) : wanted) + (/(?<![ \t])[ \t]*[\r\n][>\s]*/.exec(was)?.[0] ?? '')
  return {
    isGoal,
    direct(mention, plan) {
      const {page, kind, says, goal, position} = mention
      // Several labels of one block have one goal.
      if (kind === 'html' || !isGoal(goal) || (kind === 'label' && normalizeLabel(says) !== identifier))
        return
      const slice = sliceOf(read, page, position)
      const at = slice === undefined ? undefined : labelWithin(slice, identifier, ids)
      const from = position?.start.offset
      if (slice === undefined || !at || from === undefined) return
      const file = position?.file ?? page
      plan.put(
        {
          file,
          start: from + at.start,
          end: from + at.end,
          text: write(mention, slice.slice(at.start, at.end))
        },
        placeOf(page, position)
      )
    },
    pattern: () => new RegExp(`(?<![\\p{L}\\p{N}_])(?:${names})(?![\\p{L}\\p{N}_])`, 'giu'),
    mark: (_, mark) => mark,
    text(mention, {file, start, end}, next) {
      // HTML knows ids alone.
      const id = next.inventory.labels.get(normalizeLabel(wanted))?.[0]?.id
      return mention.kind === 'html' ? id : write(mention, read(file)?.slice(start, end) ?? '')
    }
  }
}

/** `label`, `#label`, `page.md#label`, `project:#label`, `<project:#label>`: the label's own letters. */
function labelWithin(
  slice: string,
  identifier: string,
  ids: ReadonlySet<string>
): {start: number; end: number} | undefined {
  const start = Math.max(slice.lastIndexOf('#'), slice.startsWith('<') ? 0 : -1) + 1
  const end = slice.startsWith('<') && slice.endsWith('>') ? slice.length - 1 : slice.length
  const name = slice.slice(start, end)
  return normalizeLabel(name) === identifier || ids.has(name) ? {start, end} : undefined
}

/** The paths of every reference, toctree entry, picture and included file that a move changes. */
function movePage(project: Project, {old, wanted}: Renaming, read: ReadSource): Rewriter {
  const moved = (path: string): string => (path === old ? wanted : path)
  /** A path as it is after the move, or `undefined` where it is none to what the mention leads to. */
  const rewritten = (mention: Mention, file: string, path: string, written: string): string | undefined => {
    const {page, isUrl, goal} = mention
    // Paths of an included text count from its own folder or from the page that includes it.
    for (const from of [file, page]) {
      const to = leadsTo(project, read, from, path, isUrl)
      if (to === undefined || to !== (goal?.page ?? to)) continue
      return to === old || from === old ? pathFrom(moved(from), moved(to), written, isUrl) : written
    }
    return
  }
  return {
    isGoal: (goal) => goal?.page === old,
    direct(mention, plan) {
      const {page, kind, says, goal, position} = mention
      if (kind === 'label') return
      if (kind === 'reference' && (!goal || !(/^(?:page|file)$/.test(goal.place) || says.includes('#'))))
        return
      const slice = sliceOf(read, page, position)
      const from = position?.start.offset
      if (slice === undefined || from === undefined) return
      const {start, end} = pathWithin(slice)
      const path = slice.slice(start, end)
      const file = position?.file ?? page
      const text =
        kind === 'toctree' && page === old && /[*?[]/.test(path)
          ? pathFrom(wanted, documentPath(old, path), path, false)
          : rewritten(mention, file, path, path)
      if (text !== undefined)
        plan.put({file, start: from + start, end: from + end, text}, placeOf(page, position))
    },
    pattern({goal}) {
      const parts = (goal?.page ?? '').split('/')
      const name = parts.pop() ?? ''
      const folders = parts.map((part) => `(?:${spellings(part)}${spellings('/')})?`).join('')
      const ends = [name, docname(name), `${docname(name)}.html`].map(spellings).join('|')
      return new RegExp(
        `(?<![\\p{L}\\p{N}_-])(?:\\.{1,2}/)*/?${folders}(?:${ends})(?![\\p{L}\\p{N}_-])`,
        'giu'
      )
    },
    mark: (was, mark) => was.replace(/(?<![^/])[^/]*$/, (last) => `${mark}/${last}`),
    text(mention, {file, start, end}) {
      const written = read(file)?.slice(start, end) ?? ''
      return rewritten(mention, file, readSpelling(written), written)
    }
  }
}
