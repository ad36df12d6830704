/** Which characters the lines of a page hold, in one look at each: most checks ask for some that most lines have not. */

/** A mark of emphasis. */
export const star = 1
export const underscore = 2
export const tilde = 4
export const backslash = 8
/** What formulas, substitutions, attributes and roles begin with. */
export const dollarOrBrace = 16
/** Part of what {@link HiddenAddresses} may hide: `@`, `://`, `www.`, `mailto:`, `xmpp:`. */
export const address = 32
export const bar = 64
/** An angle that opens. */
export const angle = 128
export const equals = 256
/** Brackets around one character, or that open before `^`. */
export const box = 512
export const note = 1024
export const beyondAscii = 2048
export const surrogate = 4096
export const nul = 8192
/** More characters than {@link longLine} says, some of them beyond ASCII. */
export const long = 16_384

/** The engine counts the characters of a longer line again for each of its nodes, if they are not all ASCII. */
export const longLine = 20_000

/** What some characters mean wherever they stand. */
const meanings = new Uint16Array(128)
for (const [character, meaning] of [
  ['*', star],
  ['_', underscore],
  ['~', tilde],
  ['\\', backslash],
  ['$', dollarOrBrace],
  ['{', dollarOrBrace],
  ['@', address],
  ['|', bar],
  ['<', angle],
  ['=', equals],
  ['\0', nul]
] as const)
  meanings[character.charCodeAt(0)] = meaning

/** What a character that is neither a small letter nor a space means at its place. */
export function meaningOf(text: string, index: number, code: number): number {
  if (code > 0x7f) return code >= 0xd800 && code <= 0xdfff ? beyondAscii | surrogate : beyondAscii
  switch (code) {
    case 0x2e: // .
      return isLetter(text, index - 1, 0x77) ? address : 0
    case 0x3a: // :
      return text.startsWith('//', index + 1) ||
        isLetter(text, index - 1, 0x6f) ||
        isLetter(text, index - 1, 0x70)
        ? address
        : 0
    case 0x5b: // [
      return text.charCodeAt(index + 2) === 0x5d ? box : text.charCodeAt(index + 1) === 0x5e ? note : 0
    default:
      return meanings[code] ?? 0
  }
}

/** Whether a letter stands there, small or not. */
function isLetter(text: string, index: number, small: number): boolean {
  return (text.charCodeAt(index) | 0x20) === small
}
