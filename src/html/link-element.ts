/** Links, as elements: the one place where an address of a reference is written. */
import type {Properties} from 'hast'
import type {RootContent} from 'mdast'
import type {Referring} from '../ast/nodes.js'
import {encodeUrl, isSafeUrl} from '../ast/url.js'
import {classNames, element, type HtmlElement} from './element.js'

/**
 * An `<a>`; or a `<span class="xref unresolved">` where the reference leads nowhere or may not be followed.
 */
export function linkElement(
  {url, resolved, remote, title}: Referring,
  className: string,
  children: RootContent[],
  more: Properties = {}
): HtmlElement {
  if (!resolved || url === undefined || !isSafeUrl(url))
    return element('span', {...more, className: classNames(className, 'xref unresolved')}, children)
  return element(
    'a',
    {
      ...more,
      className: classNames(className, 'reference', remote ? 'external' : 'internal'),
      href: encodeUrl(url),
      title: title || undefined
    },
    children
  )
}
