/** Frames, films and diagrams as elements. */
import type {Embedded, Iframe, Mermaid, RawContent, Video} from '../ast/nodes.js'
import {bareUrl, isSafeUrl} from '../ast/url.js'
import type {DrawNode} from './context.js'
import {classNames} from './element.js'
import {safeStyle} from './style-value.js'

/**
 * What an embedded page may do: run its own script, which cannot reach the page around it from another site. A file
 * beside the page is of the same site, so it is made a stranger.
 */
export function frameSandbox(src: string): string[] {
  const other = /^\s*https:/i.test(src) ? ['allow-same-origin'] : []
  return ['allow-scripts', ...other, 'allow-popups', 'allow-forms', 'allow-presentation']
}

export const iframe: DrawNode<Iframe> = (node, {element, text}) => {
  const {src, title} = node
  if (!src) return []
  if (!isFramed(src))
    return element('p', {className: classNames('iframe-address', node.class)}, [
      element('code', {}, [text(src)])
    ])
  return element('div', {className: wrapper(node)}, [
    element('iframe', {
      src,
      title: title ?? src,
      style: sizeStyle(node),
      loading: 'lazy',
      allowFullScreen: true,
      sandbox: frameSandbox(src),
      referrerPolicy: 'strict-origin-when-cross-origin'
    })
  ])
}

export const video: DrawNode<Video> = (node, {element, text}) => {
  if (!node.src) return []
  return element('div', {className: wrapper(node)}, [
    element(
      'video',
      {
        src: isSafeUrl(node.src) ? node.src : undefined,
        title: node.title,
        poster: node.poster && isSafeUrl(node.poster, 'image') ? node.poster : undefined,
        style: sizeStyle(node),
        controls: node.controls !== false,
        preload: node.preload,
        autoPlay: node.autoplay,
        loop: node.loop,
        muted: node.muted
      },
      [text(node.title ?? node.src)]
    )
  ])
}

/** Text that a script, or a hook of the site, draws. */
export const mermaid: DrawNode<Mermaid> = (node, {fixed}) =>
  fixed({
    type: 'element',
    tagName: 'pre',
    properties: {className: classNames('mermaid', node.class), ...(node.alt ? {title: node.alt} : {})},
    children: [{type: 'text', value: node.value}]
  })

/** Output for other formats is no part of the page. */
export const raw: DrawNode<RawContent> = () => []

/** Whether an address may stand in a frame: https, or a file beside the page, as a browser reads it. */
export function isFramed(src: string): boolean {
  return /^https:\/\/|^(?![^/?#]*:|[/\\]{2})/i.test(bareUrl(src))
}

function wrapper(node: Embedded): string[] {
  return classNames(`${node.type}-wrapper`, node.align && `align-${node.align}`, node.class)
}

function sizeStyle({width, height, aspect}: Embedded): string | undefined {
  const sizes = [
    width && `width: ${width}`,
    height && `height: ${height}`,
    aspect && `aspect-ratio: ${aspect.replace(':', ' / ')}`
  ].filter(Boolean)
  return sizes.length > 0 ? safeStyle(sizes.join('; ')) : undefined
}
