/** Nodes of Markdown's own as hast: what mdast-util-to-hast makes of them. */
import type {Element, ElementContent, Properties} from 'hast'
import type {Data, InlineCode, List, ListItem, Nodes, Parents, RootContent} from 'mdast'
import type {Raw} from 'mdast-util-to-hast'
import {isParent} from '../ast/tree.js'
import {isLoose, listType, withLanguage} from './attributed-elements.js'
import type {ElementContext} from './context.js'
import {copyOf} from './copy-hast.js'
import {type HtmlElement, withAttributes} from './element.js'
import type {Footnotes} from './footnotes.js'
import {at, elementAt, fitted, newline, textOf, trimmed, wrap} from './hast-parts.js'
import {withBox} from './task-element.js'
import {stateOf} from './to-hast.js'

/** What these functions are given beyond other element functions. */
export interface HastContext extends ElementContext<ElementContent> {
  one(node: RootContent): ElementContent | ElementContent[]
  footnotes: Footnotes
  /** Told of each node of raw HTML. */
  onRaw: (node: {value: string}) => void
}

/** Turns a node of Markdown's own into hast. */
export type DrawHast<N extends Nodes = Nodes> = {
  draw(node: N, context: HastContext): ElementContent | ElementContent[]
}['draw']

/** By type. */
export type HastTable = {[Type in Nodes['type']]?: DrawHast<Extract<Nodes, {type: Type}>>}

/** Links, tables and code have elements of ours. */
export const plainNodes: HastTable = {
  blockquote: (node, context) => elementOf(node, context, 'blockquote', wrap(context.all(node.children))),
  break: (node, context) => [elementOf(node, context, 'br', []), newline()],
  delete: as('del'),
  emphasis: as('em'),
  heading: (node, context) => elementOf(node, context, `h${node.depth}`, context.all(node.children)),
  html(node, context) {
    context.onRaw(node)
    return node.data ? drawOther(node, context) : at<Raw>(node, {type: 'raw', value: node.value})
  },
  inlineCode: drawInlineCode,
  htmlElement(node, {all, onRaw}) {
    const {hName, hProperties, hChildren} = node.data
    const children = hChildren ? copyOf(hChildren, onRaw) : all(node.children)
    return elementAt(node, hName, {...hProperties}, children)
  },
  list: drawList,
  listItem: drawItem,
  paragraph: as('p'),
  strong: as('strong'),
  tableCell: as('td'),
  tableRow: (node, context) => elementOf(node, context, 'tr', wrap(context.all(node.children))),
  text: (node, context) => (node.data ? drawOther(node, context) : textOf(node, trimmed(node.value))),
  thematicBreak: (node, context) => elementOf(node, context, 'hr', [])
}

/** As an element with what stands in the node. */
function as(tagName: string): DrawHast<Parents> {
  return (node, context) => elementOf(node, context, tagName, context.all(node.children))
}

/** Any other node: as mdast-util-to-hast draws it, around what is drawn of what stands in it. */
export function drawOther(node: Nodes, {all, onRaw}: HastContext): ElementContent[] {
  const data: Data = {...node.data}
  const given = givenTo(node)
  if (given) data.hProperties = given
  const hChildren = isParent(node) ? all(node.children) : []
  const drawn: HtmlElement = {
    type: 'htmlElement',
    data: {hName: '', hProperties: {}, hChildren},
    children: []
  }
  const whole = Object.assign({}, node, {data}, isParent(node) ? {children: [drawn]} : {})
  const made = stateOf({htmlElement: () => hChildren}).one(whole, undefined) ?? []
  return copyOf([made].flat(), onRaw)
}

function drawInlineCode(given: InlineCode, context: HastContext): Element {
  const node = withLanguage(given)
  const value = /[\r\n]/.test(node.value) ? node.value.replace(/\r?\n|\r/g, ' ') : node.value
  return elementOf(node, context, 'code', [textOf(node, value)])
}

function drawList(node: List, context: HastContext): Element {
  const spread = isLoose(node)
  const items = context.all(node.children.map((item) => (item.spread === spread ? item : {...item, spread})))
  const properties: Properties = {}
  if (typeof node.start === 'number' && node.start !== 1) properties.start = node.start
  if (items.some(isTask)) properties.className = ['contains-task-list']
  const type = listType(node)
  return elementOf(
    type ? {...node, data: {...node.data, hProperties: {...node.data?.hProperties, type}}} : node,
    context,
    node.ordered ? 'ol' : 'ul',
    wrap(items),
    properties
  )
}

function isTask(item: ElementContent): boolean {
  if (item.type !== 'element' || item.tagName !== 'li') return false
  const {className} = item.properties
  return Array.isArray(className) ? className.includes('task-list-item') : className === 'task-list-item'
}

/**
 * Spread as its list is: tight items have no paragraphs, but for those that have ids or classes to bear.
 */
function drawItem(given: ListItem, context: HastContext): Element {
  const item = withBox(given, context)
  const {spread} = item
  const children: ElementContent[] = []
  let isFirst = true
  let endsInline = true
  for (const node of item.children) {
    const drawn = context.one(node)
    const isMarked = node.type === 'paragraph' && (isAttributed(node) || node.data?.hProperties !== undefined)
    for (const each of Array.isArray(drawn) ? drawn : [drawn]) {
      const isParagraph = each.type === 'element' && (isMarked || each.tagName === 'p')
      if (spread || !isFirst || !isParagraph) children.push(newline())
      if (isParagraph && !spread && !isMarked) for (const child of each.children) children.push(child)
      else children.push(each)
      isFirst = false
      endsInline = isParagraph && !spread
    }
  }
  if (!endsInline) children.push(newline())
  return elementOf(item, context, 'li', fitted(children))
}

/** An element of a node, with what attributes and plug-ins gave it. */
function elementOf(
  node: Nodes,
  {onRaw}: HastContext,
  tagName: string,
  children: ElementContent[],
  properties: Properties = {}
): Element {
  const {data} = node
  if (data || isAttributed(node)) Object.assign(properties, givenTo(node))
  const element = elementAt(node, tagName, properties, children)
  if (!data) return element
  if (typeof data.hName === 'string') element.tagName = data.hName
  if (data.hChildren) element.children = copyOf(data.hChildren, onRaw)
  return element
}

function isAttributed({ids, class: names}: Nodes): boolean {
  return Boolean(names || (ids && ids.length > 0))
}

/** What plug-ins and attributes gave a node. */
function givenTo(node: Nodes): Properties | undefined {
  const given = node.data?.hProperties
  return isAttributed(node) ? withAttributes(node, given, node.class) : given
}
