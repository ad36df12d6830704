/** What changed between two texts, as `diff -u` writes it. Pure. */

/** Lines around a change that are shown. */
const context = 3
/** Cells of the table of a comparison; what needs more is a change as a whole. */
const maxCells = 250_000

type Change = readonly [sign: ' ' | '-' | '+', line: string]

/**
 * The differences of two texts with three lines around each.
 *
 * @example
 * unifiedDiff(['a', 'b'], ['a', 'c'], 'old', 'new') // --- old, +++ new, @@ -1,2 +1,2 @@, ' a', '-b', '+c'
 */
export function unifiedDiff(
  before: readonly string[],
  after: readonly string[],
  beforeName: string,
  afterName: string
): string[] {
  const changes = changesOf(before, after)
  const near = new Set<number>()
  for (const [index, [sign]] of changes.entries())
    if (sign !== ' ') for (let at = index - context; at <= index + context; at++) near.add(at)
  const out = [`--- ${beforeName}`, `+++ ${afterName}`]
  let old = 1
  let young = 1
  let hunk: Change[] = []
  const close = (): void => {
    if (hunk.length > 0) {
      const size = (sign: '-' | '+'): number => hunk.filter(([each]) => each === ' ' || each === sign).length
      const range = (next: number, count: number): string =>
        `${count > 0 ? next - count : next - 1}${count === 1 ? '' : `,${count}`}`
      out.push(
        `@@ -${range(old, size('-'))} +${range(young, size('+'))} @@`,
        ...hunk.map((each) => each.join(''))
      )
    }
    hunk = []
  }
  for (const [index, change] of changes.entries()) {
    if (near.has(index)) hunk.push(change)
    else close()
    if (change[0] !== '+') old++
    if (change[0] !== '-') young++
  }
  close()
  return out
}

/** Every line of both, those that are the same once: a longest common run of lines. */
function changesOf(before: readonly string[], after: readonly string[]): Change[] {
  let from = 0
  while (from < before.length && from < after.length && before[from] === after[from]) from++
  let same = 0
  while (
    same < Math.min(before.length, after.length) - from &&
    before[before.length - 1 - same] === after[after.length - 1 - same]
  )
    same++
  const old = before.slice(from, before.length - same)
  const young = after.slice(from, after.length - same)
  const keep = (lines: readonly string[]): Change[] => lines.map((line) => [' ', line])
  return [...keep(before.slice(0, from)), ...compare(old, young), ...keep(before.slice(before.length - same))]
}

function compare(old: readonly string[], young: readonly string[]): Change[] {
  const width = young.length + 1
  const cells = (old.length + 1) * width
  // Common lines of what follows each pair of places.
  const common = new Uint32Array(cells > maxCells ? 0 : cells)
  const at = (i: number, j: number): number => common[i * width + j] ?? 0
  if (common.length > 0)
    for (let i = old.length - 1; i >= 0; i--)
      for (let j = young.length - 1; j >= 0; j--)
        common[i * width + j] =
          old[i] === young[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const out: Change[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < young.length) {
    const [mine, other] = [old[i], young[j]]
    if (mine !== undefined && mine === other) {
      out.push([' ', mine])
      i++
      j++
    } else if (mine !== undefined && (other === undefined || at(i + 1, j) >= at(i, j + 1))) {
      out.push(['-', mine])
      i++
    } else if (other !== undefined) {
      out.push(['+', other])
      j++
    }
  }
  return out
}
