/** What constructs of blocks and of containers tell each other of a line that is still to come, or just begins. */
import type {ParseContext} from 'micromark-util-types'

/** Lines by number. */
export interface LineMarks {
  /** Where a description begins, with the line that says so: a term's, or its own behind another description. */
  descriptions: Map<number, number>
  /** Where a field ended, and the next may begin. */
  fields: Set<number>
  /** That go on with a paragraph of a description, as nothing else: not even a term. */
  lazy: Set<number>
}

const marks = new WeakMap<ParseContext, LineMarks>()

/** The marks of a page. */
export function lineMarks(parser: ParseContext): LineMarks {
  const known = marks.get(parser)
  if (known) return known
  const made: LineMarks = {descriptions: new Map(), fields: new Set(), lazy: new Set()}
  marks.set(parser, made)
  return made
}
