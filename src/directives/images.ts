/** Images and figures. */
import type {Paragraph} from 'mdast'
import * as z from 'zod/mini'
import type {BlockImage, Caption, FlowContent, Legend} from '../ast/nodes.js'
import {around} from '../ast/tree.js'
import {type Directive, type DirectiveCall, defineDirective} from './define.js'
import {alignment, classes, classList, length, oneOf, percentage, reading, text} from './options.js'

const imageOptions = {
  alt: z.optional(text),
  width: z.optional(length),
  height: z.optional(length),
  scale: z.optional(percentage),
  target: z.optional(text)
}

type ImageOptions = z.output<z.ZodMiniObject<typeof imageOptions>>

const image = defineDirective({
  name: 'image',
  doc: 'An image.',
  argument: 'raw',
  argumentRequired: true,
  body: 'none',
  options: {...imageOptions, align: z.optional(oneOf('left', 'center', 'right', 'top', 'middle', 'bottom'))},
  build(call) {
    const {align} = call.options
    return {...blockImage(call), ...call.attributes, ...(align ? {align} : {})}
  }
})

const figure = defineDirective({
  name: 'figure',
  doc: 'An image with a caption, the first paragraph of the body, and a legend, the rest of it.',
  argument: 'raw',
  argumentRequired: true,
  options: {
    ...imageOptions,
    align: z.optional(alignment),
    figwidth: z.optional(
      reading(
        (value) => (value.trim() === 'image' ? 'image' : z.safeParse(length, value).data),
        'a length or "image"'
      )
    ),
    figclass: z.optional(classList)
  },
  build(call) {
    const {options, attributes, children} = call
    const {class: imageClass, ...label} = attributes
    const figwidth = options.figwidth === 'image' ? options.width : options.figwidth
    return {
      type: 'container',
      kind: 'figure',
      ...label,
      ...(options.figclass ? {class: options.figclass} : {}),
      ...(options.align ? {align: options.align} : {}),
      ...(figwidth ? {width: figwidth} : {}),
      children: [
        {...blockImage(call), ...(imageClass ? {class: classes(imageClass)} : {})},
        ...captionAndLegend(children)
      ]
    }
  }
})

/** `{image}` and `{figure}`. */
export const images: readonly Directive[] = [image, figure]

function blockImage({argument = '', options, optionPosition, node}: DirectiveCall<ImageOptions>): BlockImage {
  const {alt, width, height, scale, target} = options
  return {
    type: 'blockImage',
    // docutils joins a path that is broken over words.
    src: argument.replace(/\s+/g, ''),
    ...(node.data?.argumentPosition ? {srcPosition: node.data.argumentPosition} : {}),
    ...(alt !== undefined ? {alt} : {}),
    ...(width ? {width} : {}),
    ...(height ? {height} : {}),
    ...(scale !== undefined ? {scale} : {}),
    ...(target
      ? {reference: {role: 'link', target, explicit: true, position: optionPosition('target')}}
      : {}),
    children: [],
    ...(node.position ? {position: node.position} : {})
  }
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

function captionOf({children, position}: Paragraph): Caption {
  return {type: 'caption', children, ...(position ? {position} : {})}
}
