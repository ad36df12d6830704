/** Blocks of docutils and Sphinx as elements. */
import type {RootContent} from 'mdast'
import type {
  Admonition,
  AdmonitionTitle,
  BlockImage,
  Caption,
  Container,
  Div,
  HeaderBreak,
  Legend,
  MystDirective,
  MystTarget,
  Toc
} from '../ast/nodes.js'
import {encodeUrl, isSafeUrl} from '../ast/url.js'
import type {DrawNode, Drawn, ElementContext} from './context.js'
import {anchors, classNames} from './element.js'
import {linkElement} from './link-element.js'
import {readStyle, safeStyle} from './style-value.js'
import {tableContainer} from './table-elements.js'
import {reportUnsafeImage, unsafeImage} from './unsafe-image.js'
import {englishWords, type WordKey} from './words.js'

export const admonition: DrawNode<Admonition> = (node, {all, element, text, word}) => {
  const title = node.children.find((child): child is AdmonitionTitle => child.type === 'admonitionTitle')
  const body = all(node.children.filter((child) => child.type !== 'admonitionTitle'))
  const heading = title ? all(title.children) : [text(word(isWord(node.kind) ? node.kind : 'admonition'))]
  const className = classNames('admonition', node.kind === 'admonition' ? undefined : node.kind, node.class)
  return node.dropdown
    ? element('details', {className, open: node.open}, [
        element('summary', {className: ['admonition-title']}, heading),
        ...body
      ])
    : element('aside', {className, role: 'note'}, [
        element('p', {className: ['admonition-title']}, heading),
        ...body
      ])
}

function isWord(kind: string): kind is WordKey {
  return Object.hasOwn(englishWords, kind)
}

export const container: DrawNode<Container> = (node, context) => {
  const {all, element} = context
  const parts = {
    caption: node.children.filter((child): child is Caption => child.type === 'caption'),
    legend: node.children.filter((child): child is Legend => child.type === 'legend'),
    content: node.children.filter((child) => child.type !== 'caption' && child.type !== 'legend')
  }
  const caption = parts.caption.flatMap((each) => all(each.children))
  if (node.kind === 'table') return tableContainer(node, caption, context)
  const style = node.width ? safeStyle(`width: ${node.width}`) : undefined
  const align = node.align ? `align-${node.align}` : 'align-default'
  if (node.kind === 'code') {
    return element('div', {className: classNames('literal-block-wrapper', node.class)}, [
      ...(caption.length > 0
        ? [
            element('div', {className: ['code-block-caption']}, [
              element('span', {className: ['caption-text']}, caption)
            ])
          ]
        : []),
      ...all(parts.content)
    ])
  }
  const legend = parts.legend.map((each) => element('div', {className: ['legend']}, all(each.children)))
  const description = [...(caption.length > 0 ? [element('p', {}, caption)] : []), ...legend]
  return element('figure', {className: classNames(node.class, align), style}, [
    ...all(parts.content),
    ...(description.length > 0 ? [element('figcaption', {}, description)] : [])
  ])
}

export const blockImage: DrawNode<BlockImage> = (node, context) => {
  const image = imageOf(node, context)
  if (!node.reference) return image
  // A link needs a name; without a description of the image it is where the link leads.
  return linkElement(
    context,
    node,
    'image-reference',
    image,
    node.alt ? {} : {ariaLabel: node.reference.target}
  )
}

function imageOf<D extends Drawn>(node: BlockImage, context: ElementContext<D>): D[] {
  if (!node.src) return unsafeImage(node.alt, context)
  if (!isSafeUrl(node.src, 'image')) {
    reportUnsafeImage(context, node.srcPosition ?? node.position)
    return unsafeImage(node.alt, context)
  }
  return [
    context.element('img', {
      alt: node.alt ?? '',
      className: classNames(node.align && `align-${node.align}`, node.class),
      src: encodeUrl(node.src),
      // The title of a linked image is the link's.
      title: node.reference ? undefined : (node.title ?? undefined),
      style: safeStyle(sizeOf(node)),
      loading: node.lazy ? 'lazy' : undefined
    })
  ]
}

/** A scale is of the size that is given, or else of the room that there is. */
function sizeOf({width, height, scale}: BlockImage): string {
  if (!width && !height) return scale === undefined ? '' : `width: ${scale}%`
  const scaled = (size: string): string =>
    scale === undefined ? size : size.replace(/^[\d.]+/, (value) => `${round((Number(value) * scale) / 100)}`)
  return Object.entries({width, height})
    .flatMap(([key, size]) => (size ? [`${key}: ${scaled(size)}`] : []))
    .join('; ')
}

const round = (value: number): number => Number(value.toFixed(3))

export const div: DrawNode<Div> = (node, {all, report, element}) => {
  const {kept, dropped} = readStyle(node.style ?? '')
  if (dropped.length > 0) {
    report({
      ruleId: 'style-left-out',
      reason: `"${dropped.join('; ')}" is left out: a style may set sizes, colours, margins and alignment`,
      position: node.stylePosition ?? node.position
    })
  }
  return element(
    'div',
    {className: classNames(node.class), style: kept.join('; ') || undefined},
    all(node.children)
  )
}

export const toc: DrawNode<Toc> = (node, {all, element, text}) => {
  if (node.hidden || node.children.length === 0) return []
  const caption = node.caption
    ? [
        element('p', {className: ['caption'], role: 'heading', ariaLevel: '2'}, [
          element('span', {className: ['caption-text']}, [text(node.caption)])
        ])
      ]
    : []
  return element('div', {className: classNames('toctree-wrapper compound', node.class)}, [
    ...caption,
    ...all(node.children)
  ])
}

/** A directive that nobody knows: its head as written, and its text. */
export const mystDirective: DrawNode<MystDirective> = (node, context) => {
  const {all, element, plain, text} = context
  const argument = node.children
    .filter((child) => child.type === 'mystDirectiveArgument')
    .flatMap((child) => child.children)
  const body = node.children.filter((child) => child.type !== 'mystDirectiveArgument')
  return element('div', {className: ['unknown-directive']}, [
    element('p', {className: ['unknown-directive-title']}, [
      element('code', {}, [text(node.data?.generic ? `${node.data.fence}${node.name}` : `{${node.name}}`)]),
      ...argumentText(node, argument, context)
    ]),
    ...optionList(node, context),
    ...(node.value ? [plain({type: 'code', value: node.value})] : []),
    ...all(body)
  ])
}

function argumentText<D extends Drawn>(
  node: MystDirective,
  parsed: RootContent[],
  {all, text}: ElementContext<D>
): D[] {
  if (parsed.length > 0) return [text(' '), ...all(parsed)]
  return node.args ? [text(` ${node.args}`)] : []
}

/** Options may hold words of the author, too. */
function optionList<D extends Drawn>(node: MystDirective, {element, text}: ElementContext<D>): D[] {
  const options = Object.entries(node.options ?? {})
  return options.length > 0
    ? [
        element('p', {className: ['unknown-directive-options']}, [
          element('code', {}, [text(options.map(([key, value]) => `:${key}: ${value}`.trim()).join('\n'))])
        ])
      ]
    : []
}

/** A target that no block carries stands for itself. */
export const mystTarget: DrawNode<MystTarget> = (node, context) => anchors(node, context)

export const headerBreak: DrawNode<HeaderBreak> = ({value}, {element, text}) =>
  element('p', {}, [text(value)])
