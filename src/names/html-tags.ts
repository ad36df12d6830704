/** Reads the tags of raw HTML: enough for images, admonitions and ids, which are all that is made of it. */

/** A tag, or the text between two. */
export interface HtmlPart {
  kind: 'open' | 'close' | 'text'
  /** In lower case. */
  name: string
  attributes: Readonly<Record<string, string>>
  start: number
  end: number
}

const tag = /<(?:!--[^>]*>|(\/?)([a-z][a-z\d-]*)(?![a-z\d-])((?:[^"'<>]|"[^"]*"|'[^']*')*)>)/giy
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g

/**
 * Take HTML apart. What is no whole tag is text.
 *
 * @example
 * readTags('<img src="a.png">x') // [{kind: 'open', name: 'img', attributes: {src: 'a.png'}, …}, {kind: 'text', …}]
 */
export function readTags(html: string): HtmlPart[] {
  const out: HtmlPart[] = []
  let from = 0
  const flush = (end: number): void => {
    if (end > from) out.push({kind: 'text', name: '', attributes: {}, start: from, end})
  }
  eachTag(html, ({kind, name, rest, start, end}) => {
    flush(start)
    from = end
    if (kind !== 'comment')
      out.push({kind, name, attributes: kind === 'open' ? readAttributes(rest) : {}, start, end})
  })
  flush(html.length)
  return out
}

/** A tag or comment with its attributes as they are written. */
interface Tag {
  kind: 'open' | 'close' | 'comment'
  /** In lower case. */
  name: string
  rest: string
  start: number
  end: number
}

function eachTag(html: string, see: (tag: Tag) => void): void {
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    tag.lastIndex = at
    const match = tag.exec(html)
    if (!match) {
      at++
      continue
    }
    const [whole, slash, name, rest = ''] = match
    const start = at
    at += whole.length
    const kind = name === undefined ? 'comment' : slash ? 'close' : 'open'
    see({kind, name: name?.toLowerCase() ?? '', rest, start, end: at})
  }
}

/**
 * Whether HTML is one comment and nothing else, as a browser reads it.
 *
 * @example
 * isComment('<!-- a --> <b>') // false
 */
export function isComment(html: string): boolean {
  if (!html.startsWith('<!--')) return false
  const ending = /--!?>/g
  // `<!-->` is one, too.
  ending.lastIndex = 2
  return ending.test(html) && ending.lastIndex === html.length
}

/**
 * Ids that HTML gives: what `id` says of any element, and `name` of an `a`.
 *
 * @example
 * idsIn('<a name="x"></a>') // ['x']
 */
export function idsIn(html: string): string[] {
  // What a comment holds is nowhere.
  const from = html.startsWith('<!--') ? html.indexOf('-->') : 0
  if (from === -1 || !/\s(?:id|name)\s*=/i.test(html)) return []
  return readTags(html.slice(from)).flatMap(({name, attributes: {id, name: other}}) =>
    [id, name === 'a' ? other : undefined].flatMap((each) => each || [])
  )
}

/**
 * HTML without ids.
 *
 * @param drop which of them to take out.
 * @example
 * withoutIds('<b id="x">', () => true) // '<b>'
 */
export function withoutIds(html: string, drop: (id: string) => boolean): string {
  if (!/\sid\s*=/i.test(html)) return html
  let out = ''
  let last = 0
  for (const {attributes, start, end} of readTags(html)) {
    if (attributes.id === undefined || !drop(attributes.id)) continue
    out += html.slice(last, start) + withoutId(html.slice(start, end))
    last = end
  }
  return out + html.slice(last)
}

/** An address in a tag. */
export interface HtmlAddress {
  /** Of a link, or else of a picture or film. */
  isLink: boolean
  /** What it says, with its character references read. */
  value: string
  /** Where it stands as written, without its quotes. */
  start: number
  end: number
}

/**
 * HTML with other addresses of links, pictures and films.
 *
 * @param change gives the new address.
 * @example
 * withAddresses('<a href="team.md">', () => 'team.html') // '<a href="team.html">'
 */
export function withAddresses(html: string, change: (address: HtmlAddress) => string): string {
  if (!/\s(?:href|src|poster)\s*=/i.test(html)) return html
  let out = ''
  let last = 0
  eachTag(html, ({kind, name, rest, start, end}) => {
    if (kind !== 'open' || !/(?:href|src|poster)\s*=/i.test(rest)) return
    const head = start + name.length + 1
    const isLink = name === 'a' || name === 'area'
    for (const match of html.slice(head, end).matchAll(attribute)) {
      const [whole, key = '', double, single, bare] = match
      const written = double ?? single ?? bare
      if (written === undefined || !(isLink ? /^href$/i : /^(?:src|poster)$/i).test(key)) continue
      const to = head + match.index + whole.length - (bare === undefined ? 1 : 0)
      const from = to - written.length
      const value = decode(written)
      const changed = change({isLink, value, start: from, end: to})
      if (changed === value) continue
      out += `${html.slice(last, head + match.index)}${key}="${changed.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`
      last = head + match.index + whole.length
    }
  })
  return out + html.slice(last)
}

/** A tag without `id`. */
function withoutId(source: string): string {
  const head = source.match(/^<[^\s/>]+/)?.[0] ?? ''
  return (
    head +
    source
      .slice(head.length)
      .replace(attribute, (each, key: string) => (key.toLowerCase() === 'id' ? '' : each))
  )
}

function readAttributes(source: string): Record<string, string> {
  const out: Record<string, string> = {}
  for (const [, key = '', double, single, bare] of source.matchAll(attribute)) {
    const name = key.toLowerCase()
    if (!Object.hasOwn(out, name)) out[name] = decode(double ?? single ?? bare ?? '')
  }
  return out
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0'
}

function decode(value: string): string {
  if (!value.includes('&')) return value
  return value.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi,
    (whole, decimal, hex, name) => {
      if (name) return named[String(name).toLowerCase()] ?? whole
      const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    }
  )
}
