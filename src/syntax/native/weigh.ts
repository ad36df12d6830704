/** What the engine cannot take: too much of what it copies a text for, calls itself for, or seeks again and again. */
import * as codes from '../tokenize/codes.js'
import {hasFarTitle} from './far-titles.js'
import {unsure} from './unsure.js'

/** It copies a text again for each character reference in it: characters of all copies. */
const maxCopied = 50_000_000

/** It calls itself for emphasis in emphasis, and for each image: a process whose stack is full is gone. */
const maxPairs = 5000
const maxImages = 2000

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
  if (length > 2 * maxPairs && pairsOf(text) > maxPairs) unsure('very many marks of emphasis', offset)
  if (length > 2 * maxImages && countOf(text, /!\[/g) > maxImages)
    unsure('very many images in one text', offset)
  if (hasFarTitle(text)) unsure('a very long title', offset)
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

const letter = /[A-Za-z0-9]/

/** Marks of emphasis that others may close; some that open or close nothing are counted, and none is left out. */
function pairsOf(text: string): number {
  let open = 0
  let pairs = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === codes.backslash) at++
    if (code !== codes.asterisk && code !== codes.underscore && code !== codes.tilde) continue
    const start = at
    while (text.charCodeAt(at + 1) === code) at++
    const before = text.charAt(start - 1)
    const behind = text.charAt(at + 1)
    // An underscore in a word is one.
    if (code === codes.underscore && letter.test(before) && letter.test(behind)) continue
    const size = at - start + 1
    if (/\S/.test(before)) {
      const closed = Math.min(open, size)
      open -= closed
      pairs += closed
    }
    if (/\S/.test(behind)) open += size
  }
  return pairs
}
