/** Patterns of `inv:` links and searches. */

/**
 * `*` stands for anything, `\*` for itself; an empty pattern for everything. No regular expression: a pattern of
 * many stars would run for ever.
 *
 * @example
 * wildcard('team*')('team:members') // true
 */
export function wildcard(pattern: string): (value: string) => boolean {
  if (pattern === '' || pattern === '*') return () => true
  const parts = pattern.split(/(?<!\\)\*/).map((part) => part.replaceAll('\\*', '*'))
  const [head = '', ...rest] = parts
  const tail = rest.pop()
  if (tail === undefined) return (value) => value === head
  return (value) => {
    if (!value.startsWith(head) || !value.endsWith(tail) || value.length < head.length + tail.length)
      return false
    let at = head.length
    const end = value.length - tail.length
    return rest.every((part) => {
      const next = value.indexOf(part, at)
      if (next === -1 || next + part.length > end) return false
      at = next + part.length
      return true
    })
  }
}
