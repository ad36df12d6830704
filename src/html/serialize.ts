/** hast as text, in the one form that pages are written in. */
import type {Element, Nodes, Properties, RootContent, Text} from 'hast'
import type {Raw} from 'mdast-util-to-hast'
import {find, html, type Info, type Schema, svg} from 'property-information'

const ofHtml = new Map(Object.entries(html.property))
const ofDrawings = new Map(Object.entries(svg.property))

/** What has no end tag. */
const voids = new Set(
  'area base basefont bgsound br col command embed frame hr image img input keygen link meta param source track wbr'.split(
    ' '
  )
)

/** What holds HTML in a drawing. */
const htmlInDrawing = new Set(['desc', 'foreignObject', 'title'])

/**
 * Serialise: character by character what `hast-util-to-html` writes unless it is told otherwise, in a fraction of the
 * time, as it has no options. A line ending right behind `<pre>`, which HTML drops, is written twice.
 *
 * @throws where a node is none of HTML's.
 * @example
 * serialize({type: 'root', children: [{type: 'text', value: 'a < b'}]}) // 'a &#x3C; b'
 */
export function serialize(node: Nodes): string {
  const out = new Output()
  write(node, html, out)
  return out.text
}

/** As many characters as are kept in pieces: those of all of a long page would be moved about in memory again and again. */
const PIECES = 100_000

/** What is written. */
class Output {
  readonly #parts: string[] = []
  #last = ''

  add(piece: string): void {
    this.#last += piece
    if (this.#last.length < PIECES) return
    // A text is put together when one of its characters is asked for.
    this.#last.charCodeAt(0)
    this.#parts.push(this.#last)
    this.#last = ''
  }

  get text(): string {
    return this.#parts.length === 0 ? this.#last : this.#parts.join('') + this.#last
  }
}

function write(node: Nodes, schema: Schema, out: Output): void {
  switch (node.type) {
    case 'root':
      writeAll(node.children, schema, out)
      break
    case 'element':
      writeElement(node, schema, out)
      break
    case 'text':
    case 'raw':
      out.add(encodeText(node.value))
      break
    case 'comment':
      out.add(`<!--${node.value.replace(/^>|^->|<!--|-->|--!>|<!-$/g, encodeComment)}-->`)
      break
    case 'doctype':
      out.add('<!doctype html>')
      break
    default:
      throw new TypeError(`Cannot compile unknown node \`${Reflect.get(node, 'type')}\``)
  }
}

function writeAll(children: readonly RootContent[], schema: Schema, out: Output): void {
  for (const child of children) {
    // What most are.
    if (child.type === 'text') out.add(child.value === '\n' ? '\n' : encodeText(child.value))
    else write(child, schema, out)
  }
}

function writeElement(node: Element, outer: Schema, out: Output): void {
  const {tagName} = node
  const own = outer === html && tagName === 'svg' ? svg : outer
  const inner = own === svg && htmlInDrawing.has(tagName) ? html : own
  const {start, bare, end, isVoid} = tagsOf(tagName)
  const given = attributes(node.properties, own)
  out.add(given === '' ? bare : `${start}${given}>`)
  if (outer === html && isVoid) {
    // Only one that is empty, as they are, has no end.
    const content = new Output()
    writeContent(node, inner, content)
    if (content.text === '') return
    out.add(content.text)
  } else writeContent(node, inner, out)
  out.add(end)
}

/** What is written for each element of a name. */
interface Tags {
  start: string
  /** The start tag without attributes, which most are. */
  bare: string
  end: string
  isVoid: boolean
}

const tags = new Map<string, Tags>()

/** There are a hundred names in HTML; those of a host's own are not kept without end. */
const mostTags = 1000

function tagsOf(tagName: string): Tags {
  const known = tags.get(tagName)
  if (known) return known
  const start = `<${tagName}`
  const made = {start, bare: `${start}>`, end: `</${tagName}>`, isVoid: voids.has(tagName.toLowerCase())}
  if (tags.size < mostTags) tags.set(tagName, made)
  return made
}

function writeContent({tagName, children, content}: Element, schema: Schema, out: Output): void {
  if (tagName === 'template' && schema === html) writeAll(content?.children ?? [], schema, out)
  // No markup in these.
  else if (tagName === 'script' || tagName === 'style')
    for (const child of children) {
      if (isText(child)) out.add(child.value)
      else write(child, schema, out)
    }
  else {
    const [first] = children
    if (first?.type === 'text' && first.value.startsWith('\n') && /^(?:pre|textarea)$/.test(tagName))
      out.add('\n')
    writeAll(children, schema, out)
  }
}

function isText(node: RootContent): node is Text | Raw {
  return node.type === 'text' || node.type === 'raw'
}

function attributes(properties: Properties, schema: Schema): string {
  let out = ''
  for (const name in properties) out += attribute(name, properties[name], schema)
  return out
}

function attribute(name: string, value: Properties[string], schema: Schema): string {
  // What most are.
  if (name === 'className' && Array.isArray(value)) return ` class="${encodeValue(value.join(' ').trim())}"`
  const info: Info | undefined = (schema === svg ? ofDrawings : ofHtml).get(name) ?? find(schema, name)
  if (!info) return ''
  const isFlag = info.boolean || info.overloadedBoolean
  const bare = value === '' || value === info.attribute
  let given = value
  if (info.overloadedBoolean && bare) given = true
  else if (isFlag && (typeof value !== 'string' || bare)) given = Boolean(value)
  if (given === null || given === undefined || given === false || Number.isNaN(given)) return ''
  const written = encodeName(info.attribute)
  if (given === true) return ` ${written}`
  const text = Array.isArray(given) ? list(given, info) : String(given)
  return ` ${written}="${encodeValue(text)}"`
}

function list(values: readonly (string | number)[], {commaSeparated}: Info): string {
  if (!commaSeparated) return values.join(' ').trim()
  // An empty one at the end is seen only where a comma follows.
  return (values.at(-1) === '' ? [...values, ''] : values).join(', ').trim()
}

/** Most texts have nothing to encode, and to find that out is quicker than to replace nothing. */
function encoder(unsafe: string): (text: string) => string {
  const any = new RegExp(unsafe)
  const every = new RegExp(unsafe, 'g')
  const reference = (letter: string): string => `&#x${letter.charCodeAt(0).toString(16).toUpperCase()};`
  return (text) => (any.test(text) ? text.replace(every, reference) : text)
}

const encodeText = encoder('[<&]')
const encodeComment = encoder('[<>]')
const encodeName = encoder('[\\0\\t\\n\\f\\r "&\'/<=>`]')
const encodeValue = encoder('[\\0"&\'`]')
