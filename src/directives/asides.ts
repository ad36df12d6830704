/** What stands beside the text: topics, sidebars, notes in the margin. */
import * as z from 'zod/mini'
import type {Aside} from '../ast/nodes.js'
import {type Directive, defineDirective} from './define.js'
import {inlineOption} from './inline-option.js'
import {text} from './options.js'

const kinds: readonly Aside['kind'][] = ['aside', 'margin', 'sidebar', 'topic']

/** `{aside}`, `{margin}`, `{sidebar}`, `{topic}`. */
export const asides: readonly Directive[] = kinds.map((kind) =>
  defineDirective({
    name: kind,
    argument: 'inline',
    argumentRequired: kind === 'topic',
    options: {subtitle: z.optional(text)},
    build(call): Aside {
      const {title, options, attributes, children, node, optionPosition} = call
      const position = node.data?.argumentPosition
      const {subtitle} = options
      const subtitlePosition = optionPosition('subtitle')
      return {
        type: 'aside',
        kind,
        ...attributes,
        children: [
          ...(title.length > 0
            ? [{type: 'admonitionTitle' as const, children: title, ...(position ? {position} : {})}]
            : []),
          ...(subtitle
            ? [
                {
                  type: 'paragraph' as const,
                  class: 'sidebar-subtitle',
                  children: inlineOption(call, 'subtitle', subtitle),
                  ...(subtitlePosition ? {position: subtitlePosition} : {})
                }
              ]
            : []),
          ...children
        ]
      }
    }
  })
)
