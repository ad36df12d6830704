/** mdast's own nodes with what attributes gave them. */
import type {Image, InlineCode, List, RootContent} from 'mdast'
import {isSafeUrl} from '../ast/url.js'
import type {DrawNode, ToElement} from './context.js'
import {classNames, element} from './element.js'
import {safeStyle} from './style-value.js'
import {reportUnsafeImage, unsafeImage} from './unsafe-image.js'

export const image: DrawNode<Image> = (node, context) => {
  if (!isSafeUrl(node.url, 'image')) {
    reportUnsafeImage(context, node.position)
    return unsafeImage(node.alt, context)
  }
  const size = [node.width && `width: ${node.width}`, node.height && `height: ${node.height}`]
  const style = safeStyle(size.filter(Boolean).join('; '))
  const className = classNames(node.align && `align-${node.align}`)
  const properties = {...(style ? {style} : {}), ...(className.length > 0 ? {className} : {})}
  return context.plain(
    Object.keys(properties).length > 0
      ? {...node, data: {...node.data, hProperties: {...node.data?.hProperties, ...properties}}}
      : node
  )
}

/** Code in a line, with its language as a class. */
export function withLanguage(node: InlineCode): InlineCode {
  const className = [`language-${node.lang}`]
  return node.lang ? {...node, data: {...node.data, hProperties: {className}}} : node
}

/** For hosts. */
export const inlineCode: ToElement<InlineCode> = withLanguage

const types: Readonly<Record<string, string>> = {
  'lower-alpha': 'a',
  'upper-alpha': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I'
}

/** What the items of a list are counted by, as HTML names it. */
export function listType({enumeration = ''}: List): string | undefined {
  return types[enumeration]
}

/** Whether the items of a list are paragraphs, and so are those of all its siblings. */
export function isLoose({spread, children}: List): boolean {
  return spread || children.some((item) => item.spread ?? item.children.length > 1)
}

/** For hosts. */
export const list: ToElement<List> = (node, {all}) => {
  const type = listType(node)
  const data = type ? {data: {...node.data, hProperties: {...node.data?.hProperties, type}}} : {}
  const items = all(node.children)
  return Object.assign({}, node, {children: isLoose(node) ? items : items.map(keepMarked), ...data})
}

/** mdast-to-hast leaves out the paragraphs of tight items, and would leave out their ids and classes: one more in it stays. */
function keepMarked(item: RootContent): RootContent {
  if (item.type !== 'listItem') return item
  const children = item.children.map((child) =>
    child.type === 'paragraph' && child.data?.hProperties ? element('p', {}, [child]) : child
  )
  return {...item, children}
}
