/** The grammar of field lists. */
import {contentOf, indentOf} from '../tokenize/quoted.js'

/** A field's marker taken apart; offsets count from the first colon. */
export interface FieldMarker {
  name: string
  nameStart: number
  nameEnd: number
  /** Behind the second colon. */
  end: number
}

/**
 * Read `:name:`. As in docutils, white space or the line's end follows, and no white space stands inside next to the
 * colons; a colon in the name has a backslash before it or no white space behind.
 *
 * @example
 * parseFieldMarker(':param int x: a number') // {name: 'param int x', nameStart: 1, nameEnd: 12, end: 13}
 */
export function parseFieldMarker(text: string): FieldMarker | undefined {
  if (!/^:[^\s:]/.test(text)) return
  for (let at = 1; at < text.length; at++) {
    const character = text[at]
    if (character === '\\') at++
    else if (character === ':' && at > 1 && /^(?:[ \t]|$)/.test(text.slice(at + 1, at + 2))) {
      const name = text.slice(1, at)
      return name.trimEnd() === name ? {name, nameStart: 1, nameEnd: at, end: at + 1} : undefined
    }
  }
  return
}

/**
 * The column at which the body of a field stands: as far left as its first line or any other, each of them further
 * right than the field's marker.
 *
 * @param line the field's line as it stands in the page.
 * @param at where its marker begins.
 * @param end where its marker ends.
 * @param next gives the lines after it, one by one.
 */
export function fieldBodyColumn(
  line: string,
  {at, end, quotes}: {at: number; end: number; quotes: number},
  next: (index: number) => string | undefined
): {marker: number; body: number} {
  const marker = indentOf(line, at, quotes)
  const behind = line.slice(end)
  let body = behind.trim()
    ? indentOf(line, end + behind.length - behind.trimStart().length, quotes)
    : Infinity
  for (let index = 1; ; index++) {
    const text = next(index)
    const content = text === undefined ? undefined : contentOf(text, quotes)
    if (!content) break
    if (content.text === '') continue
    if (content.indent <= marker) break
    body = Math.min(body, content.indent)
  }
  return {marker, body: body === Infinity ? marker + 1 : body}
}
