/** An mdast node that is one HTML element, so that any host's mdast-to-hast draws it. */
import type {Element, ElementContent, Properties} from 'hast'
import type {Node, Nodes, RootContent} from 'mdast'
import type {} from 'mdast-util-to-hast'
import type {Drawn, ElementContext} from './context.js'

/** Stands for an element; its `data` says which, as every mdast-to-hast reads it. */
export interface HtmlElement extends Node {
  type: 'htmlElement'
  data: {hName: string; hProperties: Properties; hChildren?: ElementContent[]}
  children: RootContent[]
}

declare module 'mdast' {
  interface BlockContentMap {
    htmlElement: HtmlElement
  }
  interface PhrasingContentMap {
    htmlElement: HtmlElement
  }
  interface RootContentMap {
    htmlElement: HtmlElement
  }
}

/**
 * Make an element of mdast.
 *
 * @param properties as hast has them; `undefined`, `false` and empty class lists are left out.
 * @example
 * element('p', {className: ['sd-card-text']}, children)
 */
export function element(tag: string, properties: Properties, children: RootContent[] = []): HtmlElement {
  return {type: 'htmlElement', data: {hName: tag, hProperties: tidy(properties)}, children}
}

/** Places for links that nothing drawn carries. */
export function anchors<D extends Drawn>(
  {ids = []}: {ids?: readonly string[] | undefined},
  {element}: Pick<ElementContext<D>, 'element'>
): D[] {
  return ids.map((id) => element('span', {id, className: ['target']}))
}

/** An element that is made already, with all in it. */
export function fixed({tagName, properties, children}: Element): HtmlElement {
  return {
    type: 'htmlElement',
    data: {hName: tagName, hProperties: tidy(properties), hChildren: children},
    children: []
  }
}

/** Most have nothing to leave out, and are not copied. */
export function tidy(properties: Properties): Properties {
  for (const name in properties) if (isEmpty(properties[name])) return withoutEmpty(properties)
  return properties
}

function withoutEmpty(properties: Properties): Properties {
  const out: Properties = {}
  for (const name of Object.keys(properties)) {
    const value = properties[name]
    if (!isEmpty(value)) out[name] = value
  }
  return out
}

function isEmpty(value: Properties[string]): boolean {
  return (
    value === undefined || value === false || value === null || (Array.isArray(value) && value.length === 0)
  )
}

/** As many names as are looked through one by one sooner than a set of them is made. */
const FEW = 16

/** The names in some lists, each once, in order. */
export function classNames(...lists: (string | false | undefined)[]): string[] {
  let names: string[] = []
  for (const list of lists) {
    if (!list) continue
    if (!/\s/.test(list)) {
      if (!names.includes(list)) names.push(list)
      continue
    }
    const more = list.split(/\s+/)
    // A page may give an element any number.
    if (names.length + more.length > FEW) {
      const all = new Set([...names, ...more])
      all.delete('')
      names = [...all]
    } else for (const name of more) if (name && !names.includes(name)) names.push(name)
  }
  return names
}

/** Properties with the first id of a node, where they have none, and with the names of a class before theirs. */
export function withAttributes(
  {ids}: Nodes,
  given: Properties | undefined,
  names: string | undefined
): Properties {
  const id = given?.id ?? ids?.[0]
  const className = classNames(names)
  const previous = given?.className
  return {
    ...(id === undefined ? {} : {id}),
    ...given,
    ...(className.length > 0
      ? {className: [...className, ...(Array.isArray(previous) ? previous.map(String) : [])]}
      : {})
  }
}
