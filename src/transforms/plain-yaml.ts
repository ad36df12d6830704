/**
 * Front matter as nearly all pages have it: keys with words, numbers or keys of their own, each on one line. A reader of
 * all of YAML takes twenty times as long for it.
 */

/** A line: its indent, its key, plain or quoted, and its value in double quotes, in single ones or plain. */
const entry =
  /( *)(?:(:?[A-Za-z_][\w=-]*(?::[\w=-]+)*)|"([^"\\\n]{1,100})"):(?: +(?:"([^"\\\n]*)"|'([^'\n]*)'|([^ \n][^\n]*)))?(?:\n+|$)/y

/** What YAML may forbid, and line endings and tabs. */
const unusual = /[^\n -~\u00a1-\u2027\u2030-\ud7ff]/

/** What makes plain words something else: a further key, a comment, space that does not count; what is no text. */
const special =
  /: |:$| #| $|^(?:null|Null|NULL|true|True|TRUE|false|False|FALSE|\.(?:inf|Inf|INF|nan|NaN|NAN))$/

/** Deeper than any front matter; far from the depth that is too much. */
const maxLevels = 20

type Mapping = Record<string, unknown>

/**
 * Read YAML that is as plain as that.
 *
 * @returns `undefined` for all other: whether it is YAML, and what it says, is not known.
 * @example
 * readPlainYaml('title: A b\nmyst:\n  heading_anchors: 2') // {title: 'A b', myst: {heading_anchors: 2}}
 * readPlainYaml('tags: [a, b]') // undefined
 */
export function readPlainYaml(source: string): Mapping | undefined {
  if (source === '' || unusual.test(source)) return
  const root: Mapping = {}
  const levels: {indent: number; mapping: Mapping}[] = [{indent: 0, mapping: root}]
  /** The key of the line before, if it has no value there. */
  let open: string | undefined
  entry.lastIndex = 0
  while (entry.lastIndex < source.length) {
    const [, {length: indent} = '', plainKey, quotedKey, ...written] = entry.exec(source) ?? []
    const key = plainKey ?? quotedKey
    if (key === undefined || key === '__proto__' || (plainKey !== undefined && special.test(key))) return
    const mapping = mappingAt(levels, indent, open)
    if (!mapping || Object.hasOwn(mapping, key)) return
    const value = readValue(written)
    if (value === undefined) return
    mapping[key] = value
    open = value === null ? key : undefined
  }
  return root
}

/** The mapping that a line with an indent belongs to; a deeper one begins that of the key above, if it is open. */
function mappingAt(
  levels: {indent: number; mapping: Mapping}[],
  indent: number,
  open: string | undefined
): Mapping | undefined {
  const last = levels.at(-1)
  if (last && indent > last.indent) {
    if (open === undefined || levels.length >= maxLevels) return
    const mapping: Mapping = {}
    last.mapping[open] = mapping
    levels.push({indent, mapping})
    return mapping
  }
  while ((levels.at(-1)?.indent ?? 0) > indent) levels.pop()
  const level = levels.at(-1)
  return level?.indent === indent ? level.mapping : undefined
}

/** `null` where nothing is written. */
function readValue([double, single, plain]: readonly (string | undefined)[]):
  | string
  | number
  | boolean
  | null
  | undefined {
  if (plain === undefined) return double ?? single ?? null
  if (plain === 'true' || plain === 'false') return plain === 'true'
  if (/^\d{1,9}(?:\.\d{1,9})?$/.test(plain)) return Number(plain)
  const isText = /^(?:[A-Za-z/]|\.(?!\d)|\d+(?:\.\d+){2,}$)/.test(plain) && !special.test(plain)
  return isText ? plain : undefined
}
