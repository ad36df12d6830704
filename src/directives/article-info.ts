/** sphinx-design's line of an article's author, date and reading time. */
import type {Paragraph} from 'mdast'
import * as z from 'zod/mini'
import type {BlockImage, Grid, GridItem, Icon} from '../ast/nodes.js'
import {type Directive, type DirectiveCall, defineDirective} from './define.js'
import {inlineOption} from './inline-option.js'
import {classes, classList, color, text} from './options.js'

const options = {
  avatar: z.optional(text),
  'avatar-alt': z.optional(text),
  'avatar-link': z.optional(text),
  'avatar-outline': z.optional(color),
  author: z.optional(text),
  date: z.optional(text),
  'read-time': z.optional(text),
  'class-container': z.optional(classList),
  'class-avatar': z.optional(classList)
}

type Call = DirectiveCall<z.output<z.ZodMiniObject<typeof options>>>

const articleInfo = defineDirective({
  name: 'article-info',
  body: 'none',
  options,
  build(call): Grid {
    const {options: values, attributes} = call
    const picture = avatar(call)
    const facts = [
      line(call, 'author'),
      line(call, 'date', 'calendar'),
      line(call, 'read-time', 'clock')
    ].flatMap((paragraph) => (paragraph ? [cell(paragraph, 'sd-col-auto')] : []))
    return {
      type: 'grid',
      ...attributes,
      class: classes('sd-p-0 sd-mt-2 sd-mb-4', values['class-container'], attributes.class),
      rowClass: 'sd-row-cols-2 sd-gx-2 sd-gy-1',
      children: [
        ...(picture ? [cell(picture, 'sd-col-auto')] : []),
        cell({
          type: 'grid',
          rowClass:
            'sd-row-cols-2 sd-row-cols-xs-2 sd-row-cols-sm-3 sd-row-cols-md-3 sd-row-cols-lg-3 sd-gx-3 sd-gy-1',
          children: facts
        })
      ]
    }
  }
})

/** `{article-info}`. */
export const articleInfos: readonly Directive[] = [articleInfo]

function cell(child: Grid | BlockImage | Paragraph, width?: string): GridItem {
  return {
    type: 'gridItem',
    class: classes(width, 'sd-d-flex-row sd-align-minor-center'),
    children: [child]
  }
}

function avatar({options: values, optionPosition, node}: Call): BlockImage | undefined {
  if (!values.avatar) return
  const outline = values['avatar-outline']
  const link = values['avatar-link']
  const srcPosition = optionPosition('avatar')
  return {
    type: 'blockImage',
    class: classes('sd-avatar-sm', outline && `sd-outline-${outline}`, values['class-avatar']),
    src: values.avatar.replace(/\s+/g, ''),
    ...(srcPosition ? {srcPosition} : {}),
    alt: values['avatar-alt'] ?? '',
    ...(link
      ? {
          reference: {
            role: 'url',
            target: link.replace(/\s+/g, ''),
            explicit: true,
            position: optionPosition('avatar-link')
          }
        }
      : {}),
    children: [],
    ...(node.position ? {position: node.position} : {})
  }
}

function line(call: Call, key: 'author' | 'date' | 'read-time', symbol?: string): Paragraph | undefined {
  const value = call.options[key]
  if (!value) return
  const position = call.optionPosition(key)
  const icon: Icon[] = symbol
    ? [{type: 'icon', set: 'octicon', name: symbol, height: '16px', class: 'sd-pr-2', children: []}]
    : []
  return {
    type: 'paragraph',
    class: 'sd-p-0 sd-m-0',
    children: [...icon, ...inlineOption(call, key, value)],
    ...(position ? {position} : {})
  }
}
