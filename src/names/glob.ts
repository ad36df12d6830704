/** Globs on paths with `/`. */

/**
 * A test for paths: `*` and `?` stay in a folder, a part `**` is any number of folders, `[abc]`, `[a-c]` and `[!abc]`
 * are one character. A `**` at the end takes all that is below.
 *
 * Takes time in proportion to the lengths of glob and path, whatever stands in them.
 *
 * @example
 * globMatcher('guides/**')('guides/a/b') // true
 */
export function globMatcher(glob: string): (path: string) => boolean {
  const parts = glob.split('/').map((part) => (part === '**' ? undefined : readPart(part)))
  return (path) => {
    const names = path.split('/')
    // Which numbers of parts of the glob the names so far may have used.
    let reached = skipFolders(new Set([0]), parts)
    for (const name of names) {
      const next = new Set<number>()
      for (const at of reached) {
        const part = parts[at]
        if (at >= parts.length) continue
        if (part === undefined) next.add(at)
        else if (matchPart(part, [...name])) next.add(at + 1)
      }
      reached = skipFolders(next, parts)
    }
    return reached.has(parts.length)
  }
}

type Character = {any: true} | {star: true} | {set: (character: string) => boolean}

/** `**` may stand for no folder at all. */
function skipFolders(reached: Set<number>, parts: readonly (Character[] | undefined)[]): Set<number> {
  for (const at of reached) if (at < parts.length && parts[at] === undefined) reached.add(at + 1)
  return reached
}

function readPart(part: string): Character[] {
  const out: Character[] = []
  for (let at = 0; at < part.length; at++) {
    const character = part[at] ?? ''
    const end = character === '[' ? part.indexOf(']', at + 2) : -1
    if (end > 0) {
      out.push({set: readSet(part.slice(at + 1, end))})
      at = end
    } else if (character === '*') {
      if (!(out.at(-1) && 'star' in (out.at(-1) ?? {}))) out.push({star: true})
    } else out.push(character === '?' ? {any: true} : {set: (other) => other === character})
  }
  return out
}

function readSet(source: string): (character: string) => boolean {
  const not = source.startsWith('!') || source.startsWith('^')
  const list = not ? source.slice(1) : source
  return (character) => {
    let inside = false
    for (let at = 0; at < list.length; at++) {
      const from = list[at] ?? ''
      const to = list[at + 1] === '-' ? list[at + 2] : undefined
      if (to !== undefined) {
        inside ||= from <= character && character <= to
        at += 2
      } else inside ||= from === character
    }
    return inside !== not
  }
}

/** The usual two pointers: on a mismatch the last star takes one character more. */
function matchPart(part: readonly Character[], name: readonly string[]): boolean {
  let at = 0
  let star = -1
  let resume = 0
  for (let index = 0; index < name.length; ) {
    const wanted = part[at]
    const character = name[index] ?? ''
    if (wanted && 'star' in wanted) {
      star = at++
      resume = index
    } else if (wanted && ('any' in wanted || wanted.set(character))) {
      at++
      index++
    } else if (star >= 0) {
      at = star + 1
      index = ++resume
    } else return false
  }
  while (at < part.length && 'star' in (part[at] ?? {})) at++
  return at === part.length
}
