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
import type {ElementContext, ToElement} from './context.js'
import {classNames, element, type HtmlElement} from './element.js'
import {linkElement} from './link-element.js'
import {unsafeImage} from './unsafe-image.js'

export const grid: ToElement<Grid> = (node, {all}) =>
  element('div', {className: classNames('sd-container-fluid sd-sphinx-override', node.class)}, [
    element('div', {className: classNames('sd-row', node.rowClass)}, all(node.children))
  ])

export const gridItem: ToElement<GridItem> = (node, {all}) =>
  element('div', {className: classNames('sd-col', node.class)}, all(node.children))

export const button: ToElement<Button> = (node, {all}) => {
  const {color} = node
  const className = classNames(
    'sd-sphinx-override sd-btn sd-text-wrap',
    color && `sd-btn-${node.outline ? 'outline-' : ''}${color}`,
    node.clickParent && 'sd-stretched-link',
    node.shadow && 'sd-shadow-sm',
    node.class
  ).join(' ')
  const link = linkElement({...node, title: node.tooltip ?? node.title}, className, [
    element('span', {}, all(node.children))
  ])
  return node.expand ? element('span', {className: ['sd-d-grid']}, [link]) : link
}

export const badge: ToElement<Badge> = (node, {all}) => {
  const {color, outline, tooltip} = node
  const className = classNames(
    'sd-sphinx-override sd-badge',
    color && (outline ? `sd-outline-${color} sd-text-${color}` : `sd-bg-${color} sd-bg-text-${color}`),
    node.class
  )
  if (!node.reference) return element('span', {className, title: tooltip}, all(node.children))
  return linkElement({...node, title: tooltip ?? node.title}, className.join(' '), [
    element('span', {}, all(node.children))
  ])
}

/** What scrolls can be reached by keyboard, and says what it is. */
export const carousel: ToElement<Carousel> = (node, {all, word}) =>
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

export const card: ToElement<Card> = (node, context) => {
  const {all} = context
  const header = node.children.filter((child): child is CardHeader => child.type === 'header')
  const title = node.children.filter((child): child is CardTitle => child.type === 'cardTitle')
  const footer = node.children.filter((child): child is CardFooter => child.type === 'footer')
  const body = node.children.filter(
    (child) => child.type !== 'header' && child.type !== 'cardTitle' && child.type !== 'footer'
  )
  const inside = [
    ...picture(node.imageTop, node, classNames('sd-card-img-top', node.imageTopClass)),
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
    ...picture(node.imageBottom, node, classNames('sd-card-img-bottom', node.imageBottomClass))
  ]
  return element('div', {className: classNames('sd-card sd-sphinx-override', node.class)}, [
    ...picture(node.imageBackground, node, ['sd-card-img']),
    ...(node.imageBackground ? [element('div', {className: ['sd-card-img-overlay']}, inside)] : inside),
    ...stretchedLink(node)
  ])
}

function section(
  name: 'header' | 'footer',
  className: string | undefined,
  children: RootContent[],
  context: ElementContext
): HtmlElement {
  return element('div', {className: classNames(`sd-card-${name}`, className)}, cardText(children, context))
}

/** Paragraphs right in a part of a card are its text. */
export function cardText(children: readonly RootContent[], {all}: ElementContext): RootContent[] {
  return all(
    children.map((child) =>
      child.type === 'paragraph'
        ? {...child, class: classNames('sd-card-text', child.class).join(' ')}
        : child
    )
  )
}

function picture(source: string | undefined, {imageAlt}: Card, className: string[]): RootContent[] {
  if (source === undefined) return []
  if (!isSafeUrl(source, 'image')) return unsafeImage(imageAlt)
  return [element('img', {alt: imageAlt ?? '', className, src: encodeUrl(source)})]
}

/** The link that lies over the whole card, with a name for those who cannot see it. */
function stretchedLink(node: Card): RootContent[] {
  if (!node.reference) return []
  const name = node.linkAlt ?? node.reference.target
  return [
    linkElement(node, 'sd-stretched-link sd-hide-link-text', [
      element('span', {}, [{type: 'text', value: name}])
    ])
  ]
}
