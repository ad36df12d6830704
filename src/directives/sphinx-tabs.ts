/** Tabs of sphinx-tabs, and of sphinx-inline-tabs, which have no set around them. */
import * as z from 'zod/mini'
import {text as textNode} from '../ast/tree.js'
import {own} from '../names/own.js'
import {codeNode, codeOptions} from './code.js'
import {type Directive, defineDirective} from './define.js'
import {dedent} from './lines.js'
import {flag} from './options.js'
import {splitItems, tabItem} from './tabs.js'

const tabs = defineDirective({
  name: 'tabs',
  options: {},
  build({attributes, children, report}) {
    const {items, others} = splitItems(children, 'tabs', 'tab, group-tab and code-tab', report)
    const inside = items.map(({inline: _, ...item}) => item)
    return [{type: 'tabSet', ...attributes, children: inside}, ...others]
  }
})

/** Inside `tabs` one of its tabs; elsewhere neighbours make a set (transforms/join-tabs.ts). */
const tab = defineDirective({
  name: 'tab',
  argument: 'inline',
  argumentRequired: true,
  options: {'new-set': z.optional(flag), selected: z.optional(flag)},
  build(call) {
    const {options} = call
    return {
      ...tabItem(call),
      ...(options.selected ? {selected: true} : {}),
      inline: options['new-set'] ? 'first' : 'next'
    }
  }
})

const groupTab = defineDirective({
  name: 'group-tab',
  argument: 'inline',
  argumentRequired: true,
  options: {},
  build(call) {
    const item = tabItem(call)
    return {...item, ...(item.title ? {sync: item.title, syncGroup: 'group-tab'} : {}), inline: 'next'}
  }
})

const codeTab = defineDirective({
  name: 'code-tab',
  argument: 'raw',
  argumentRequired: true,
  body: 'raw',
  options: codeOptions,
  build(call) {
    const [language = '', ...rest] = (call.argument ?? '').split(/\s+/)
    const label = rest.join(' ') || languageName(language)
    const item = tabItem({
      ...call,
      title: label ? [textNode(label, call.node.data?.argumentPosition)] : [],
      // Label and class belong to the tab.
      children: [codeNode(call, language, dedent(call.value, call.options.dedent), {})]
    })
    return {...item, ...(label ? {sync: label, syncGroup: 'code-tab'} : {}), inline: 'next'}
  }
})

/** `{tabs}`, `{tab}`, `{group-tab}`, `{code-tab}`. */
export const sphinxTabs: readonly Directive[] = [tabs, tab, groupTab, codeTab]

/** What a language calls itself, where that is more than a capital letter. */
const names: Readonly<Record<string, string>> = {
  'c++': 'C++',
  cpp: 'C++',
  csharp: 'C#',
  javascript: 'JavaScript',
  js: 'JavaScript',
  py: 'Python',
  ts: 'TypeScript',
  typescript: 'TypeScript'
}

function languageName(language: string): string {
  if (/^(?:css|html|json|php|sql|xml|yaml)$/.test(language)) return language.toUpperCase()
  const name = own(names, language)
  return name ?? language.charAt(0).toUpperCase() + language.slice(1)
}
