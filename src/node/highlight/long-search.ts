/**
 * Code on which highlight.js may search for minutes. Some expressions of its grammars look on from each place to the end
 * of the line, as for links of Markdown, or of the words with nothing but white space between them, as for functions of
 * C, and nothing can end a search that has begun.
 */

/** Squares of the lengths of lines, together: one line of 4,000 characters as `[a](` takes a second. */
const mostOfLines = 20_000_000

/** The same for words: 14,000 characters of them take a second. */
const mostOfWords = 200_000_000

/**
 * Whether a code is to be shown plain for that. Lines of people have less than 200 characters, and their code a sign
 * between every few words.
 *
 * @example
 * mayTakeLong('x '.repeat(10_000)) // true
 */
export function mayTakeLong(code: string): boolean {
  // Most code is shorter than what takes long.
  if (code.length ** 2 <= mostOfLines) return false
  let lines = 0
  let words = 0
  let line = 0
  let run = 0
  for (let index = 0; index <= code.length; index++) {
    const letter = code.charCodeAt(index)
    if (letter !== lineFeed && index < code.length) line++
    else {
      if (line > 200) lines += line ** 2
      line = 0
    }
    if (isOfWords[letter]) run++
    else {
      words += run ** 2
      run = 0
    }
  }
  return lines > mostOfLines || words > mostOfWords
}

const lineFeed = 10

/** By character code: letters, digits, underscores, and white space. */
const isOfWords: readonly boolean[] = Array.from({length: 128}, (_, code) =>
  /[\w\s]/.test(String.fromCharCode(code))
)
