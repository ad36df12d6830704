/** How our HTML and that of the MyST specification say the same: one reason each. */
import type {Element, ElementContent} from 'hast'
import {makeId} from '../../src/index.js'
import {
  classesOf,
  gfmAdapters,
  type HtmlAdapter,
  textOf,
  withClasses,
  withoutClasses
} from '../comparable-html.js'

const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[]
): Element => ({
  type: 'element',
  tagName,
  properties,
  children
})

const has = (node: ElementContent | undefined, name: string): node is Element =>
  node?.type === 'element' && classesOf(node).includes(name)

/** An element without some attributes. */
function without(node: Element, ...names: string[]): Element {
  const properties = Object.entries(node.properties).filter(([name]) => !names.includes(name))
  return {...node, properties: Object.fromEntries(properties)}
}

const isNote = ({properties}: Element): boolean =>
  'dataFootnoteRef' in properties ||
  'dataFootnoteBackref' in properties ||
  /^doc-(?:noteref|backlink)$/.test(String(properties.role))

/** On both sides. */
const both: Record<string, HtmlAdapter> = {
  'numbers are tested elsewhere': (node) => (has(node, 'caption-number') ? [] : [node]),
  'what is unknown is shown by its words, in boxes of one or the other kind': (node) =>
    has(node, 'unknown-directive') || has(node, 'directive')
      ? [element('div', {className: ['unknown']}, [{type: 'text', value: textOf(node).replace(/\s+/g, '')}])]
      : [node],
  'a reference that leads nowhere shows its words, or its label': (node) =>
    has(node, 'unresolved') || has(node, 'reference')
      ? [element('span', {className: ['unresolved']}, [])]
      : [node],
  'marks of footnotes and ways back have names and ids of one or the other kind': (node) =>
    isNote(node) ? [element('a', {}, node.children)] : [node],
  'the list of footnotes has a name, here in an attribute': (node) =>
    has(node, 'footnotes')
      ? [
          element(
            'section',
            {},
            node.children
              .filter((child): child is Element => child.type === 'element' && !has(child, 'sr-only'))
              .map((list) => ({...list, children: list.children.map(bareItem)}))
          )
        ]
      : [node]
}

function bareItem(node: ElementContent): ElementContent {
  return node.type === 'element' ? without(node, 'id', 'value') : node
}

/** On our side. */
export const ourAdapters: Record<string, HtmlAdapter> = {
  'numbers of lines are drawn beside the code': (node) => (has(node, 'linenos') ? [] : [node]),
  ...gfmAdapters,
  ...both,
  'an admonition is a note to those who hear the page': (node) => [
    node.tagName === 'aside' ? without(node, 'role') : node
  ],
  'no alignment is said by a class, as in docutils': (node) => [
    /^(?:figure|table)$/.test(node.tagName) ? withoutClasses(node, /^align-default$/) : node
  ],
  'a legend is part of the description': (node) => {
    const isLegend = (child: ElementContent): boolean => has(child, 'legend')
    return node.tagName === 'figcaption'
      ? [
          {...node, children: node.children.filter((child) => !isLegend(child))},
          ...node.children.filter(isLegend)
        ]
      : [node]
  },
  'an image without a description says so': (node) => [
    node.tagName === 'img' && node.properties.alt === '' ? without(node, 'alt') : node
  ],
  'a size is a style, which takes all units': (node) => {
    const width = /^width: ([^;]+)$/.exec(String(node.properties.style ?? ''))?.[1]
    return node.tagName === 'img' && width !== undefined
      ? [{...node, properties: {...without(node, 'style').properties, width}}]
      : [node]
  },
  'a table has its caption in it, as in docutils': (node) => {
    const [caption, ...rows] = node.children.filter((child) => child.type === 'element')
    if (node.tagName !== 'table' || caption?.tagName !== 'caption') return [node]
    const [align] = classesOf(node).flatMap((name) => /^align-(.*)/.exec(name)?.[1] ?? [])
    const words = caption.children.flatMap((child) => (child.type === 'element' ? child.children : []))
    return [
      {
        ...withoutClasses(node, /^align-/),
        tagName: 'figure',
        children: [
          element('figcaption', {}, [element('p', {}, words)]),
          element('table', align ? {align} : {}, rows)
        ]
      }
    ]
  },
  'the number of an equation stands behind it': (node) => (has(node, 'eqno') ? [] : [node]),
  'a formula that nothing draws is code': (node) => {
    if (!has(node, 'math')) return [node]
    const [only] = node.children
    const children = has(only, 'math-inline') ? only.children : node.children
    return [
      withClasses({...node, tagName: node.tagName === 'div' ? 'div' : 'span', children}, [
        node.tagName === 'div' ? 'math-display' : 'math-inline'
      ])
    ]
  },
  "the id of an equation is Sphinx's": (node) => [mapIds(node, (id) => id.replace(/^equation-/, ''))],
  'a role that nobody knows is named in its title': (node) => {
    const kind = /\{.*\}/.exec(String(node.properties.title ?? ''))?.[0]
    return has(node, 'unknown-role') && kind
      ? [
          element('span', {className: ['role', 'unhandled']}, [
            element('code', {className: ['kind']}, [{type: 'text', value: kind}]),
            element('code', {}, node.children)
          ])
        ]
      : [node]
  }
}

function mapIds(node: Element, change: (id: string) => string): Element {
  const {id, href} = node.properties
  return {
    ...node,
    properties: {
      ...node.properties,
      ...(typeof id === 'string' ? {id: change(id)} : {}),
      ...(typeof href === 'string' && href.startsWith('#') ? {href: `#${change(href.slice(1))}`} : {})
    }
  }
}

/** On the specification's side. */
export const theirAdapters: Record<string, HtmlAdapter> = {
  ...both,
  "an id is made by docutils' rule here": (node) => [mapIds(node, makeId)],
  'what has a number is known by its number': (node) => [
    node.tagName === 'figure' ? withoutClasses(node, /^numbered$/) : node
  ],
  '"See also" is written as docutils writes it': (node) =>
    has(node, 'admonition-title')
      ? [{...node, children: [{type: 'text', value: textOf(node).replace('See Also', 'See also')}]}]
      : [node]
}

/** On the specification's side, in some cases. */
export const theirAdaptersByTitle: [title: RegExp, adapters: Record<string, HtmlAdapter>][] = [
  [
    /^references\.tables/,
    {
      'no row is a head where nobody says so, as in docutils': (node) => {
        if (node.tagName === 'th') return [{...node, tagName: 'td'}]
        if (node.tagName !== 'table') return [node]
        const rows = node.children.flatMap((part) => (part.type === 'element' ? part.children : []))
        return [{...node, children: [element('tbody', {}, rows)]}]
      }
    }
  ]
]
