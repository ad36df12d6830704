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
  [characters.dollarOrBrace, /[${]/],
  [characters.address, /:\/\/|@|www\.|mailto:|xmpp:/i],
  [characters.bar, /\|/],
  [characters.angle, /</],
  [characters.equals, /=/],
  [characters.box, /\[.\]/],
  [characters.beyondAscii, /[^\0-\x7f]/],
  [characters.surrogate, /[\ud800-\udfff]/],
  [characters.nul, /\0/]
]

const text = fc
  .array(
    fc.constantFrom(
      ...'*_~\\${|<=[]^ axX.:/@w',
      ...['www.', 'WWW.', 'Mailto:', 'xmpp:', '://', '\0', 'é', '😀', '\ud800', '\n', '\r', '\r\n']
    ),
    {maxLength: 30}
  )
  .map((parts) => parts.join(''))

test('a line holds what a pattern asks for', () => {
  fc.assert(
    fc.property(text, (source) => {
      const {lines, holds, starts, all} = splitPage(source)
      expect(lines).toEqual(source.split(/\r\n?|\n/))
      for (const [index, line] of lines.entries()) {
        expect(source.startsWith(line, starts[index])).toBe(true)
        for (const [has, pattern] of patterns)
          if (pattern.test(line)) expect((holds[index] ?? 0) & all & has, `${pattern}: ${line}`).toBe(has)
      }
    }),
    {numRuns: 5000}
  )
})

test('a label of a footnote is seen, and a long line that is not all ASCII', () => {
  expect(splitPage('[^a]: b').all & characters.note).toBe(characters.note)
  const long = 'a'.repeat(characters.longLine)
  expect(splitPage(`${long}a`).all & characters.long).toBe(0)
  expect(splitPage(`${long}\u00e9`).all & characters.long).toBe(characters.long)
  expect(splitPage(`${long}\n\u00e9`).all & characters.long).toBe(0)
})
