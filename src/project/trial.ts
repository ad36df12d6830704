/**
 * Finds where something is written by trial: each place that may be it gets a mark, and what is asked for then says
 * which. So it does not matter through how many hands a text went: quotes of options and cells, escapes, substitutions.
 */
import type {Project} from './create-project.js'
import type {Edit} from './edits.js'
import {type Mention, mentionsOf, type ReadSource} from './mentions.js'
import type {Renaming} from './rename.js'

/** A range of a file. */
export type Spot = Omit<Edit, 'text'>

/** A project made anew. */
export interface Rebuilt {
  project: Project
  read: ReadSource
}

/** Replaces some pieces, and puts one page at another path. */
export type Rebuild = (edits: readonly Edit[], renaming?: Renaming) => Rebuilt

/** What stands in for a name on trial; as a folder it leads to where it stands itself. */
export const markPattern = /zq(\d+)qz/

/** Trials of one place alone; each makes the project anew. */
const maxTrials = 40

interface Sought {
  mention: Mention
  pattern: RegExp
}

interface TrialOptions {
  project: Project
  read: ReadSource
  rebuild: Rebuild
  /** Files that may say something on every page. */
  shared: readonly string[]
  mentions: ReadonlyMap<string, readonly Mention[]>
  mark(was: string, mark: string): string
}

/** Find the place of each mention; those that are not found are left out. */
export function findByTrial(sought: readonly Sought[], options: TrialOptions): Map<Mention, Spot> {
  const {read, mentions} = options
  const out = new Map<Mention, Spot>()
  const spots = new Map<string, Spot>()
  for (const {mention, pattern} of sought)
    for (const spot of spotsOf(mention, pattern, options)) {
      const key = `${spot.file}:${spot.start}`
      if ((spots.get(key)?.end ?? 0) < spot.end) spots.set(key, spot)
    }
  const all = [...spots.values()].sort((a, b) => a.start - b.start)
  const rest = tryOut(apart(all), sought)
  let trials = 0
  // A mark may change what stands around it: a name of a directive, say.
  for (const each of rest)
    for (const spot of spotsOf(each.mention, each.pattern, options).filter((spot) =>
      isNear(spot, each.mention, read)
    )) {
      if (out.has(each.mention) || ++trials > maxTrials) break
      tryOut([spot], [each])
    }
  return out

  /** @returns those that are not found. */
  function tryOut(tried: readonly Spot[], wanted: readonly Sought[]): Sought[] {
    const edits = tried.map((spot, index) => {
      const was = read(spot.file)?.slice(spot.start, spot.end) ?? ''
      return {...spot, text: options.mark(was, `zq${index}qz`)}
    })
    const made = options.rebuild(edits)
    const after = new Map<string, readonly Mention[]>()
    return wanted.filter(({mention}) => {
      const {page, kind} = mention
      const now = after.get(page) ?? mentionsOf(made.project, page, made.read)
      after.set(page, now)
      const before = mentions.get(page)?.filter((each) => each.kind === kind) ?? []
      const then = now.filter((each) => each.kind === kind)
      const says = before.length === then.length ? then[before.indexOf(mention)]?.says : undefined
      const spot = tried[Number(new RegExp(`^.*${markPattern.source}`, 's').exec(says ?? '')?.[1] ?? -1)]
      if (spot) out.set(mention, spot)
      return spot === undefined
    })
  }
}

/** Where a mention may be written: anywhere in its page, in what that takes in, and in what counts for all pages. */
function spotsOf({page, position}: Mention, pattern: RegExp, {project, read, shared}: TrialOptions): Spot[] {
  const files = new Set([
    position?.file ?? page,
    page,
    ...project.render(page).reads.map(({path}) => path),
    ...shared
  ])
  return [...files].flatMap((file) =>
    [...(read(file) ?? '').matchAll(pattern)].map(({0: written, index}) => ({
      file,
      start: index,
      end: index + written.length
    }))
  )
}

/** Spots that do not overlap. */
function apart(spots: readonly Spot[]): Spot[] {
  const ends = new Map<string, number>()
  return spots.filter(({file, start, end}) => {
    if (start < (ends.get(file) ?? 0)) return false
    ends.set(file, end)
    return true
  })
}

/** In the lines of the mention, or where values of substitutions stand. */
function isNear({file, start}: Spot, {page, position}: Mention, read: ReadSource): boolean {
  if (!position || file !== (position.file ?? page)) return true
  const source = read(file) ?? ''
  const top = /^---\r?\n[\s\S]*?\n---\s*$/m.exec(source)
  if (top?.index === 0 && start < top[0].length) return true
  const from = source.lastIndexOf('\n', position.start.offset) + 1
  const to = source.indexOf('\n', position.end.offset)
  return start >= from && (to === -1 || start < to)
}
