/** An mdast node that is one HTML element, so that any host's mdast-to-hast draws it. */
import type {Element, ElementContent, Properties} from 'hast'
import type {Node, RootContent} from 'mdast'
import type {} from 'mdast-util-to-hast'

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
 * Make an element.
 *
 * @param properties as hast has them; `undefined`, `false` and empty class lists are left out.
 * @example
 * element('p', {className: ['sd-card-text']}, children)
 */
export function element(tag: string, properties: Properties, children: RootContent[] = []): HtmlElement {
  return {type: 'htmlElement', data: {hName: tag, hProperties: tidy(properties)}, children}
}

/** Places for links that nothing drawn carries. */
export function anchors({ids = []}: {ids?: readonly string[] | undefined}): HtmlElement[] {
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

function tidy(properties: Properties): Properties {
  const out: Properties = {}
  for (const name of Object.keys(properties)) {
    const value = properties[name]
    const empty = value === undefined || value === false || value === null
    if (!empty && !(Array.isArray(value) && value.length === 0)) out[name] = value
  }
  return out
}

/** The names in some lists, each once, in order. */
export function classNames(...lists: (string | false | undefined)[]): string[] {
  return [
    ...new Set(
      lists
        .filter((list) => typeof list === 'string')
        .flatMap((list) => list.split(/\s+/))
        .filter(Boolean)
    )
  ]
}
