/** What is asked only of lines that hold some characters is asked of every line that it is about. */
import fc from 'fast-check'
import {expect, test} from 'vitest'
import * as characters from '../../src/syntax/native/characters.js'
import {splitPage} from '../../src/syntax/native/source-lines.js'

const patterns: readonly (readonly [has: number, pattern: RegExp])[] = [
  [characters.star, /\*/],
  [characters.underscore, /_/],
  [characters.tilde, /~/],
  [characters.backslash, /\\/],
  [characters.dollar, /\$/],
  [characters.brace, /\{/],
  [characters.at, /@/],
  [characters.colon, /:/],
  [characters.dot, /\./],
  [characters.beyondAscii, /[^\0-\x7f]/]
]

const text = fc
  .array(fc.constantFrom(...'*_~\\${@:. aZ\0\x7f\x80é', '😀', '\ud800', '\n', '\r', '\r\n'), {maxLength: 30})
  .map((parts) => parts.join(''))

test('lines hold the characters that are in them', () => {
  fc.assert(
    fc.property(text, (source) => {
      const page = splitPage(source)
      expect(page.lines).toEqual(source.split(/\r\n?|\n/))
      for (const [index, line] of page.lines.entries()) {
        expect(source.startsWith(line, page.starts[index])).toBe(true)
        const held = characters.heldIn(line)
        for (const [has, pattern] of patterns) expect(characters.holdsAny(held, has)).toBe(pattern.test(line))
      }
    }),
    {numRuns: 5000}
  )
})
