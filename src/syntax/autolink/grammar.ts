/** The grammar of addresses in plain text. */

/** An address in a text. */
export interface FoundLink {
  start: number
  end: number
  url: string
}

/**
 * Ends of names that are addresses and not files: `README.md`, `setup.py` and `run.sh` are never links, though md, py
 * and sh are countries.
 */
const domains = new Set(
  'com org net edu gov int mil info biz io dev app ai me tv eu uk us de fr ch at nl be dk se no fi it pt gr cz sk hu ro bg hr si ee lv lt ie ca mx br ar cl au nz jp cn kr tw hk in id vn za ke ng eg il tr ua ru xyz site online tech blog cloud page wiki science museum name pro aero coop asia shop'.split(
    ' '
  )
)

const start = /https?:\/\/|ftp:\/\/|www\.|(?:mailto|xmpp):|@/gi
const host = /[a-z\d_\u00a1-\uffff-]+(?:\.[a-z\d_\u00a1-\uffff-]+)*(?::\d{1,5})?/iy
const mailHost = /[a-z\d_-]+(?:\.[a-z\d_-]+)+/iy
const mailName = /[a-z\d.+_-]+@/iy
const names = /(?<![a-z\d-])[a-z\d-]+(?:\.[a-z\d-]+)+/gi
const rest = /[^\s<]*/y

/**
 * Find addresses: with a protocol, behind `www.`, and of e-mail; with `fuzzy` also names such as `example.org`. Each
 * character is looked at a fixed number of times.
 *
 * @example
 * findLinks('See www.example.org.', false) // [{start: 4, end: 19, url: 'http://www.example.org'}]
 */
export function findLinks(text: string, fuzzy: boolean): FoundLink[] {
  const out: FoundLink[] = []
  let last = 0
  start.lastIndex = 0
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const found = linkAt(text, match.index, match[0].toLowerCase(), last)
    if (found) {
      out.push(found)
      last = found.end
    }
    start.lastIndex = Math.max(last, match.index + match[0].length)
  }
  return fuzzy ? [...out, ...findNames(text, out)].sort((a, b) => a.start - b.start) : out
}

/**
 * The address that a text without white space begins with, if it has a protocol or `www.`.
 *
 * @example
 * addressAt('https://x.org/a_b,') // {start: 0, end: 17, url: 'https://x.org/a_b'}
 */
export function addressAt(text: string): FoundLink | undefined {
  const head = /^(?:https?:\/\/|ftp:\/\/|www\.)/i.exec(text)?.[0]
  return head === undefined ? undefined : linkAt(text, 0, head.toLowerCase(), 0)
}

function linkAt(text: string, at: number, head: string, last: number): FoundLink | undefined {
  if (head === '@') return mailAt(text, at, last)
  if (at > 0 && /[a-z\d]/i.test(text.charAt(at - 1))) return
  if (head === 'mailto:' || head === 'xmpp:') {
    const end = endOfMail(text, at + head.length)
    if (end === undefined) return
    const [resource = ''] = (head === 'xmpp:' && /^\/[a-z\d@.]+/i.exec(text.slice(end, end + 200))) || []
    return {start: at, end: end + resource.length, url: text.slice(at, end + resource.length)}
  }
  host.lastIndex = at + (head === 'www.' ? 0 : head.length)
  const name = host.exec(text)?.[0]
  if (!name || (head === 'www.' && !/\..+/.test(name.slice(4) ? name : ''))) return
  rest.lastIndex = host.lastIndex
  const path = rest.exec(text)?.[0] ?? ''
  const behind = /^[/?#]/.test(path) ? path : ''
  const whole = trimEnd(text.slice(at, host.lastIndex + behind.length))
  if (whole.length <= head.length) return
  return {start: at, end: at + whole.length, url: head === 'www.' ? `http://${whole}` : whole}
}

function mailAt(text: string, at: number, last: number): FoundLink | undefined {
  let begin = at
  while (begin > last && /[a-z\d.+_-]/i.test(text.charAt(begin - 1))) begin--
  while (begin < at && text.charAt(begin) === '.') begin++
  // A `/` or `:` before it makes it part of something else.
  if (begin === at || /[/:]/.test(text.charAt(begin - 1))) return
  const end = endOfHost(text, at + 1)
  return end === undefined ? undefined : {start: begin, end, url: `mailto:${text.slice(begin, end)}`}
}

function endOfMail(text: string, at: number): number | undefined {
  mailName.lastIndex = at
  return mailName.exec(text) ? endOfHost(text, mailName.lastIndex) : undefined
}

function endOfHost(text: string, at: number): number | undefined {
  mailHost.lastIndex = at
  const name = mailHost.exec(text)?.[0]
  return name && !/[-_]$/.test(name) && !/^[+]/.test(text.charAt(at + name.length))
    ? at + name.length
    : undefined
}

/** Names with a dot whose end is one of {@link domains}, outside what is a link already. */
function findNames(text: string, links: readonly FoundLink[]): FoundLink[] {
  const out: FoundLink[] = []
  let index = 0
  names.lastIndex = 0
  for (const match of text.matchAll(names)) {
    const begin = match.index
    while ((links[index]?.end ?? Number.POSITIVE_INFINITY) <= begin) index++
    const link = links[index]
    if (link && link.start < begin + match[0].length) continue
    const last = match[0].slice(match[0].lastIndexOf('.') + 1).toLowerCase()
    if (!domains.has(last) || /[\w@/.:=~-]/.test(text.charAt(begin - 1))) continue
    if (/[\w@]/.test(text.charAt(begin + match[0].length))) continue
    rest.lastIndex = begin + match[0].length
    const path = rest.exec(text)?.[0] ?? ''
    const behind = /^(?::\d|[/?#])/.test(path) ? path : ''
    const whole = trimEnd(match[0] + behind)
    // What is written against it belongs to it, such as a call or a template.
    if (whole === match[0] && /^[({[\\]/.test(path)) continue
    if ((out.at(-1)?.end ?? 0) > begin) continue
    out.push({start: begin, end: begin + whole.length, url: `http://${whole}`})
  }
  return out
}

/** GFM's rule: no punctuation at the end, and no closing parenthesis without an opening one; nor such a bracket. */
function trimEnd(url: string): string {
  let end = url.length
  let open = 0
  let close = 0
  const bracket = url.includes('[')
  for (const character of url) {
    if (character === '(') open++
    else if (character === ')') close++
  }
  for (;;) {
    const character = url.charAt(end - 1)
    if (/[?!.,:*_~'"]/.test(character) || (character === ']' && !bracket)) end--
    else if (character === ')' && close > open) {
      end--
      close--
    } else if (character === ';') {
      const entity = /&[a-z\d]{1,32};$/i.exec(url.slice(Math.max(0, end - 40), end))
      end -= entity ? entity[0].length : 1
    } else return url.slice(0, end)
  }
}
