/** Bodies of Iconify icons as hast: what draws stays, all else is dropped. */
import type {ElementContent, Properties} from 'hast'
import {drawnNames, drawnProperties} from './drawing-names.js'

const drawn = new Set(drawnNames)

const token =
  /<!--[\s\S]*?-->|<\/(?<close>[\w:.-]+)\s*>|<(?<open>[\w:.-]+)(?<attributes>(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>\/?)>|[^<]+/gy
const attribute = /(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const entity = /&(?:#[xX]([\da-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/g
const entities = new Map(Object.entries({amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}))

function decode(value: string): string {
  return value.replace(entity, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return entities.get(name) ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

const harmlessCalls = /(?<![\w-])(?:rgba?|hsla?|var|matrix|translate|scale|rotate|skew[XY])\(/g

/**
 * Whether a value points at nothing outside the drawing. A browser reads CSS escapes in these: no `\`.
 *
 * @example
 * isHarmless('fill', 'url(https://example.org/a.svg#b)') // false
 */
export function isHarmless(name: string, value: string): boolean {
  if (name === 'id') return /^[\w:.-]+$/.test(value)
  if (name.endsWith('href')) return /^#[\w:.-]+$/.test(value)
  return /^url\(#[\w:.-]+\)$/.test(value) || !/[\\(]/.test(value.replace(harmlessCalls, ''))
}

function readAttributes(source: string): Properties {
  const out: Properties = {}
  for (const [, name = '', double, single] of source.matchAll(attribute)) {
    const property = drawnProperties.get(name)
    const value = decode(double ?? single ?? '')
    if (property && isHarmless(name, value)) out[property] = value
  }
  return out
}

/** No drawing nests as deep; what does would overflow the stack of whoever walks the tree. */
const deepest = 64

/**
 * The body of an icon as hast. Elements and attributes that draw stay; all else is dropped, an element with
 * what is in it. A body that is not well-formed gives nothing, as an XML reader gives nothing.
 *
 * @example
 * svgBodyToHast('<path fill-rule="evenodd" d="M0 0h9" onclick="x()"/>')
 * // [{type: 'element', tagName: 'path', properties: {fillRule: 'evenodd', d: 'M0 0h9'}, children: []}]
 */
export function svgBodyToHast(body: string): ElementContent[] {
  const root: ElementContent[] = []
  /** The elements not yet closed; one that is dropped has no children to add to. */
  const stack: {name: string; children: ElementContent[] | undefined}[] = []
  let read = 0
  for (const match of body.matchAll(token)) {
    read += match[0].length
    const {close, open, attributes = '', empty} = match.groups ?? {}
    if (close !== undefined && stack.pop()?.name !== close) return []
    if (open === undefined) continue
    const top = stack.at(-1)
    const siblings = top ? top.children : root
    let children: ElementContent[] | undefined
    if (siblings && drawn.has(open) && stack.length < deepest) {
      children = []
      siblings.push({type: 'element', tagName: open, properties: readAttributes(attributes), children})
    }
    if (!empty) stack.push({name: open, children})
  }
  return read === body.length && stack.length === 0 ? root : []
}
