/** GitHub's alerts: quotes that begin with `[!NOTE]` become admonitions. */
import type {Blockquote, Paragraph, RootContent, Text} from 'mdast'
import type {Point} from 'unist'
import type {Admonition} from '../ast/nodes.js'
import {setOrigin} from '../ast/origin.js'
import {along} from '../ast/place.js'
import {didYouMean, type Report} from '../ast/report.js'
import type {Survey} from '../ast/survey.js'
import {suggest} from '../names/suggest.js'

const kinds = ['note', 'tip', 'important', 'warning', 'caution'] as const

/** The marker alone on its line; text behind it makes it a quote (MyST-Parser, GitHub). */
const marker = /^\[!(\w+)\]([^\n]*)(\n|$)/

/**
 * Turn alerts into admonitions, in place. A kind that is nearly one is said; the quote stays.
 *
 * @param source the page, to find where the text behind the marker begins.
 */
export function readAlerts(seen: Survey, source: string, report: Report): void {
  // Quotes in a quote before the quote, which gives its children to another node.
  for (const parent of [...seen.holders('blockquote')].reverse()) {
    const children = parent.children.map((child): RootContent => {
      const alert = child.type === 'blockquote' ? alertOf(child, source, report) : undefined
      if (alert) setOrigin([alert], [child])
      return alert ?? child
    })
    Object.assign(parent, {children})
  }
}

function alertOf(quote: Blockquote, source: string, report: Report): Admonition | undefined {
  const [paragraph, ...rest] = quote.children
  const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined
  if (paragraph?.type !== 'paragraph' || first?.type !== 'text') return
  const [head, name = '', behind = '', lineEnd] = marker.exec(first.value) ?? []
  const next = paragraph.children[1]
  // A backslash before the bracket says that it is text.
  if (head === undefined || source[first.position?.start.offset ?? 0] === '\\') return
  const kind = kinds.find((each) => each === name.toLowerCase())
  const titled = behind.trim() !== '' || (!lineEnd && next && next.type !== 'break')
  if (!kind || titled) {
    const near = kind || titled ? [] : suggest(name.toLowerCase(), kinds)
    if (kind || near.length > 0)
      report({
        ruleId: 'unknown-alert',
        reason: kind
          ? `text behind "[!${name}]" makes it a quote: write it in the next line, or use \`:::{${kind}}\``
          : `"[!${name}]" is no kind of alert${didYouMean(near)}`,
        position: first.position && {
          ...first.position,
          end: along(first.position.start, name.length + 3)
        }
      })
    return
  }
  const body = behindMarker(paragraph, first, head, source)
  const {type: _, children: __, attribution: ___, ...fields} = quote
  return {...fields, type: 'admonition', kind, children: [...(body ? [body] : []), ...rest]}
}

/** The paragraph without its marker, or nothing. */
function behindMarker(
  paragraph: Paragraph,
  first: Text,
  head: string,
  source: string
): Paragraph | undefined {
  const [, second, ...others] = paragraph.children
  const value = first.value.slice(head.length)
  const rest = second && second.type !== 'break' ? [second, ...others] : others
  if (!value) {
    const start = rest[0]?.position?.start
    const position = paragraph.position && start ? {start, end: paragraph.position.end} : paragraph.position
    return rest.length > 0 ? {...paragraph, children: rest, ...(position ? {position} : {})} : undefined
  }
  const start = first.position && nextLine(source, first.position.start)
  const at = start && first.position ? {position: {start, end: first.position.end}} : {}
  const place = start && paragraph.position ? {position: {start, end: paragraph.position.end}} : {}
  return {...paragraph, ...place, children: [{...first, value, ...at}, ...rest]}
}

/** Where text begins on the line after a point: behind the marks of quotes and the indent of lists. */
function nextLine(source: string, from: Point): Point | undefined {
  const end = /\r\n|\r|\n/g
  end.lastIndex = from.offset ?? 0
  if (!end.exec(source)) return
  const begin = end.lastIndex
  let offset = begin
  while (/[ \t>]/.test(source.charAt(offset))) offset++
  return {line: from.line + 1, column: offset - begin + 1, offset}
}
