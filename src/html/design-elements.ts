/** sphinx-design's components as elements: its structure and its class names. */
import type {RootContent} from 'mdast'
import type {
  Badge,
  Button,
  Card,
  CardFooter,
  CardHeader,
  CardTitle,
  Carousel,
  Grid,
  GridItem
} from '../ast/nodes.js'
import {encodeUrl, isSafeUrl} from '../ast/url.js'
import type {DrawNode, Drawn, ElementContext} from './context.js'
import {classNames} from './element.js'
import {linkElement} from './link-element.js'
import {unsafeImage} from './unsafe-image.js'

export const grid: DrawNode<Grid> = (node, {all, element}) =>
  element('div', {className: classNames('sd-container-fluid sd-sphinx-override', node.class)}, [
    element('div', {className: classNames('sd-row', node.rowClass)}, all(node.children))
  ])

export const gridItem: DrawNode<GridItem> = (node, {all, element}) =>
  element('div', {className: classNames('sd-col', node.class)}, all(node.children))

export const button: DrawNode<Button> = (node, context) => {
  const {all, element} = context
  const {color} = node
  const className = classNames(
    'sd-sphinx-override sd-btn sd-text-wrap',
    color && `sd-btn-${node.outline ? 'outline-' : ''}${color}`,
    node.clickParent && 'sd-stretched-link',
    node.shadow && 'sd-shadow-sm',
    node.class
  ).join(' ')
  const link = linkElement(context, {...node, title: node.tooltip ?? node.title}, className, [
    element('span', {}, all(node.children))
  ])
  return node.expand ? element('span', {className: ['sd-d-grid']}, [link]) : link
}

export const badge: DrawNode<Badge> = (node, context) => {
  const {all, element} = context
  const {color, outline, tooltip} = node
  const className = classNames(
    'sd-sphinx-override sd-badge',
    color && (outline ? `sd-outline-${color} sd-text-${color}` : `sd-bg-${color} sd-bg-text-${color}`),
    node.class
  )
  if (!node.reference) return element('span', {className, title: tooltip}, all(node.children))
  return linkElement(context, {...node, title: tooltip ?? node.title}, className.join(' '), [
    element('span', {}, all(node.children))
  ])
}

/** What scrolls can be reached by keyboard, and says what it is. */
export const carousel: DrawNode<Carousel> = (node, {all, word, element}) =>
  element(
    'div',
    {
      className: classNames('sd-sphinx-override sd-cards-carousel', node.class),
      role: 'group',
      ariaLabel: word('cards'),
      tabIndex: 0
    },
    all(node.children)
  )

export const card: DrawNode<Card> = (node, context) => {
  const {all, element} = context
  const header = node.children.filter((child): child is CardHeader => child.type === 'header')
  const title = node.children.filter((child): child is CardTitle => child.type === 'cardTitle')
  const footer = node.children.filter((child): child is CardFooter => child.type === 'footer')
  const body = node.children.filter(
    (child) => child.type !== 'header' && child.type !== 'cardTitle' && child.type !== 'footer'
  )
  const inside = [
    ...picture(node.imageTop, node, classNames('sd-card-img-top', node.imageTopClass), context),
    ...header.map((part) => section('header', part.class, part.children, context)),
    element('div', {className: classNames('sd-card-body', node.bodyClass)}, [
      ...title.map((part) =>
        element(
          'div',
          {className: classNames('sd-card-title sd-font-weight-bold', part.class)},
          all(part.children)
        )
      ),
      ...cardText(body, context)
    ]),
    ...footer.map((part) => section('footer', part.class, part.children, context)),
    ...picture(node.imageBottom, node, classNames('sd-card-img-bottom', node.imageBottomClass), context)
  ]
  return element('div', {className: classNames('sd-card sd-sphinx-override', node.class)}, [
    ...picture(node.imageBackground, node, ['sd-card-img'], context),
    ...(node.imageBackground ? [element('div', {className: ['sd-card-img-overlay']}, inside)] : inside),
    ...stretchedLink(node, context)
  ])
}

function section<D extends Drawn>(
  name: 'header' | 'footer',
  className: string | undefined,
  children: RootContent[],
  context: ElementContext<D>
): D {
  return context.element(
    'div',
    {className: classNames(`sd-card-${name}`, className)},
    cardText(children, context)
  )
}

/** Paragraphs right in a part of a card are its text. */
export function cardText<D extends Drawn>(children: readonly RootContent[], {all}: ElementContext<D>): D[] {
  return all(
    children.map((child) =>
      child.type === 'paragraph'
        ? {...child, class: classNames('sd-card-text', child.class).join(' ')}
        : child
    )
  )
}

function picture<D extends Drawn>(
  source: string | undefined,
  {imageAlt}: Card,
  className: string[],
  context: ElementContext<D>
): D[] {
  if (source === undefined) return []
  if (!isSafeUrl(source, 'image')) return unsafeImage(imageAlt, context)
  return [context.element('img', {alt: imageAlt ?? '', className, src: encodeUrl(source)})]
}

/** The link that lies over the whole card, with a name for those who cannot see it. */
function stretchedLink<D extends Drawn>(node: Card, context: ElementContext<D>): D[] {
  if (!node.reference) return []
  const name = node.linkAlt ?? node.reference.target
  const {element, text} = context
  return [
    linkElement(context, node, 'sd-stretched-link sd-hide-link-text', [element('span', {}, [text(name)])])
  ]
}
