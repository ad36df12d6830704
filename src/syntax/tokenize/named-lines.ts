/** Where what a line opens is closed: each test goes over the lines once, however often it is asked. */

/** Gives the name under which a line is to be found. */
export type NameLine = (line: string) => string | undefined

/** The lines of one page. They count from 0. */
export class NamedLines {
  readonly #lines: readonly string[]
  readonly #named = new Map<NameLine, Map<string, number[]>>()

  constructor(lines: readonly string[]) {
    this.#lines = lines
  }

  /**
   * The first line from `from` on that has a name.
   *
   * @param nameOf one and the same function for all calls.
   */
  next(from: number, name: string, nameOf: NameLine): number | undefined {
    const found = this.#namedBy(nameOf).get(name) ?? []
    let low = 0
    let high = found.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((found[middle] ?? 0) < from) low = middle + 1
      else high = middle
    }
    return found[low]
  }

  #namedBy(nameOf: NameLine): Map<string, number[]> {
    const known = this.#named.get(nameOf)
    if (known) return known
    const named = new Map<string, number[]>()
    this.#named.set(nameOf, named)
    for (const [index, line] of this.#lines.entries()) {
      const name = nameOf(line)
      if (name === undefined) continue
      const found = named.get(name)
      if (found) found.push(index)
      else named.set(name, [index])
    }
    return named
  }
}
