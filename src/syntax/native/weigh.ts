/** What the engine cannot take: too much of what it copies a text for, calls itself for, or seeks again and again. */
import {unsure} from './unsure.js'

/** It copies a text again for each character reference in it: characters of all copies. */
const maxCopied = 50_000_000

/** It calls itself for each mark of emphasis in another, and for each image: a process whose stack is full is gone. */
const maxMarks = 10_000
const maxImages = 2000

/** It seeks the end of a title in parentheses from each that begins, and again on each line. */
const maxTitles = 100

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
  if (countOf(text, /\s\(/g) > maxTitles && countOf(text, /\]\(/g) > maxTitles)
    unsure('very many titles in parentheses', offset)
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
