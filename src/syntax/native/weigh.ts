/** What the engine cannot take: too much of what it copies a text for, calls itself for, or seeks again and again. */
import {maxTitle} from '../endless-title.js'
import {unsure} from './unsure.js'

/** It copies a text again for each character reference in it: characters of all copies. */
const maxCopied = 50_000_000

/** It calls itself for each mark of emphasis in another, and for each image: a process whose stack is full is gone. */
const maxMarks = 10_000
const maxImages = 2000

/** It seeks the end of a title from each that begins, and again on each line: none may be far. */
const farTitle = maxTitle - 100

/** A shorter text cannot have too much of anything: of what is weighed each takes some characters. */
export const least = 1000

/**
 * Leave the native road for such a text.
 *
 * @param offset where it begins in the page.
 */
export function weigh(text: string, offset: number | undefined): void {
  const {length} = text
  if ((length / 3) * length > maxCopied && countOf(text, /&#?[\dA-Za-z]{1,31};/g) * length > maxCopied)
    unsure('very many character references', offset)
  if (length > maxMarks && marksOf(text) > maxMarks) unsure('very many marks of emphasis', offset)
  if (length > 2 * maxImages && countOf(text, /!\[/g) > maxImages)
    unsure('very many images in one text', offset)
  if (hasFarTitle(text)) unsure('a very long title', offset)
}

/** Whether what may be a title behind an address does not end within some characters. */
function hasFarTitle(text: string): boolean {
  const first = text.indexOf('](')
  if (first === -1) return false
  /** By how a title ends, where the next such sign is. */
  const ends: Record<string, number> = {}
  for (const {0: opening, index} of text.slice(first).matchAll(/[\s>]["'(]/g)) {
    const start = first + index + 1
    const sign = opening.endsWith('(') ? ')' : opening.slice(-1)
    let end = ends[sign] ?? 0
    while (end <= start || text[end - 1] === '\\') {
      end = text.indexOf(sign, Math.max(end, start) + 1)
      if (end === -1) end = text.length + farTitle
    }
    ends[sign] = end
    if (end - start > farTitle && start + farTitle < text.length) return true
  }
  return false
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

/** A row of underscores at the end of a line opens nothing, and may be a break that stands for a block. */
function marksOf(text: string): number {
  let marks = 0
  let row = 0
  for (const character of text)
    if (character === '_') row++
    else {
      if (character !== '\n') marks += row
      if (character === '*' || character === '~') marks++
      row = 0
    }
  return marks
}
