/** How the native road says that a page is not for it. */

/** Thrown where a page cannot be treated exactly; the page is parsed by micromark then. It never leaves this room. */
export class Unsure extends Error {}

/**
 * Leave the native road.
 *
 * @param why in a few words, for who looks at which way a page took.
 */
export function unsure(why: string): never {
  throw new Unsure(why)
}
