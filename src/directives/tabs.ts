/** sphinx-design's tab sets. */
import type {Code} from 'mdast'
import * as z from 'zod/mini'
import type {FlowContent, TabItem} from '../ast/nodes.js'
import type {Report} from '../ast/report.js'
import {selectOne} from '../ast/tab-sets.js'
import {plainLine, text as textNode} from '../ast/tree.js'
import {type Directive, type DirectiveCall, defineDirective} from './define.js'
import {classes, classList, flag, text} from './options.js'

const tabSetDirective = defineDirective({
  name: 'tab-set',
  aliases: ['tabSet'],
  options: {'sync-group': z.optional(text)},
  build({options, attributes, children, report}) {
    const {items, others} = splitItems(children, 'tab-set', 'tab-item', report)
    const group = options['sync-group'] ?? 'tab'
    for (const item of items) if (item.sync) item.syncGroup = group
    return [{type: 'tabSet', ...attributes, children: items}, ...others]
  }
})

const tabItemDirective = defineDirective({
  name: 'tab-item',
  aliases: ['tabItem'],
  argument: 'inline',
  argumentRequired: true,
  options: {
    selected: z.optional(flag),
    sync: z.optional(text),
    'class-container': z.optional(classList),
    'class-label': z.optional(classList),
    'class-content': z.optional(classList)
  },
  build(call) {
    const {options, attributes} = call
    reportEmpty(call)
    return {
      ...tabItem(call),
      ...(options.sync ? {sync: options.sync} : {}),
      ...(options.selected ? {selected: true} : {}),
      ...(options['class-label'] ? {labelClass: options['class-label']} : {}),
      ...(options['class-content'] ? {contentClass: options['class-content']} : {}),
      ...classIf(classes(options['class-container'], attributes.class))
    }
  }
})

const tabSetCode = defineDirective({
  name: 'tab-set-code',
  options: {
    'no-sync': z.optional(flag),
    'sync-group': z.optional(text),
    'class-set': z.optional(classList),
    'class-item': z.optional(classList)
  },
  build({options, attributes, children, report}) {
    const items: TabItem[] = []
    const others: FlowContent[] = []
    for (const child of children) {
      const code = codeIn(child)
      if (!code) {
        others.push(child)
        reportStranger(child, 'tab-set-code holds code blocks only: put this before or after it', report)
        continue
      }
      const language = code.lang || 'default'
      items.push({
        type: 'tabItem',
        title: language.toUpperCase(),
        ...(options['no-sync'] ? {} : {sync: language, syncGroup: options['sync-group'] ?? 'code'}),
        ...classIf(options['class-item']),
        children: [{type: 'tabTitle', children: [textNode(language.toUpperCase())]}, child],
        ...(child.position ? {position: child.position} : {})
      })
    }
    return [
      {
        type: 'tabSet',
        ...attributes,
        ...classIf(classes(options['class-set'], attributes.class)),
        children: selectOne(items, report)
      },
      ...others
    ]
  }
})

/** `{tab-set}`, `{tab-item}`, `{tab-set-code}`. */
export const tabSets: readonly Directive[] = [tabSetDirective, tabItemDirective, tabSetCode]

/** A tab with the directive's argument as its label. */
export function tabItem({
  title,
  attributes,
  children,
  node
}: Pick<DirectiveCall<unknown>, 'title' | 'attributes' | 'children' | 'node'>): TabItem {
  const position = node.data?.argumentPosition
  return {
    type: 'tabItem',
    ...attributes,
    title: plainLine(title),
    children: [
      ...(title.length > 0
        ? [{type: 'tabTitle' as const, children: title, ...(position ? {position} : {})}]
        : []),
      ...children
    ],
    ...(node.position ? {position: node.position} : {})
  }
}

/** Tabs go into the set; what is none comes after it, so that no word is lost. */
export function splitItems(
  children: readonly FlowContent[],
  set: string,
  item: string,
  report: Report
): {items: TabItem[]; others: FlowContent[]} {
  const items: TabItem[] = []
  const others: FlowContent[] = []
  for (const child of children) {
    if (child.type === 'tabItem') items.push(child)
    else {
      others.push(child)
      reportStranger(
        child,
        `${set} holds ${item} only: put this into one of them; it is shown after the tabs`,
        report
      )
    }
  }
  return {items: selectOne(items, report), others}
}

function reportStranger(child: FlowContent, reason: string, report: Report): void {
  if (child.type === 'mystComment' || child.type === 'mystTarget') return
  report({ruleId: 'tab-child', reason, position: child.position})
}

function reportEmpty({children, node, report}: DirectiveCall<unknown>): void {
  if (children.length > 0) return
  report({
    ruleId: 'missing-body',
    reason: `${node.name} shows nothing: write its content between its fences`,
    position: node.data?.namePosition
  })
}

function codeIn(node: FlowContent): Code | undefined {
  if (node.type === 'code') return node
  return node.type === 'container' && node.kind === 'code'
    ? node.children.find((child): child is Code => child.type === 'code')
    : undefined
}

function classIf(className: string | undefined): {class?: string} {
  return className ? {class: className} : {}
}
