/** sphinx-design's dropdowns, mystmd's, and sphinx-togglebutton's toggles. */
import * as z from 'zod/mini'
import {type Directive, type DirectiveCall, defineDirective} from './define.js'
import {classes, classList, color, flag, margin, oneOf, text} from './options.js'

const dropdown = defineDirective({
  name: 'dropdown',
  aliases: ['details'],
  argument: 'inline',
  options: {
    open: z.optional(flag),
    color: z.optional(color),
    icon: z.optional(text),
    chevron: z.optional(oneOf('right-down', 'down-up')),
    animate: z.optional(oneOf('fade-in', 'fade-in-slide-down')),
    margin: z.optional(margin),
    'class-container': z.optional(classList),
    'class-title': z.optional(classList),
    'class-body': z.optional(classList)
  },
  build(call) {
    const {options, attributes, title, children, optionPosition} = call
    const iconPosition = optionPosition('icon')
    return {
      type: 'details',
      ...attributes,
      class: classes(
        options.margin ?? 'sd-mb-3',
        options['class-container'],
        options.animate && `sd-${options.animate}`,
        attributes.class
      ),
      ...(options.open ? {open: true} : {}),
      ...(options.color ? {color: options.color} : {}),
      ...(options.icon ? {icon: options.icon, ...(iconPosition ? {iconPosition} : {})} : {}),
      ...(options.chevron ? {chevron: options.chevron} : {}),
      ...(options['class-body'] ? {bodyClass: options['class-body']} : {}),
      children: [
        {
          type: 'summary',
          ...(options['class-title'] ? {class: options['class-title']} : {}),
          children: title,
          ...titlePosition(call)
        },
        ...children
      ]
    }
  }
})

const toggle = defineDirective({
  name: 'toggle',
  options: {show: z.optional(flag), open: z.optional(flag)},
  build: ({options, attributes, children}) => ({
    type: 'details',
    ...attributes,
    class: classes('sd-mb-3', 'toggle', attributes.class),
    ...(options.show || options.open ? {open: true} : {}),
    children
  })
})

/** `{dropdown}`, `{toggle}`. */
export const dropdowns: readonly Directive[] = [dropdown, toggle]

function titlePosition({node}: DirectiveCall<unknown>): {position?: NonNullable<typeof node.position>} {
  return node.data?.argumentPosition ? {position: node.data.argumentPosition} : {}
}
