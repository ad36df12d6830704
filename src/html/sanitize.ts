/** What may stand in a page's HTML: everything that we draw, and of authors' raw HTML what can do no harm. */
import type {Element, ElementContent, Properties, Root, RootContent} from 'hast'
import type {Schema} from 'hast-util-sanitize'
import type {Raw} from 'mdast-util-to-hast'
import {isSafeUrl} from '../ast/url.js'
import {copyOf, patch} from './copy-hast.js'
import {frameSandbox, isFramed} from './embed-elements.js'
import {drawnAttributes, drawnTags, schema} from './safe-schema.js'
import {safeStyle} from './style-value.js'
import {isHarmless} from './svg-body.js'

type Definition = NonNullable<Schema['attributes']>[string][number]
type Rules = ReadonlyMap<string, Definition>
type Value = Properties[string]

const tagNames = new Set(schema.tagNames)
const stripped = new Set(schema.strip)
/** Parts of tables break out of where they stand without one around them. */
const ancestors = new Map(Object.entries(schema.ancestors ?? {}))
const protocols = new Map(Object.entries(schema.protocols ?? {}))
const attributes = new Map(Object.entries(schema.attributes ?? {}).map(([tag, list]) => [tag, rulesOf(list)]))
const everywhere = attributes.get('*')

/** Of several for one name the first counts. */
function rulesOf(list: readonly Definition[]): Rules {
  return new Map(list.toReversed().map((rule) => [typeof rule === 'string' ? rule : rule[0], rule]))
}

/** Where the walk is. */
interface Walk {
  /** The tags that are open. */
  around: string[]
  idPrefix: string
  /** Called for each raw node; all are left out. */
  onRaw: ((node: Raw) => void) | undefined
}

/**
 * Take out of a page's HTML what could run script, load from elsewhere unasked or lie over the page: in one walk what
 * `hast-util-sanitize` takes out with the same schema, and what no schema says.
 *
 * @param idPrefix what every id begins with; those of raw HTML, and links to them, get it here.
 * @returns a new tree.
 */
export function sanitizeHtml(tree: Root, idPrefix = ''): Root {
  return sanitizeInPlace(patch(tree, {type: 'root', children: copyOf(tree.children)}), idPrefix)
}

/**
 * The same for a tree that is the caller's own, in place.
 *
 * @param onRaw called for each raw node, which is left out.
 */
export function sanitizeInPlace(tree: Root, idPrefix = '', onRaw?: (node: Raw) => void): Root {
  cleanChildren(tree, {around: [], idPrefix, onRaw})
  return tree
}

function cleanChildren(parent: Root | Element, walk: Walk): void {
  const {children} = parent
  let stays = true
  for (const node of children) {
    if (node.type === 'element') {
      walk.around.push(node.tagName)
      cleanChildren(node, walk)
      walk.around.pop()
      if (mayStand(node.tagName, walk)) cleanElement(node, walk)
      else stays = false
    } else if (node.type !== 'text') {
      stays = false
      if (node.type === 'raw') walk.onRaw?.(node)
    }
  }
  if (!stays) parent.children = children.flatMap((node) => leftOf(node, walk))
}

/** What is in an element that may not stand stays, if it is no script. */
function leftOf(node: RootContent, walk: Walk): ElementContent[] {
  if (node.type === 'text') return [node]
  if (node.type !== 'element') return []
  if (mayStand(node.tagName, walk)) return [node]
  return stripped.has(node.tagName) ? [] : node.children
}

function mayStand(tagName: string, {around}: Walk): boolean {
  if (!tagNames.has(tagName)) return false
  const needed = ancestors.get(tagName)
  return !needed || needed.some((name) => around.includes(name))
}

