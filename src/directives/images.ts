/** Images and figures. */
import type {Paragraph} from 'mdast'
import type {Position} from 'unist'
import * as z from 'zod/mini'
import type {Attributed, BlockImage, Caption, Container, Embed, FlowContent, Legend} from '../ast/nodes.js'
import {around} from '../ast/tree.js'
import {normalizeLabel} from '../names/labels.js'
import {type Directive, type DirectiveCall, defineDirective} from './define.js'
import {alignment, classList, flag, length, oneOf, percentage, reading, text} from './options.js'

const imageOptions = {
  alt: z.optional(text),
  width: z.optional(length),
  height: z.optional(length),
  scale: z.optional(percentage),
  target: z.optional(text),
  title: z.optional(text),
  /** docutils: how the picture comes to the page; `embed` is not done, the file is linked. */
  loading: z.optional(oneOf('embed', 'link', 'lazy')),
  /** mystmd's short forms. */
  w: z.optional(length),
  h: z.optional(length)
}

type ImageOptions = z.output<z.ZodMiniObject<typeof imageOptions>>

const figureWidth = reading(
  (value) => (value.trim() === 'image' ? 'image' : z.safeParse(length, value).data),
  'a length or "image"'
)

const image = defineDirective({
  name: 'image',
  argument: 'raw',
  argumentRequired: true,
  body: 'none',
  options: {...imageOptions, align: z.optional(oneOf('left', 'center', 'right', 'top', 'middle', 'bottom'))},
  build(call) {
    const {align} = call.options
    return Object.assign(pictureOf(call), call.attributes, align ? {align} : {})
  }
})

const figure = defineDirective({
  name: 'figure',
  argument: 'raw',
  options: {
    ...imageOptions,
    align: z.optional(alignment),
    figwidth: z.optional(figureWidth),
    figclass: z.optional(classList),
    figname: z.optional(text),
    /** mystmd: what is shown where the content cannot be, and how its parts are numbered. */
    placeholder: z.optional(text),
    kind: z.optional(text),
    'no-subfigures': z.optional(flag),
    'remove-input': z.optional(flag),
    'remove-output': z.optional(flag)
  },
  numbered: true,
  build(call) {
    const {options, attributes, children, argument, node, optionPosition} = call
    const {class: imageClass, ...named} = attributes
    const label = named.label ? named : {...named, ...labelOf(options.figname, optionPosition('figname'))}
    const figwidth = options.figwidth === 'image' ? options.width : options.figwidth
    const container = (parts: Container['children'], className: string | undefined): Container => ({
      type: 'container',
      kind: 'figure',
      ...label,
      ...(className ? {class: className} : {}),
      ...(options.align ? {align: options.align} : {}),
      ...(figwidth ? {width: figwidth} : {}),
      children: parts
    })
    const path = argument ?? options.placeholder
    if (path === undefined) {
      if (children.length === 0)
        call.report({
          ruleId: 'missing-argument',
          reason: `${node.name} needs an argument: write the address of its picture behind {${node.name}}`,
          position: node.data?.namePosition
        })
      return container(partsOf(children), [imageClass, options.figclass].filter(Boolean).join(' '))
    }
    const srcPosition = argument ? {} : {srcPosition: optionPosition('placeholder')}
    const picture = {
      ...pictureOf({...call, argument: path}),
      ...srcPosition,
      ...(imageClass ? {class: imageClass} : {})
    }
    return container([picture, ...captionAndLegend(children)], options.figclass)
  }
})

const figureMd = defineDirective({
  name: 'figure-md',
  argument: 'raw',
  options: {align: z.optional(alignment), width: z.optional(figureWidth)},
  numbered: true,
  build({argument, options, attributes, children, node}) {
    const width = options.width === 'image' ? undefined : options.width
    const figureNode: Container = {
      type: 'container',
      kind: 'figure',
      ...labelOf(argument, node.data?.argumentPosition),
      ...attributes,
      ...(options.align ? {align: options.align} : {}),
      ...(width ? {width} : {}),
      children: partsOf(children)
    }
    return figureNode
  }
})

/** `{image}`, `{figure}` and `{figure-md}`. */
export const images: readonly Directive[] = [image, figure, figureMd]

/** A label that is not written as `:name:`. */
function labelOf(label: string | undefined, labelPosition: Position | undefined): Attributed {
  return label ? {label, identifier: normalizeLabel(label), labelPosition} : {}
}

/** What has a label instead of a file is shown again. */
function pictureOf(call: DirectiveCall<ImageOptions>): BlockImage | Embed {
  const picture = blockImage(call)
  const {src: target, srcPosition: position} = picture
  if (!target.startsWith('#')) return picture
  return {type: 'embed', reference: {role: 'link', target, explicit: false, position}, children: []}
}

function blockImage({argument = '', options, optionPosition, node}: DirectiveCall<ImageOptions>): BlockImage {
  const {alt, scale, target} = options
  const width = options.width ?? options.w
  const height = options.height ?? options.h
  // docutils joins a path that is broken over words.
  const picture: BlockImage = {type: 'blockImage', src: argument.replace(/\s+/g, ''), children: []}
  if (node.data?.argumentPosition) picture.srcPosition = node.data.argumentPosition
  if (alt !== undefined) picture.alt = alt
  if (width) picture.width = width
  if (height) picture.height = height
  if (scale !== undefined) picture.scale = scale
  if (options.title) picture.title = options.title
  if (options.loading === 'lazy') picture.lazy = true
  if (target) picture.reference = {role: 'link', target, explicit: true, position: optionPosition('target')}
  if (node.position) picture.position = node.position
  return picture
}

/** The first paragraph is the caption; comments and targets before it stay where they are. */
export function captionAndLegend(children: readonly FlowContent[]): (Caption | Legend | FlowContent)[] {
  const at = children.findIndex((child) => child.type !== 'mystComment' && child.type !== 'mystTarget')
  const first = children[at]
  if (!first) return [...children]
  const caption = first.type === 'paragraph' ? [captionOf(first)] : []
  const rest = children.slice(caption.length > 0 ? at + 1 : at)
  const position = around(rest)
  const legend: Legend[] =
    rest.length > 0 ? [{type: 'legend', children: rest, ...(position ? {position} : {})}] : []
  return [...children.slice(0, at), ...caption, ...legend]
}

/** A body that holds its images: they are the content, and of the text the first paragraph is the caption. */
function partsOf(children: readonly FlowContent[]): (Caption | Legend | FlowContent)[] {
  const first = children.findIndex((child) => child.type === 'paragraph' && !isPicture(child))
  const before = first === -1 ? children : children.slice(0, first)
  const after = first === -1 ? [] : children.slice(first)
  const pictures = after.filter(isPicture)
  return [...before, ...pictures, ...captionAndLegend(after.filter((child) => !isPicture(child)))]
}

function isPicture(node: FlowContent): boolean {
  if (node.type === 'paragraph')
    return node.children.every(
      (child) =>
        child.type === 'image' ||
        child.type === 'imageReference' ||
        child.type === 'break' ||
        child.type === 'html' ||
        (child.type === 'link' && child.children.every((inner) => inner.type === 'image')) ||
        (child.type === 'text' && !child.value.trim())
    )
  return node.type === 'blockImage' || (node.type === 'container' && node.kind === 'figure')
}

function captionOf({children, position}: Paragraph): Caption {
  return {type: 'caption', children, ...(position ? {position} : {})}
}
