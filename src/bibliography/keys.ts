/** The grammar of what stands in `{cite}` and its like. */

/** One work. */
export interface CitedKey {
  key: string
  /** Where the key begins, from the start of the content. */
  start: number
  prefix?: string
  suffix?: string
}

/**
 * Read keys between commas or semicolons, each with words in braces before and behind it.
 *
 * @example
 * parseCitedKeys('{see}a{p. 3},b').map((work) => work.suffix) // ['p. 3', undefined]
 */
export function parseCitedKeys(value: string): CitedKey[] {
  return [...value.matchAll(/(?:\{([^{}]*)\})?(?<!\s)\s*([^\s{},;][^{},;]*)(?:\{([^{}]*)\})?/dg)].map(
    ({1: prefix, 2: key = '', 3: suffix, indices}) => ({
      key: key.trim(),
      start: indices?.[2]?.[0] ?? 0,
      ...(prefix?.trim() ? {prefix: prefix.trim()} : {}),
      ...(suffix?.trim() ? {suffix: suffix.trim()} : {})
    })
  )
}
