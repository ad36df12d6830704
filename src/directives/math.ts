/** Formulas as directives. */
import * as z from 'zod/mini'
import {type Directive, defineDirective} from './define.js'
import {flag} from './options.js'

const math = defineDirective({
  name: 'math',
  argument: 'raw',
  body: 'raw',
  options: {
    nowrap: z.optional(flag),
    'no-wrap': z.optional(flag)
  },
  numbered: true,
  build({argument, value, options, attributes, report, node}) {
    // As in Sphinx, what stands behind the name is the first of the formulas.
    const tex = [argument, value.trim()].filter(Boolean).join('\n\n')
    if (!tex)
      report({
        ruleId: 'empty-math',
        reason: 'the formula is empty: write TeX between the fences',
        position: node.data?.namePosition
      })
    return {
      type: 'math',
      value: tex,
      ...attributes,
      ...(options.nowrap || options['no-wrap'] ? {nowrap: true} : {})
    }
  }
})

/** `{math}`. */
export const mathBlocks: readonly Directive[] = [math]
