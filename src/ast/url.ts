/** Which addresses may stand in a page. */

/** Schemes that lead somewhere and run nothing. */
const schemes = new Set([
  'http',
  'https',
  'mailto',
  'ftp',
  'ftps',
  'sftp',
  'tel',
  'sms',
  'geo',
  'irc',
  'ircs',
  'matrix',
  'news',
  'xmpp',
  'doi',
  'urn',
  'git',
  'ssh',
  'magnet',
  'webcal'
])

/** In images also pictures that are in the address itself; even an SVG runs no script there. */
const pictures = /^data:image\//i

/**
 * Whether an address may be written into a page: relative, or with a scheme that cannot run script.
 *
 * Browsers drop control characters and white space before they read the scheme, so they are dropped here first.
 *
 * @example
 * isSafeUrl('java\nscript:alert(1)') // false
 */
export function isSafeUrl(url: string, kind: 'link' | 'image' = 'link'): boolean {
  if (kind === 'image' && pictures.test(url.trim())) return true
  const scheme = schemeOf(url)
  return scheme === undefined || schemes.has(scheme)
}

/**
 * Whether an address has a scheme that browsers act on in a harmful way: the rest of the unknown are labels.
 *
 * @example
 * runsScript('javascript:alert(1)') // true
 */
export function runsScript(url: string): boolean {
  return /^(?:javascript|vbscript|livescript|data|file|blob|about|filesystem|view-source|jar|mhtml)$/.test(
    schemeOf(url) ?? ''
  )
}

/**
 * An address without the characters that browsers drop before they read it, and those that only look like nothing.
 *
 * @example
 * bareUrl('/\t/example.org') // '//example.org'
 */
export function bareUrl(url: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what browsers drop
  return url.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028\u2029\ufeff]/g, '')
}

function schemeOf(url: string): string | undefined {
  if (!url.includes(':')) return
  // What begins so holds nothing that is dropped.
  const plain = /^([a-z][a-z\d+.-]*):/i.exec(url)?.[1]
  if (plain !== undefined) return plain.toLowerCase()
  return /^([^/?#:]*):/.exec(bareUrl(url))?.[1]?.toLowerCase()
}

const unwritable = /[\s"<>\\^`{|}]/g

/**
 * An address as it may stand in an attribute: what no address may hold is escaped, other scripts stay readable. A
 * backslash, which browsers take for a slash, is one of these.
 *
 * @example
 * encodeUrl('/a b\\c') // '/a%20b%5Cc'
 */
export function encodeUrl(url: string): string {
  // Most have none, and a replacement that finds nothing takes longer than a search.
  return url.search(unwritable) === -1 ? url : url.trim().replace(unwritable, encodeURIComponent)
}
