/** Values that authors write in options and attributes. */

/**
 * A CSS length or percentage; a bare number counts pixels.
 *
 * @example
 * readLength('50 %') // '50%'
 * readLength('wide') // undefined
 */
export function readLength(value: string): string | undefined {
  const match = /^(\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})\s*(em|ex|ch|rem|px|in|cm|mm|pt|pc|vw|vh|%)?$/.exec(
    value.trim()
  )
  return match ? `${match[1]}${match[2] ?? 'px'}` : undefined
}

/**
 * `1,3-5,8-` as numbers; the last part may be open.
 *
 * @example
 * readLineNumbers('1,3-5') // [1, 3, 4, 5]
 */
export function readLineNumbers(value: string): number[] | undefined {
  const parts = value.split(',').map((part) => /^\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*$/.exec(part))
  if (parts.length > 1000 || !parts.every((part) => part !== null)) return
  const numbers = new Set<number>()
  for (const [, from, to = from] of parts)
    for (let number = Number(from); number <= Number(to) && numbers.size < 10_000; number++)
      numbers.add(number)
  return [...numbers]
}
