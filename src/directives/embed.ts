/** What stands elsewhere in the project, shown again: a labelled block, or all that is to do. */
import * as z from 'zod/mini'
import type {Embed} from '../ast/nodes.js'
import {type Directive, defineDirective} from './define.js'
import {flag} from './options.js'

const embed = defineDirective({
  name: 'embed',
  argument: 'raw',
  argumentRequired: true,
  body: 'none',
  options: {'remove-input': z.optional(flag), 'remove-output': z.optional(flag)},
  build({argument = '', attributes, node}): Embed {
    const target = /[#:/]/.test(argument) ? argument : `#${argument}`
    const position = node.data?.argumentPosition
    return {
      type: 'embed',
      ...attributes,
      reference: {role: 'link', target, explicit: false, ...(position ? {position} : {})},
      children: []
    }
  }
})

const todoList = defineDirective({
  name: 'todolist',
  body: 'none',
  options: {},
  build: ({attributes}): Embed => ({type: 'embed', ...attributes, children: []})
})

/** `{embed}` and `{todolist}`. */
export const embedded: readonly Directive[] = [embed, todoList]
