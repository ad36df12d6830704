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
export function serialize(node: Nodes, schema = html): string {
  switch (node.type) {
    case 'root':
      return all(node.children, schema)
    case 'element':
      return element(node, schema)
    case 'text':
    case 'raw':
      return encodeText(node.value)
    case 'comment':
      return `<!--${node.value.replace(/^>|^->|<!--|-->|--!>|<!-$/g, encodeComment)}-->`
    case 'doctype':
      return '<!doctype html>'
  }
  throw new TypeError(`Cannot compile unknown node \`${Reflect.get(node, 'type')}\``)
}

function all(children: readonly RootContent[], schema: Schema): string {
  let out = ''
  for (const child of children) out += serialize(child, schema)
  return out
}

function element(node: Element, outer: Schema): string {
  const {tagName} = node
  const own = outer === html && tagName === 'svg' ? svg : outer
  const head = `<${tagName}${attributes(node.properties, own)}>`
  const inner = own === svg && htmlInDrawing.has(tagName) ? html : own
  const content = contentOf(node, inner)
  return content === '' && outer === html && voids.has(tagName.toLowerCase())
    ? head
    : `${head}${content}</${tagName}>`
}

function contentOf({tagName, children, content}: Element, schema: Schema): string {
  if (tagName === 'template' && schema === html) return all(content?.children ?? [], schema)
  // No markup in these.
  if (tagName === 'script' || tagName === 'style')
    return children.reduce((out, child) => out + (isText(child) ? child.value : serialize(child, schema)), '')
  const [first] = children
  const dropped = first?.type === 'text' && first.value.startsWith('\n') && /^(?:pre|textarea)$/.test(tagName)
  return dropped ? `\n${all(children, schema)}` : all(children, schema)
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
