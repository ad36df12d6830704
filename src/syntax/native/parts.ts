/** Which parts of a page micromark may read by itself, where the native road is not sure of them. */
import {closedEnvironment, openedEnvironment} from '../amsmath/grammar.js'
import {mayFollowTerm} from '../definition-list/grammar.js'
import {closesFence, isMarker} from '../directive/header.js'
import {opensDollarBlock, parseDollarBlockEnd} from '../math/grammar.js'
import {mayOpenContainer} from '../tokenize/container-lines.js'
import {htmlEnd, isBlank, isDashes} from './line-shapes.js'
import type {PageLines} from './source-lines.js'

/** Lines of a page, from a seam to another. */
export interface Part {
  first: number
  /** The line behind it. */
  end: number
  /** Why the native road is not sure of it. */
  why: string
}

/** For each the native road is gone again, and the definitions of the page are read. */
export const maxParts = 8

/** What stands for a part in the page without it. */
export const stand = '___'

/**
 * Lines at which a page can be cut in two: whatever stands above has ended, and what begins can be no part of it. That
 * is a guess where something begins that goes over blank lines; who takes a part asks the trees.
 */
export function seamsOf({lines}: PageLines): number[] {
  const seams: number[] = []
  let isEnd: ((line: string) => boolean) | undefined
  let isBelowEnd = true
  for (const [index, line] of lines.entries()) {
    if (isEnd) {
      if (isEnd(line)) isEnd = undefined
      continue
    }
    if (
      isBelowEnd &&
      beginsBlock(line) &&
      !mayFollowTerm(lines[index + 1]) &&
      !mayFollowTerm(lines[index + 2])
    )
      seams.push(index)
    isEnd = endOf(line, index)
    isBelowEnd = isBlank(line)
  }
  return seams
}

/**
 * Whether a line begins a block and no container: one might go on with what stands above a blank line, and where it is
 * new, it ends what stands there in another way. And no indent, and no dashes of front matter.
 */
function beginsBlock(line: string): boolean {
  return line.length >= stand.length && !/^[\s%|=-]/.test(line) && !mayOpenContainer(line)
}

/** What ends that which begins on a line and may go over blank lines. */
function endOf(line: string, index: number): ((line: string) => boolean) | undefined {
  const fence = /^ {0,3}(([:`~])\2{2,})(.*)/s.exec(line)
  if (fence) {
    const [, {length: size} = '', marker = '', rest = ''] = fence
    if (!isMarker(marker) || (marker === '`' ? rest.includes('`') : marker === ':' && !rest.trim())) return
    return (below) => closesFence(below, marker, size)
  }
  if (index === 0 && isDashes(line)) return isDashes
  if (opensDollarBlock(line) === 'open') return (below) => parseDollarBlockEnd(below) !== undefined
  const environment = openedEnvironment(line)
  if (environment && closedEnvironment(line) !== environment)
    return (below) => closedEnvironment(below) === environment
  const html = htmlEnd(line)
  return html && !html.test(line.slice(2)) ? (below) => html.test(below) : undefined
}

/**
 * Parts with one more, or one that is larger.
 *
 * @returns nothing where micromark had better read all of the page.
 */
export function withPart(
  parts: readonly Part[],
  {text, lines, starts}: PageLines,
  seams: readonly number[],
  offset: number,
  why: string
): readonly Part[] | undefined {
  const startOf = (line: number): number => starts[line] ?? text.length
  const next = seams.findIndex((seam) => startOf(seam) > offset)
  const first = seams.at(next === -1 ? -1 : next - 1)
  if (next === 0 || first === undefined) return
  const end = seams[next] ?? lines.length
  // It was taken out already, and that was of no use.
  if (parts.some((part) => part.first <= first && first < part.end)) return
  const out: Part[] = []
  for (const part of [...parts, {first, end, why}].sort((a, b) => a.first - b.first)) {
    const above = out.at(-1)
    if (above?.end === part.first)
      out.splice(-1, 1, {first: above.first, end: part.end, why: bothOf(above, part)})
    else out.push(part)
  }
  const size = out.reduce((sum, part) => sum + startOf(part.end) - startOf(part.first), 0)
  return out.length > maxParts || size > text.length / 2 ? undefined : out
}

function bothOf(above: Part, below: Part): string {
  return above.why.includes(below.why) ? above.why : `${above.why}, ${below.why}`
}

/** A page with a thematic break in the place of each part and nothing else of it; all else keeps its place. */
export function withoutParts({text, starts}: PageLines, parts: readonly Part[]): string {
  let out = ''
  let from = 0
  for (const {first, end} of parts) {
    const start = starts[first] ?? 0
    out += text.slice(from, start) + stand
    from = starts[end] ?? text.length
    out += text.slice(start + stand.length, from).replace(/[^\r\n]/g, ' ')
  }
  return out + text.slice(from)
}
