/** sphinx-design's card carousels. */
import type {FlowContent} from '../ast/nodes.js'
import {type Directive, type DirectiveCall, defineDirective} from './define.js'
import {classes} from './options.js'

const carousel = defineDirective({
  name: 'card-carousel',
  argument: 'raw',
  argumentRequired: true,
  options: {},
  build(call) {
    const {attributes, children} = call
    for (const child of children) reportStranger(child, call)
    const columns = columnsOf(call)
    return {
      type: 'carousel',
      ...attributes,
      class: classes(columns !== undefined && `sd-card-cols-${columns}`, attributes.class),
      children
    }
  }
})

/** `{card-carousel}`. */
export const carousels: readonly Directive[] = [carousel]

function columnsOf({argument, node, report}: DirectiveCall<unknown>): number | undefined {
  if (argument === undefined) return
  const columns = /^\d{1,2}$/.test(argument) ? Number(argument) : 0
  if (columns >= 1 && columns <= 12) return columns
  report({
    ruleId: 'invalid-argument',
    reason: `card-carousel: "${argument}" is not a number from 1 to 12`,
    position: node.data?.argumentPosition
  })
  return
}

function reportStranger(child: FlowContent, {report}: DirectiveCall<unknown>): void {
  if (child.type === 'card' || child.type === 'mystComment' || child.type === 'mystTarget') return
  report({
    ruleId: 'carousel-child',
    reason: 'a card-carousel holds cards only: put this into a card',
    position: child.position
  })
}