function cleanElement(element: Element, {idPrefix}: Walk): void {
  const {tagName, properties} = element
  const own = attributes.get(tagName)
  for (const name in properties) {
    const value = properties[name]
    const safe =
      safeValue(ruleFor(own, name), name, value) ?? safeValue(ruleFor(everywhere, name), name, value)
    if (safe === undefined) delete properties[name]
    else if (safe !== value) properties[name] = safe
  }
  checkElement(element)
  if (idPrefix) prefixIds(properties, idPrefix)
}

function ruleFor(rules: Rules | undefined, name: string): Definition | undefined {
  const rule = rules?.get(name)
  if (rule !== undefined || !rules?.has('data*')) return rule
  return /^data./i.test(name) ? rules.get('data*') : undefined
}

function safeValue(rule: Definition | undefined, name: string, value: Value): Value {
  if (rule === undefined) return
  if (!Array.isArray(value)) return isSafe(rule, name, value) ? value : undefined
  // A copy at all events: lists of properties may be a plug-in's.
  return value.every((part) => isSafe(rule, name, part))
    ? value.slice()
    : value.filter((part) => isSafe(rule, name, part))
}

function isSafe(rule: Definition, name: string, value: Value): value is string | number | boolean {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return false
  if (!hasProtocol(name, value)) return false
  if (typeof rule === 'string' || rule.length === 1) return true
  return rule.some((allowed, index) => {
    if (index === 0) return false
    return allowed instanceof RegExp ? allowed.test(String(value)) : allowed === value
  })
}

/** Whether an address is relative or has a protocol that its attribute may have, as far as the schema says any. */
function hasProtocol(name: string, value: string | number | boolean): boolean {
  const known = protocols.get(name)
  if (!known) return true
  const scheme = /^[^:/?#]*(?=:)/.exec(String(value))?.[0]
  return scheme === undefined || known.includes(scheme)
}

/** An id of the author's may be that of the site around the page, and a name that its script looks for. */
function prefixIds(properties: Element['properties'], idPrefix: string): void {
  const prefixed = (value: string): string => (value.startsWith(idPrefix) ? value : idPrefix + value)
  for (const [name, value] of Object.entries(properties)) {
    const text = Array.isArray(value) ? value.join(' ') : String(value)
    if (/^(?:id|name|htmlFor|aria(?:Controls|DescribedBy|LabelledBy))$/.test(name))
      properties[name] = text.split(/\s+/).map(prefixed).join(' ')
    else if (name === 'href') properties[name] = text.replace(/^#(?=.)(.*)/s, (_, id) => `#${prefixed(id)}`)
    else if (text.startsWith('url(#')) properties[name] = `url(#${prefixed(text.slice(5))}`
  }
}

function checkElement({tagName, properties, children}: Element): void {
  const {style, href, src, srcSet, poster} = properties
  if (tagName === 'iframe') {
    // Another page may stand in this one, but only over https or from beside it, and locked in.
    properties.sandbox = frameSandbox(String(src ?? ''))
    children.length = 0
    if (!isFramed(String(src ?? ''))) delete properties.src
  }
  if (poster !== undefined && !isSafeUrl(String(poster), 'image')) delete properties.poster
  if (style !== undefined) set(properties, 'style', typeof style === 'string' ? safeStyle(style) : undefined)
  if (href !== undefined) {
    const local = tagName === 'use' ? String(href).startsWith('#') : isSafeUrl(String(href))
    if (!local) delete properties.href
  }
  if (drawnTags.has(tagName))
    for (const name of Object.keys(properties))
      if (drawnAttributes.has(name) && !isHarmless(name, String(properties[name]))) delete properties[name]
  if (src !== undefined && !isSafeUrl(String(src), 'image')) delete properties.src
  if (
    srcSet !== undefined &&
    !String(srcSet)
      .split(/[\s,]+/)
      .every((part) => isSafeUrl(part, 'image'))
  )
    delete properties.srcSet
}

function set(properties: Element['properties'], name: string, value: string | undefined): void {
  if (value === undefined) delete properties[name]
  else properties[name] = value
}
