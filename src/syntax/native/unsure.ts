/** How the native road says that it is not sure of something. */

/** Thrown where a page cannot be treated exactly; micromark parses that part of it then. It never leaves this room. */
export class Unsure extends Error {
  /** Where in the page, if that can be told. */
  offset: number | undefined

  constructor(why: string, offset?: number | undefined) {
    super(why)
    this.offset = offset
  }
}

/**
 * Leave the native road.
 *
 * @param why in a few words, for who looks at which way a page took.
 * @param offset where in the page; what calls may know it, too, and say it by {@link placed}.
 */
export function unsure(why: string, offset?: number | undefined): never {
  throw new Unsure(why, offset)
}

/** What was thrown, with the place in the page where that was, if it is not known better. */
export function placed(error: unknown, offset: number | undefined): unknown {
  if (error instanceof Unsure) error.offset ??= offset
  return error
}
