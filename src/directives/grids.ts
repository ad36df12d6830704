/** sphinx-design's grids. */
import * as z from 'zod/mini'
import type {FlowContent} from '../ast/nodes.js'
import {card, cardOptions} from './cards.js'
import {type Directive, type DirectiveCall, defineDirective} from './define.js'
import {
  classes,
  classList,
  columns,
  flag,
  gutter,
  isColumns,
  margin,
  oneOf,
  padding,
  responsiveClasses
} from './options.js'

const gridOptions = {
  gutter: z.optional(gutter),
  margin: z.optional(margin),
  padding: z.optional(padding),
  outline: z.optional(flag),
  reverse: z.optional(flag),
  'class-container': z.optional(classList),
  'class-row': z.optional(classList)
}

/** A grid that makes its items of what stands in it. */
function gridOf(
  itemsOf: (children: FlowContent[], call: DirectiveCall<unknown>) => FlowContent[]
): Directive {
  return defineDirective({
    name: 'grid',
    argument: 'raw',
    options: gridOptions,
    build(call) {
      const {options, attributes, children} = call
      return {
        type: 'grid',
        ...attributes,
        class: classes(
          options.margin ?? 'sd-mb-4',
          options.padding,
          options.outline && 'sd-border-1',
          options['class-container'],
          attributes.class
        ),
        rowClass: classes(
          rowColumns(call),
          options.gutter,
          options.reverse && 'sd-flex-row-reverse',
          options['class-row']
        ),
        children: itemsOf(children, call)
      }
    }
  })
}

const grid = gridOf((children, call) => {
  for (const child of children) reportStranger(child, call)
  return children
})

const gridItem = defineDirective({
  name: 'grid-item',
  options: {
    columns: z.optional(columns),
    margin: z.optional(margin),
    padding: z.optional(padding),
    'child-direction': z.optional(oneOf('column', 'row')),
    'child-align': z.optional(oneOf('start', 'end', 'center', 'justify', 'spaced')),
    outline: z.optional(flag)
  },
  build({options, attributes, children}) {
    return {
      type: 'gridItem',
      ...attributes,
      class: classes(
        `sd-d-flex-${options['child-direction'] ?? 'column'}`,
        options['child-align'] && `sd-align-major-${options['child-align']}`,
        options.columns,
        options.margin,
        options.padding,
        options.outline && 'sd-border-1',
        attributes.class
      ),
      children
    }
  }
})

const gridItemCard = defineDirective({
  name: 'grid-item-card',
  argument: 'inline',
  options: {
    ...cardOptions,
    columns: z.optional(columns),
    margin: z.optional(margin),
    padding: z.optional(padding),
    'class-item': z.optional(classList)
  },
  build(call) {
    const {options, node} = call
    return {
      type: 'gridItem',
      class: classes(
        'sd-d-flex-row',
        options.columns,
        options.margin,
        options.padding,
        options['class-item']
      ),
      children: [{...card(call, '', 'sd-w-100'), ...(node.position ? {position: node.position} : {})}]
    }
  }
})

/** The grid of mystmd: whatever stands in it is an item. */
export const mystmdGrid: Directive = gridOf((children) => children.map(itemOf))

function itemOf(child: FlowContent): FlowContent {
  if (isItem(child)) return child
  const full = child.type === 'card' ? {...child, class: classes('sd-w-100', child.class)} : child
  return {
    type: 'gridItem',
    class: 'sd-d-flex-row',
    children: [full],
    ...(child.position ? {position: child.position} : {})
  }
}

/** `{grid}`, `{grid-item}`, `{grid-item-card}`. */
export const grids: readonly Directive[] = [grid, gridItem, gridItemCard]

function rowColumns({argument, node, report}: DirectiveCall<unknown>): string {
  if (!argument) return ''
  const names = responsiveClasses(argument, 'sd-row-cols-', isColumns)
  if (names === undefined) {
    report({
      ruleId: 'invalid-argument',
      reason: `grid: "${argument}" is not a number of columns: write 1 or 4 values (xs sm md lg), each auto or a number from 1 to 12`,
      position: node.data?.argumentPosition
    })
  }
  return names ?? ''
}

function isItem({type}: FlowContent): boolean {
  return type === 'gridItem' || type === 'mystComment' || type === 'mystTarget'
}

function reportStranger(child: FlowContent, {report}: DirectiveCall<unknown>): void {
  if (isItem(child)) return
  report({
    ruleId: 'grid-child',
    reason: 'a grid holds grid-item and grid-item-card only: put this into one of them',
    position: child.position
  })
}
