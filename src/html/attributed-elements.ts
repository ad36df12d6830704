/** mdast's own nodes with what attributes gave them. */
import type {Image, InlineCode, List} from 'mdast'
import {isSafeUrl} from '../ast/url.js'
import type {ToElement} from './context.js'
import {classNames} from './element.js'
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
  return Object.assign({}, node, {children: all(node.children), ...data})
}
