/** Many things by a name that several may have. */

/**
 * Items by their keys, in their order.
 *
 * @example
 * grouped(['a', 'b', 'A'], (each) => each.toLowerCase()) // Map {'a' => ['a', 'A'], 'b' => ['b']}
 */
export function grouped<T>(items: Iterable<T>, key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const name = key(item)
    const known = groups.get(name)
    if (known) known.push(item)
    else groups.set(name, [item])
  }
  return groups
}
