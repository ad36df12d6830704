/** Which characters a line holds, in one look at each: most checks ask for some that most lines do not have. */

export const star = 1
export const underscore = 2
export const tilde = 4
export const backslash = 8
export const dollar = 16
/** A brace that opens. */
export const brace = 32
export const at = 64
export const colon = 128
export const dot = 256
export const beyondAscii = 512
export const ampersand = 1024

const meanings = new Uint16Array(128)
for (const [character, meaning] of [
  ['*', star],
  ['_', underscore],
  ['~', tilde],
  ['\\', backslash],
  ['$', dollar],
  ['{', brace],
  ['@', at],
  [':', colon],
  ['.', dot],
  ['&', ampersand]
] as const)
  meanings[character.charCodeAt(0)] = meaning

/** Which of these characters a text holds. */
export function heldIn(text: string): number {
  let held = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    held |= code < 128 ? (meanings[code] ?? 0) : beyondAscii
  }
  return held
}

/** Whether one of some characters is among those held. */
export function holdsAny(held: number, characters: number): boolean {
  return (held & characters) !== 0
}
