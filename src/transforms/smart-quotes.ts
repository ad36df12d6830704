/** Which quotation marks open and which close, by the rules of markdown-it. */
import type {Text} from 'mdast'

/** Characters of one node, or of something that stands between nodes. */
export interface Run {
  /** The text that may change. */
  node?: Text | undefined
  /** How deep it stands in its paragraph: quotes match on one level. */
  level: number
  characters: string[]
  /** Whether the author wrote the character itself. */
  free: boolean[]
}

interface Opening {
  run: Run
  at: number
  single: boolean
  level: number
}

const apostrophe = '\u2019'

/** Replace straight quotes that match and apostrophes, in place. */
export function setQuotes(runs: readonly Run[]): void {
  const open: Opening[] = []
  // How many of each kind are open, so that no search is in vain: the whole stays linear.
  const waiting = new Map<string, number>()
  const key = (single: boolean, level: number): string => `${single} ${level}`
  const count = (single: boolean, level: number, by: number): void => {
    waiting.set(key(single, level), (waiting.get(key(single, level)) ?? 0) + by)
  }
  const pop = (): void => {
    const top = open.pop()
    if (top) count(top.single, top.level, -1)
  }
  runs.forEach((run, index) => {
    const {level, characters} = run
    while ((open.at(-1)?.level ?? -1) > level) pop()
    if (!run.node) return
    for (let at = 0; at < characters.length; at++) {
      const mark = characters[at]
      if ((mark !== '"' && mark !== "'") || !run.free[at]) continue
      const single = mark === "'"
      const before = characters[at - 1] ?? runs[index - 1]?.characters.at(-1) ?? ' '
      const after = characters[at + 1] ?? runs[index + 1]?.characters[0] ?? ' '
      const {opens, closes} = sides(mark, before, after)
      if (!opens && !closes) {
        if (single) characters[at] = apostrophe
        continue
      }
      if (closes && (waiting.get(key(single, level)) ?? 0) > 0) {
        while (open.at(-1)?.single !== single) pop()
        const opening = open.at(-1)
        pop()
        if (opening) opening.run.characters[opening.at] = single ? '\u2018' : '\u201c'
        characters[at] = single ? apostrophe : '\u201d'
      } else if (opens) {
        open.push({run, at, single, level})
        count(single, level, 1)
      } else if (single) characters[at] = apostrophe
    }
  })
}

function sides(mark: string, before: string, after: string): {opens: boolean; closes: boolean} {
  const spaceBefore = /\s/.test(before)
  const spaceAfter = /\s/.test(after)
  const markBefore = /[\p{P}\p{S}]/u.test(before)
  const markAfter = /[\p{P}\p{S}]/u.test(after)
  // 21" is inches, not the end of a quote that another follows.
  if (mark === '"' && after === '"' && /\d/.test(before)) return {opens: false, closes: false}
  const opens = !spaceAfter && (!markAfter || spaceBefore || markBefore)
  const closes = !spaceBefore && (!markBefore || spaceAfter || markAfter)
  return opens && closes ? {opens: markBefore, closes: markAfter} : {opens, closes}
}
