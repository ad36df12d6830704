/** Plain containers. */
import * as z from 'zod/mini'
import {normalizeClassNames} from '../names/labels.js'
import {type Directive, defineDirective} from './define.js'
import {classes, text} from './options.js'

const div = defineDirective({
  name: 'div',
  argument: 'raw',
  options: {style: z.optional(text)},
  build({argument = '', options, attributes, children, optionPosition}) {
    const className = classes(normalizeClassNames(argument).join(' '), attributes.class)
    return {
      type: 'div',
      ...attributes,
      ...(className ? {class: className} : {}),
      ...(options.style ? {style: options.style, stylePosition: optionPosition('style')} : {}),
      children
    }
  }
})

/** `{div}`, and `:::name`. */
export const blocks: readonly Directive[] = [div]
