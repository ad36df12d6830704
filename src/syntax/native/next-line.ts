/** Where what a line opens is closed: each test goes over the lines once a page, however often it is asked. */
/** Finds lines further down by name; asked from the top to the bottom of the page. */
export class NextLine {
  readonly #groups = new Map<string, number[]>()

  /** @param nameOf says under which name a line is to be found. */
  constructor(lines: readonly string[], nameOf: (line: string) => string | undefined) {
    // From the bottom, so that the next is the last of its list.
    for (let index = lines.length - 1; index >= 0; index--) {
      const name = nameOf(lines[index] ?? '')
      if (name === undefined) continue
      const group = this.#groups.get(name)
      if (group) group.push(index)
      else this.#groups.set(name, [index])
    }
  }

  /** The first line from one on that has a name; those above it are not asked for again. */
  from(index: number, name: string): number | undefined {
    const group = this.#groups.get(name)
    while (group && (group.at(-1) ?? index) < index) group.pop()
    return group?.at(-1)
  }
}
