/** How much a formula may become: temml fills rows up to the longest, and takes each use of a macro apart. */

/** Cells, and what comes out of macros, for each character that is written. People's formulas have one or two. */
const most = 10

/** The same for macros of the page, which a short formula may use, too. */
const mostOfPage = 200_000

const definition = /\\(?:[egx]?def|(?:re)?newcommand|providecommand|DeclareMathOperator)(?![a-zA-Z])/g
const rowEnd = /\\(?:\\|cr(?![a-zA-Z])|(?:tabular)?newline)/

/**
 * Hold a formula to a size in proportion to what is written.
 *
 * @param macros of the page, by their names.
 * @returns how many macros may be taken apart in it.
 * @throws Error where it would have far more cells than characters.
 */
export function limitFormula(tex: string, macros: Readonly<Record<string, string>>): number {
  const own = bodiesOf(tex)
  const shared = usedIn(tex, macros)
  const expansions = Math.min(
    1000,
    own.length > 0 ? Math.ceil((most * tex.length) / largest(own)) : 1000,
    Math.ceil(mostOfPage / largest(shared))
  )
  const isOpen = [...own, ...shared].some(holdsOpenCells)
  // Such a macro can stand in each row, and be each row.
  const spread = isOpen ? expansions ** 2 : 1
  for (const text of [tex, ...shared])
    if (cellsOf(text) * spread > most * Math.max(text.length, 100))
      throw new Error('its rows or macros would be far longer than what is written')
  return expansions
}

const largest = (bodies: readonly string[]): number =>
  bodies.reduce((size, body) => Math.max(size, body.length, cellsOf(body)), 1)

/** Cells of a table, were all of the text one. */
function cellsOf(tex: string): number {
  const rows = tex.split(rowEnd)
  const columns = tex.match(/\{[clr|: ]+\}/g) ?? []
  const listed = columns.reduce((width, list) => Math.max(width, list.length - 2), 1)
  return rows.length * rows.reduce((width, row) => Math.max(width, row.split('&').length), listed)
}

/** Whether a macro ends cells or rows outside of tables of its own. */
function holdsOpenCells(body: string): boolean {
  let depth = 0
  for (const [mark] of body.matchAll(
    /\\(?:begin|end)(?![a-zA-Z])|\\cr(?![a-zA-Z])|\\(?:tabular)?newline|\\\\|\\.|&/g
  )) {
    if (mark === '\\begin') depth++
    else if (mark === '\\end') depth--
    else if (depth < 1 && (mark === '&' || rowEnd.test(mark))) return true
  }
  return false
}

/** The macros of the page that a formula uses, and those that these use. */
function usedIn(tex: string, macros: Readonly<Record<string, string>>): string[] {
  const known = new Map(Object.entries(macros))
  const used: string[] = []
  if (known.size === 0) return used
  for (let text: string | undefined = tex, at = 0; text !== undefined; text = used[at++])
    for (const [name] of text.matchAll(/\\(?:[a-zA-Z]+|.)/g)) {
      const body = known.get(name)
      if (body === undefined) continue
      known.delete(name)
      used.push(body)
    }
  return used
}

/** What macros that a formula defines stand for: of several groups behind a definition, all are taken. */
function bodiesOf(tex: string): string[] {
  const definitions = [...tex.matchAll(definition)]
  // Most formulas define nothing.
  if (definitions.length === 0) return []
  const ends = groupEnds(tex)
  return definitions.map(({index}) => {
    const start = tex.indexOf('{', index)
    let end = start
    while (tex[end] === '{') end = (ends.get(end) ?? tex.length) + 1 + arityAt(tex, ends.get(end))
    return start === -1 ? '' : tex.slice(start, end)
  })
}

/** How long `[2]` is behind a group. */
function arityAt(tex: string, end: number | undefined): number {
  return end === undefined
    ? 0
    : (/^\s*(?:\[[^\]]{0,20}\]\s*)*/.exec(tex.slice(end + 1, end + 60))?.[0].length ?? 0)
}

/** Where each group that opens is closed. */
function groupEnds(tex: string): Map<number, number> {
  const ends = new Map<number, number>()
  const open: number[] = []
  for (const {0: mark, index} of tex.matchAll(/\\[\s\S]|[{}]/g)) {
    if (mark === '{') open.push(index)
    const start = mark === '}' ? open.pop() : undefined
    if (start !== undefined) ends.set(start, index)
  }
  return ends
}
