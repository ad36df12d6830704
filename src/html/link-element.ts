/** Links, as elements: the one place where an address of a reference is written. */
import type {Properties} from 'hast'
import type {Referring} from '../ast/nodes.js'
import {encodeUrl, isSafeUrl} from '../ast/url.js'
import type {Drawn, ElementContext} from './context.js'
import {classNames} from './element.js'

/**
 * An `<a>`, which always has a name: without words it shows its address, with a picture or an icon alone it is called
 * by its title or address. Or a `<span class="xref unresolved">` where the reference leads nowhere or may not be
 * followed.
 */
export function linkElement<D extends Drawn>(
  {element, text}: ElementContext<D>,
  {url, resolved, remote, title}: Referring,
  className: string,
  children: D[],
  more: Properties = {}
): D {
  if (!resolved || url === undefined || !isSafeUrl(url))
    return element('span', {className: classNames(className, 'xref unresolved')}, children)
  const properties: Properties = {
    ...more,
    className: classNames(className, 'reference', remote ? 'external' : 'internal'),
    href: encodeUrl(url)
  }
  if (title) properties.title = title
  if (children.length > 0 && !hasWords(children)) properties.ariaLabel = title || url
  return element('a', properties, children.length > 0 ? children : [text(url)])
}

/** Whether anything in what is drawn can be read out: text, or a picture's. */
function hasWords(nodes: readonly Drawn[]): boolean {
  return nodes.some(
    (node) =>
      ('value' in node && node.value?.trim()) ||
      ('alt' in node && node.alt) ||
      ('properties' in node && node.properties.alt) ||
      ('children' in node && hasWords(node.children)) ||
      (node.type === 'htmlElement' && (node.data.hProperties.alt || hasWords(node.data.hChildren ?? [])))
  )
}
