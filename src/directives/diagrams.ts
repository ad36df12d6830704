/** Diagrams: text that the reader's browser, or a hook of the site, draws. */
import * as z from 'zod/mini'
import type {Mermaid} from '../ast/nodes.js'
import {type Directive, defineDirective} from './define.js'
import {inlineOption} from './inline-option.js'
import {alignment, flag, text} from './options.js'

const mermaid = defineDirective({
  name: 'mermaid',
  argument: 'raw',
  body: 'raw',
  options: {
    caption: z.optional(text),
    alt: z.optional(text),
    title: z.optional(text),
    align: z.optional(alignment),
    // Which a script of the site's own would do.
    zoom: z.optional(flag),
    config: z.optional(text),
    theme: z.optional(text)
  },
  numbered: true,
  build(call) {
    const {argument, value, options, attributes, host, node, optionPosition} = call
    const file = argument ? host.readFile(argument, node.data?.argumentPosition) : undefined
    if (argument && !file) return node
    const alt = options.alt ?? options.title
    const settings = options.config ?? (options.theme && JSON.stringify({theme: options.theme}))
    const diagram: Mermaid = {
      type: 'mermaid',
      value: (settings ? `%%{init: ${settings}}%%\n` : '') + (file?.text ?? value).trim(),
      ...(alt ? {alt} : {}),
      ...(node.position ? {position: node.position} : {})
    }
    if (!options.caption && !options.align) return {...diagram, ...attributes}
    const position = optionPosition('caption')
    return {
      type: 'container',
      kind: 'figure',
      ...attributes,
      ...(options.align ? {align: options.align} : {}),
      children: options.caption
        ? [
            diagram,
            {
              type: 'caption',
              children: inlineOption(call, 'caption', options.caption),
              ...(position ? {position} : {})
            }
          ]
        : [diagram]
    }
  }
})

/** `{mermaid}`. */
export const diagrams: readonly Directive[] = [mermaid]
