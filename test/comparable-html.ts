/** HTML of two renderers, to compare: what no reader sees aside, and ours brought to the other's form. */
import type {Element, ElementContent, Root, RootContent} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {toHtml} from 'hast-util-to-html'
import type {ElementTable} from '../src/index.js'
import {headingId} from '../src/names/labels.js'

/** How an element of ours says it otherwise: gives it in the other's form. */
export type HtmlAdapter = (element: Element) => ElementContent[]

/**
 * One text for HTML that is the same to a reader. White space counts where it is shown: in code, and inside a line.
 *
 * @param adapters by name, in order, on each element after what is in it; the name says what differs.
 */
export function comparableHtml(html: string, adapters: Record<string, HtmlAdapter> = {}): string {
  const tree = fromHtml(html.trim(), {fragment: true})
  const steps = Object.values(adapters)
  const adapt = (nodes: RootContent[]): ElementContent[] =>
    nodes.flatMap((node) => {
      if (node.type === 'doctype') return []
      if (node.type !== 'element') return [node]
      const element: ElementContent = {...node, children: adapt(node.children)}
      return steps.reduce<ElementContent[]>(
        (now, step) => now.flatMap((each) => (each.type === 'element' ? step(each) : [each])),
        [element]
      )
    })
  const root: Root = {type: 'root', children: withoutSpace(adapt(tree.children), true)}
  return toHtml(root)
    .replace(/(<\/?(?:p|div|ul|ol|li|table|t[rdh]|aside|figure|h\d|blockquote)\b)/g, '\n$1')
    .trim()
}

/** Attributes and classes in one order; of an address, other scripts and brackets as percents. */
function inOneSpelling(element: Element): Element {
  const properties = Object.entries(element.properties)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => {
      if (name === 'href') return [name, String(value).replace(/[^!-~]|[[\]]/gu, encodeURIComponent)]
      return [name, Array.isArray(value) ? [...value].sort() : value]
    })
  return {...element, properties: Object.fromEntries(properties)}
}

const exact = new Set(['code', 'pre', 'textarea'])
const inLine = new Set(
  'a abbr b bab big br code del em i img input ins kbd small span strong sub sup u'.split(' ')
)

/** Line ends and indents of the HTML itself are nobody's words. */
function withoutSpace(nodes: ElementContent[], isBlock: boolean): ElementContent[] {
  return nodes.flatMap((node, index): ElementContent[] => {
    if (node.type === 'element')
      return [
        exact.has(node.tagName)
          ? {
              ...inOneSpelling(node),
              children: node.children.map((child) =>
                child.type === 'element' ? inOneSpelling(child) : child
              )
            }
          : {...inOneSpelling(node), children: withoutSpace(node.children, !inLine.has(node.tagName))}
      ]
    if (node.type !== 'text') return [node]
    const isEdge = (beside: ElementContent | undefined): boolean =>
      beside ? beside.type !== 'element' || !inLine.has(beside.tagName) || beside.tagName === 'br' : isBlock
    let value = node.value.replace(/[ \t]*\n\s*/g, '\n')
    if (isEdge(nodes[index - 1])) value = value.replace(/^[ \t\n]+/, '')
    if (isEdge(nodes[index + 1])) value = value.replace(/[ \t\n]+$/, '')
    return value ? [{type: 'text', value}] : []
  })
}

/** All text in it. */
export function textOf(node: ElementContent): string {
  if (node.type === 'element') return node.children.map(textOf).join('')
  return node.type === 'text' ? node.value : ''
}

/** Classes of an element. */
export function classesOf({properties}: Element): string[] {
  return Array.isArray(properties.className) ? properties.className.map(String) : []
}

/** The element with other classes; without any, no attribute. */
export function withClasses(element: Element, classes: string[]): Element {
  const {className: _, ...properties} = element.properties
  return {...element, properties: classes.length > 0 ? {...properties, className: classes} : properties}
}

/** The element without the classes of a form. */
export function withoutClasses(element: Element, form: RegExp): Element {
  return withClasses(
    element,
    classesOf(element).filter((name) => !form.test(name))
  )
}

const isHeading = /^h[1-6]$/

/** Left as written: what a word or a path leads to is tested with the resolver. */
export const referencesAsWritten: ElementTable = {
  crossReference: ({reference, title, children}) => ({
    type: 'link',
    url: reference.target,
    title: title ?? null,
    children
  })
}

/** Where our HTML of plain Markdown says more than CommonMark's, or says it otherwise. */
export const commonMarkAdapters: Record<string, HtmlAdapter> = {
  'a heading has an id of its text, so that references can lead to it': (element) => {
    if (!isHeading.test(element.tagName)) return [element]
    const made = headingId(textOf(element))
    const own = (id: unknown): boolean => id === made || String(id).replace(/-\d+$/, '') === made
    const {id, ...properties} = element.properties
    const children = element.children.filter(
      (child) => child.type !== 'element' || child.tagName !== 'span' || !own(child.properties.id)
    )
    return [{...element, children, properties: own(id) ? properties : element.properties}]
  },
  'a heading inside a block is no section: Sphinx calls it a rubric': (element) => [
    isHeading.test(element.tagName) ? withoutClasses(element, /^rubric$/) : element
  ],
  'a link says whether it leads out of the project': (element) => [
    element.tagName === 'a' ? withoutClasses(element, /^(?:reference|internal|external)$/) : element
  ],
  'code stands in the boxes that Sphinx and its themes know': (element) => {
    const [language] = classesOf(element).flatMap((name) => /^highlight-(.+)/.exec(name)?.[1] ?? [])
    if (element.tagName !== 'div' || language === undefined) return [element]
    const own = withoutClasses(element, /^(?:highlight-.*|notranslate)$/)
    const text = textOf(element)
    const code: Element = {
      ...withClasses(own, [...(language === 'default' ? [] : [`language-${language}`]), ...classesOf(own)]),
      tagName: 'code',
      // An empty block has a line there.
      children: text === '\n' ? [] : [{type: 'text', value: text}]
    }
    return [{type: 'element', tagName: 'pre', properties: {}, children: [code]}]
  }
}

/** Where our HTML of GFM's additions says more than GitHub's, or says it otherwise. */
export const gfmAdapters: Record<string, HtmlAdapter> = {
  ...commonMarkAdapters,
  'a box has a name for those who do not see it': (element) => {
    const {ariaLabel: _, ...properties} = element.properties
    return [element.tagName === 'input' ? {...element, properties} : element]
  },
  'a list of tasks and its items say so to a style sheet': (element) => [
    withoutClasses(element, /^(?:contains-task-list|task-list-item)$/)
  ],
  'a table and its rows have the classes of docutils': (element) => [
    /^t(?:able|r)$/.test(element.tagName)
      ? withoutClasses(element, /^(?:docutils|align-default|row-odd|row-even)$/)
      : element
  ],
  'a head says what it is the head of': (element) => {
    const {scope: _, ...properties} = element.properties
    return [element.tagName === 'th' ? withoutClasses({...element, properties}, /^head$/) : element]
  },
  'a cell is aligned by a class': (element) => {
    const align = classesOf(element).flatMap((name) => /^text-(.+)/.exec(name)?.[1] ?? [])[0]
    if (!/^t[hd]$/.test(element.tagName) || align === undefined) return [element]
    const {properties, ...rest} = withoutClasses(element, /^text-/)
    return [{...rest, properties: {align, ...properties}}]
  }
}
