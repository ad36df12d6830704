/** sphinx-design's cards: header, title, body, footer, images, and a link for the whole. */
import type {Position} from 'unist'
import * as z from 'zod/mini'
import type {Card, CardFooter, CardHeader, FlowContent, Reference} from '../ast/nodes.js'
import {around, text as textNode} from '../ast/tree.js'
import {isSafeUrl} from '../ast/url.js'
import {type Directive, type DirectiveCall, defineDirective} from './define.js'
import {classes, classList, margin, oneOf, shadow, text, textAlign, width} from './options.js'

/** What a card takes wherever it stands. */
export const cardOptions = {
  /** mystmd's way to give them; the lines `^^^` and `+++` of the body go before. */
  header: z.optional(text),
  footer: z.optional(text),
  width: z.optional(width),
  'text-align': z.optional(textAlign),
  'img-top': z.optional(text),
  'img-bottom': z.optional(text),
  'img-background': z.optional(text),
  'img-alt': z.optional(text),
  link: z.optional(text),
  'link-type': z.optional(oneOf('url', 'any', 'ref', 'doc')),
  'link-alt': z.optional(text),
  shadow: z.optional(shadow),
  'class-card': z.optional(classList),
  'class-header': z.optional(classList),
  'class-body': z.optional(classList),
  'class-title': z.optional(classList),
  'class-footer': z.optional(classList),
  'class-img-top': z.optional(classList),
  'class-img-bottom': z.optional(classList)
}

type CardOptions = z.output<z.ZodMiniObject<typeof cardOptions>>

const cardDirective = defineDirective({
  name: 'card',
  argument: 'inline',
  options: {...cardOptions, margin: z.optional(margin)},
  build: (call) => card(call, call.options.margin ?? 'sd-mb-3')
})

/** `{card}`. */
export const cards: readonly Directive[] = [cardDirective]

/**
 * Build a card.
 *
 * @param outer classes that say where it stands: its margin, or in a grid none.
 */
export function card(call: DirectiveCall<CardOptions>, outer: string, defaultWidth?: string): Card {
  const {options, attributes, title, children, node} = call
  const {body, ...parts} = splitCard(children)
  checkImages(call)
  const header = parts.header ?? partOf('header', call)
  const footer = parts.footer ?? partOf('footer', call)
  const name = (value: string | undefined) => (value ? {class: value} : {})
  return {
    type: 'card',
    ...attributes,
    class: classes(
      options.width ?? defaultWidth,
      outer,
      options.shadow ?? 'sd-shadow-sm',
      options.link && 'sd-card-hover',
      options['text-align'],
      options['class-card'],
      attributes.class
    ),
    ...(options['class-body'] ? {bodyClass: options['class-body']} : {}),
    ...image('imageTop', options['img-top'], options['class-img-top']),
    ...image('imageBottom', options['img-bottom'], options['class-img-bottom']),
    ...(options['img-background'] ? {imageBackground: options['img-background']} : {}),
    ...imagePositions(call),
    ...(options['img-alt'] ? {imageAlt: options['img-alt']} : {}),
    ...(options['link-alt'] ? {linkAlt: options['link-alt']} : {}),
    ...reference(call),
    children: [
      ...(header ? [{...header, ...name(options['class-header'])}] : []),
      ...(title.length > 0
        ? [
            {
              type: 'cardTitle' as const,
              ...name(options['class-title']),
              children: title,
              ...(node.data?.argumentPosition ? {position: node.data.argumentPosition} : {})
            }
          ]
        : []),
      ...body,
      ...(footer ? [{...footer, ...name(options['class-footer'])}] : [])
    ]
  }
}

function partOf<Name extends 'header' | 'footer'>(
  name: Name,
  {options, optionPosition}: DirectiveCall<CardOptions>
): {type: Name; children: FlowContent[]; position?: Position | undefined} | undefined {
  const value = options[name]
  if (!value) return
  const position = optionPosition(name)
  return {
    type: name,
    children: [{type: 'paragraph', children: [textNode(value, position)], position}],
    position
  }
}

function image<Key extends string>(
  key: Key,
  source: string | undefined,
  className: string | undefined
): {[K in Key | `${Key}Class`]?: string} {
  const out: {[K in Key | `${Key}Class`]?: string} = {}
  return source ? Object.assign(out, {[key]: source}, className ? {[`${key}Class`]: className} : {}) : out
}

function imagePositions({optionPosition}: DirectiveCall<CardOptions>): Pick<Card, 'imagePositions'> {
  const imageTop = optionPosition('img-top')
  const imageBottom = optionPosition('img-bottom')
  const imageBackground = optionPosition('img-background')
  if (!imageTop && !imageBottom && !imageBackground) return {}
  return {
    imagePositions: {
      ...(imageTop ? {imageTop} : {}),
      ...(imageBottom ? {imageBottom} : {}),
      ...(imageBackground ? {imageBackground} : {})
    }
  }
}

/** An image's address that may not be followed is left out; its description stays. */
function checkImages({options, optionPosition, report}: DirectiveCall<CardOptions>): void {
  for (const key of ['img-top', 'img-bottom', 'img-background'] as const) {
    const source = options[key]
    if (source === undefined || isSafeUrl(source, 'image')) continue
    report({
      ruleId: 'unsafe-url',
      reason: `card: the address of "${key}" may run script or open files, so it is left out; use https: or a path`,
      position: optionPosition(key)
    })
  }
}

function reference({options, optionPosition}: DirectiveCall<CardOptions>): {reference?: Reference} {
  if (!options.link) return {}
  const role = options['link-type'] ?? 'url'
  const target = role === 'url' ? options.link.replace(/\s+/g, '') : options.link
  return {reference: {role, target, explicit: true, position: optionPosition('link')}}
}

/** The first `^^^` ends the header, the last bare `+++` begins the footer. */
function splitCard(children: readonly FlowContent[]): {
  header?: CardHeader
  body: FlowContent[]
  footer?: CardFooter
} {
  const last = children.findLastIndex((child) => child.type === 'blockBreak' && child.meta === '')
  const to = last === -1 ? children.length : last
  const first = children.findIndex((child, index) => index < to && child.type === 'headerBreak')
  const footer = children.slice(to + 1)
  const header = children.slice(0, Math.max(first, 0))
  return {
    ...(first >= 0 ? {header: {type: 'header', children: header, ...positionOf(header)}} : {}),
    body: children.slice(first + 1, to).map(asText),
    ...(last >= 0 ? {footer: {type: 'footer', children: footer.map(asText), ...positionOf(footer)}} : {})
  }
}

/** Further carets are text. */
function asText(node: FlowContent): FlowContent {
  if (node.type !== 'headerBreak') return node
  return {
    type: 'paragraph',
    children: [textNode(node.value, node.position)],
    ...(node.position ? {position: node.position} : {})
  }
}

function positionOf(nodes: readonly FlowContent[]): {position?: NonNullable<ReturnType<typeof around>>} {
  const position = around(nodes)
  return position ? {position} : {}
}
