/** sphinx-design's buttons: links that look like buttons. */
import type {Paragraph, PhrasingContent} from 'mdast'
import * as z from 'zod/mini'
import type {Button, FlowContent} from '../ast/nodes.js'
import {plainText, text as textNode, withoutLinks} from '../ast/tree.js'
import {type Directive, type DirectiveCall, defineDirective} from './define.js'
import {color, flag, oneOf, text} from './options.js'

const options = {
  color: z.optional(color),
  outline: z.optional(flag),
  align: z.optional(oneOf('left', 'center', 'right', 'justify')),
  expand: z.optional(flag),
  'click-parent': z.optional(flag),
  tooltip: z.optional(text),
  shadow: z.optional(flag),
  'ref-type': z.optional(oneOf('any', 'ref', 'doc', 'myst'))
}

type Options = z.output<z.ZodMiniObject<typeof options>>

const buttonLink = defineDirective({
  name: 'button-link',
  argument: 'raw',
  argumentRequired: true,
  options,
  build: (call) => button(call, 'url')
})

const buttonRef = defineDirective({
  name: 'button-ref',
  argument: 'raw',
  argumentRequired: true,
  options,
  build: (call) => button(call, call.options['ref-type'] ?? 'any')
})

/** `{button-link}` and `{button-ref}`. */
export const buttons: readonly Directive[] = [buttonLink, buttonRef]

function button(
  {argument = '', children, options: values, attributes, node}: DirectiveCall<Options>,
  role: string
): Paragraph | [] {
  const content = withoutLinks(phrasing(children))
  // Without an address and without words there is nothing to show.
  if (!argument && content.length === 0) return []
  const target = role === 'url' ? argument.replace(/\s+/g, '') : argument
  const link: Button = {
    type: 'button',
    ...attributes,
    ...(values.color ? {color: values.color} : {}),
    ...(values.outline ? {outline: true} : {}),
    ...(values.expand ? {expand: true} : {}),
    ...(values['click-parent'] ? {clickParent: true} : {}),
    ...(values.tooltip ? {tooltip: values.tooltip} : {}),
    ...(values.shadow ? {shadow: true} : {}),
    reference: {
      role,
      target,
      explicit: content.length > 0,
      position: node.data?.argumentPosition ?? node.position
    },
    children: content,
    ...(node.position ? {position: node.position} : {})
  }
  return {type: 'paragraph', ...(values.align ? {class: `sd-text-${values.align}`} : {}), children: [link]}
}

/** The running text of some blocks: a button holds no block. */
function phrasing(blocks: readonly FlowContent[]): PhrasingContent[] {
  return blocks.flatMap((block, index): PhrasingContent[] => {
    const content =
      block.type === 'paragraph' ? block.children : [textNode(plainText([block]), block.position)]
    return index > 0 ? [textNode(' '), ...content] : content
  })
}
