/** Runs of backticks in a text: which one closes which, in time linear to the text. */

export class BacktickRuns {
  readonly #bySize = new Map<number, number[]>()

  readonly #text: string
  #mayBeRows: boolean | undefined
  #mayBeDefinitions: boolean | undefined

  constructor(text: string) {
    this.#text = text
    for (const match of text.matchAll(/`+/g)) {
      const {length} = match[0]
      const starts = this.#bySize.get(length)
      if (starts) starts.push(match.index)
      else this.#bySize.set(length, [match.index])
    }
  }

  /** Whether the text may be rows of a table, which end what is in backticks. */
  get mayBeRows(): boolean {
    this.#mayBeRows ??= /^[ \t>]*(?:\||[-:][-:| \t]*$)/m.test(this.#text)
    return this.#mayBeRows
  }

  /** Whether the text may begin with definitions, whose addresses and titles are in backticks by chance. */
  get mayBeDefinitions(): boolean {
    this.#mayBeDefinitions ??= /^[ \t>]*\[(?!\^)[^\]]*\]:/m.test(this.#text)
    return this.#mayBeDefinitions
  }

  /** Where the first run of a size at or behind an offset begins. */
  next(size: number, from: number): number | undefined {
    const starts = this.#bySize.get(size) ?? []
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) < from) low = middle + 1
      else high = middle
    }
    return starts[low]
  }
}
