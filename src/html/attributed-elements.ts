/** mdast's own nodes with what attributes gave them. */
import type {Image, InlineCode, List, RootContent} from 'mdast'
import {isSafeUrl} from '../ast/url.js'
import type {ToElement} from './context.js'
import {classNames, element} from './element.js'
import {safeStyle} from './style-value.js'
import {reportUnsafeImage, unsafeImage} from './unsafe-image.js'

export const image: ToElement<Image> = (node, context) => {
  if (!isSafeUrl(node.url, 'image')) {
    reportUnsafeImage(context, node.position)
    return unsafeImage(node.alt)
  }
  const size = [node.width && `width: ${node.width}`, node.height && `height: ${node.height}`]
  const style = safeStyle(size.filter(Boolean).join('; '))
  const className = classNames(node.align && `align-${node.align}`)
  const properties = {...(style ? {style} : {}), ...(className.length > 0 ? {className} : {})}
  return {
    ...node,
    ...(Object.keys(properties).length > 0
      ? {data: {...node.data, hProperties: {...node.data?.hProperties, ...properties}}}
      : {})
  }
}

export const inlineCode: ToElement<InlineCode> = (node) =>
  node.lang ? {...node, data: {...node.data, hProperties: {className: [`language-${node.lang}`]}}} : node

const types: Readonly<Record<string, string>> = {
  'lower-alpha': 'a',
  'upper-alpha': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I'
}

export const list: ToElement<List> = (node, {all}) => {
  const type = types[node.enumeration ?? '']
  const data = type ? {data: {...node.data, hProperties: {...node.data?.hProperties, type}}} : {}
  const loose = node.spread || node.children.some((item) => item.spread ?? item.children.length > 1)
  const items = all(node.children)
  return Object.assign({}, node, {children: loose ? items : items.map(keepMarked), ...data})
}

/** mdast-to-hast leaves out the paragraphs of tight items, and would leave out their ids and classes: one more in it stays. */
function keepMarked(item: RootContent): RootContent {
  if (item.type !== 'listItem') return item
  const children = item.children.map((child) =>
    child.type === 'paragraph' && child.data?.hProperties ? element('p', {}, [child]) : child
  )
  return {...item, children}
}
