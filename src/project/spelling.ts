/** How a name or path may stand in a source, and how a new one is written there. */
import {docname, folderOf} from '../names/paths.js'

/**
 * An expression for a text in any spelling that Markdown, YAML and addresses have: with escapes, character references,
 * any white space and, for labels, any case.
 *
 * @example
 * new RegExp(spellings('a b'), 'iu').test('a%20b') // true
 */
export function spellings(text: string): string {
  return [...text]
    .map((character) => {
      if (/\s/.test(character)) return '(?:\\s+(?:>\\s*)*|%20|&#0*32;|&#x0*20;)'
      const code = character.codePointAt(0) ?? 0
      const isMark = /[!-/:-@[-`{-~]/.test(character)
      const bare = `\\u{${code.toString(16)}}`
      const bytes =
        code < 128 || /\p{Surrogate}/u.test(character)
          ? `%${code.toString(16)}`
          : encodeURIComponent(character)
      const forms = [bare, bytes, `&#0*${code};`, `&#x0*${code.toString(16)};`]
      return `(?:${[...forms, ...(isMark ? [`\\\\+${bare}`] : [])].join('|')})`
    })
    .join('')
}

/** A text without the escapes and character references of {@link spellings}. */
export function readSpelling(text: string): string {
  return text
    .replace(/(?<!\\)\\+([!-/:-@[-`{-~])/g, '$1')
    .replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (whole, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0x10ffff ? whole : String.fromCodePoint(code)
    })
}

/** What an address may not hold as it is. */
export function escapeUrl(text: string): string {
  return text.replace(/[%\s<>()?#]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)
}

/**
 * A path in the manner of the one before: from the root or the page, with an ending or without.
 *
 * @example
 * pathFrom('guide/a.md', 'about/b.md', '../b', false) // '../about/b'
 */
export function pathFrom(page: string, to: string, like: string, isUrl: boolean): string {
  const html = /\.html$/i.test(like)
  const bare = docname(like) === like && docname(to) !== to
  const path = html || bare ? `${docname(to)}${html ? '.html' : ''}` : to
  const written = like.startsWith('/') ? `/${path}` : relative(page, path, like.startsWith('./'))
  return isUrl ? escapeUrl(written) : written
}

function relative(page: string, path: string, dotted: boolean): string {
  const source = folderOf(page).split('/').filter(Boolean)
  const parts = path.split('/')
  let shared = 0
  while (shared < source.length && shared < parts.length - 1 && source[shared] === parts[shared]) shared++
  const up = source.slice(shared).map(() => '..')
  return [...(dotted && up.length === 0 ? ['.'] : up), ...parts.slice(shared)].join('/')
}
