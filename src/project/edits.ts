/** Pieces of files to replace. */
import type {Position} from 'unist'
import type {ReadSource} from './mentions.js'

/** A piece of a page, or of another file of the project, to replace. */
export interface Edit {
  file: string
  start: number
  end: number
  text: string
}

/** Collects edits: each place once, and none where two pages that share a text want two things of it. */
export interface EditPlan {
  /** Put `text` in place of a range; also where nothing changes by it. */
  put(edit: Edit, place: string): void
  edits(): Edit[]
  /** Whether something of a place is put in. */
  has(place: string): boolean
  /** Places that would have to say two things, as `page:line:column`. */
  torn(): string[]
}

/** Begin a plan. */
export function startPlan(read: ReadSource): EditPlan {
  const wanted = new Map<string, Edit>()
  const torn = new Set<string>()
  const places = new Set<string>()
  return {
    put(edit, place) {
      const key = `${edit.file}:${edit.start}`
      const known = wanted.get(key)
      if (known && known.text !== edit.text) torn.add(place)
      wanted.set(key, edit)
      places.add(place)
    },
    has: (place) => places.has(place),
    edits: () =>
      [...wanted.values()]
        .filter(({file, start, end, text}) => read(file)?.slice(start, end) !== text)
        .sort((a, b) => a.start - b.start),
    torn: () => [...torn]
  }
}

/** The files that change, with the edits in them. */
export function applyEdits(read: ReadSource, edits: readonly Edit[]): Map<string, string> {
  const out = new Map<string, string>()
  for (const file of new Set(edits.map((edit) => edit.file))) {
    const source = read(file) ?? ''
    let text = ''
    let done = 0
    for (const edit of edits.filter((each) => each.file === file).sort((a, b) => a.start - b.start)) {
      text += source.slice(done, edit.start) + edit.text
      done = edit.end
    }
    out.set(file, text + source.slice(done))
  }
  return out
}

/** What a position holds. */
export function sliceOf(read: ReadSource, page: string, position: Position | undefined): string | undefined {
  const start = position?.start.offset
  return start === undefined ? undefined : read(position?.file ?? page)?.slice(start, position?.end.offset)
}

/** `about/team.md:6:1`, where it is known. */
export function placeOf(page: string, position: Position | undefined): string {
  return position ? `${position.file ?? page}:${position.start.line}:${position.start.column}` : page
}
