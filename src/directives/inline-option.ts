/** Options whose value is a line of Markdown, as an author's name with a link. */
import type {PhrasingContent} from 'mdast'
import {along} from '../ast/place.js'
import {text as textNode} from '../ast/tree.js'
import type {DirectiveCall} from './define.js'

/**
 * An option's value read as Markdown.
 *
 * @example
 * inlineOption(call, 'author', 'Ada, [home](https://example.org)') // text, link
 */
export function inlineOption(
  {host, optionPosition}: DirectiveCall<unknown>,
  key: string,
  value: string
): PhrasingContent[] {
  const position = optionPosition(key)
  if (!position || /^[\p{L}\p{N} .,]*$/u.test(value)) return [textNode(value, position)]
  // A value over several lines has lost its indents: the whole of it is known alone.
  const onOneLine = position.start.line === position.end.line
  return host.inline({
    text: value,
    point: (offset) => (onOneLine ? along(position.start, offset) : position.start)
  })
}
