/** docutils' and Sphinx's directives that say what a piece of prose is. */
import type {Blockquote, Break, Paragraph, PhrasingContent} from 'mdast'
import * as z from 'zod/mini'
import type {FlowContent, Line} from '../ast/nodes.js'
import {along} from '../ast/place.js'
import {addAll, around, text as textNode} from '../ast/tree.js'
import {normalizeClassNames} from '../names/labels.js'
import {type Directive, defineDirective} from './define.js'
import {classes, integer} from './options.js'

const rubric = defineDirective({
  name: 'rubric',
  argument: 'inline',
  argumentRequired: true,
  body: 'none',
  options: {'heading-level': z.optional(integer(1, 6))},
  build({title, options, attributes}) {
    const level = options['heading-level']
    return {type: 'rubric', ...attributes, ...(level ? {level} : {}), children: title}
  }
})

const centered = defineDirective({
  name: 'centered',
  argument: 'inline',
  argumentRequired: true,
  body: 'none',
  options: {},
  build: ({title, attributes}) => ({
    type: 'paragraph',
    class: classes('centered', attributes.class),
    children: [{type: 'strong', children: title}]
  })
})

const quotes = (['epigraph', 'highlights', 'pull-quote', 'blockquote'] as const).map((name) =>
  defineDirective({
    name,
    options: {},
    build({attributes, children}): Blockquote {
      return {
        type: 'blockquote',
        ...attributes,
        class: classes(name !== 'blockquote' && name, attributes.class),
        children: children.map((child, index) =>
          index === children.length - 1 && child.type === 'paragraph' ? attribution(child) : child
        )
      }
    }
  })
)

const compounds = (['compound', 'header', 'footer'] as const).map((name) =>
  defineDirective({
    name,
    options: {},
    build: ({attributes, children}) => ({
      type: 'div',
      ...attributes,
      class: classes(name, attributes.class),
      children
    })
  })
)

const container = defineDirective({
  name: 'container',
  argument: 'raw',
  options: {},
  build: ({argument = '', attributes, children}) => ({
    type: 'div',
    ...attributes,
    class: classes(normalizeClassNames(argument).join(' '), 'container', attributes.class),
    children
  })
})

const hlist = defineDirective({
  name: 'hlist',
  options: {columns: z.optional(integer(1, 12))},
  build: ({options, attributes, children}) => ({
    type: 'div',
    ...attributes,
    class: classes('hlist', attributes.class),
    style: `column-count: ${options.columns ?? 2}`,
    children
  })
})

const lineBlock = defineDirective({
  name: 'line-block',
  options: {},
  build: ({attributes, children}) => {
    const lines: Line[] = []
    const others: FlowContent[] = []
    children.forEach((child, index) => {
      if (child.type !== 'paragraph') others.push(child)
      else {
        if (index > 0) lines.push({type: 'line', children: []})
        addAll(lines, linesOf(child))
      }
    })
    return [{type: 'lineBlock', ...attributes, children: lines}, ...others]
  }
})

const acknowledgements = defineDirective({
  name: 'acks',
  options: {},
  build: ({children}) => children
})

/** All of them. */
export const prose: readonly Directive[] = [
  rubric,
  centered,
  ...quotes,
  ...compounds,
  container,
  hlist,
  lineBlock,
  acknowledgements
]

/** `-- Name` and `— Name` after a quotation say whose it is, be the hyphens a dash already; docutils sets one. */
function attribution(node: Paragraph): Paragraph {
  const [first, ...rest] = node.children
  const dash =
    first?.type === 'text' ? /^(?:---?|[\u2013\u2014])\s*(?=[^\s-])/.exec(first.value)?.[0] : undefined
  if (first?.type !== 'text' || dash === undefined) return node
  return {
    ...node,
    class: classes('attribution', node.class),
    children: [{...first, value: `\u2014${first.value.slice(dash.length)}`}, ...rest]
  }
}

/** A paragraph cut at its line ends. */
function linesOf({children}: Paragraph): Line[] {
  const lines: PhrasingContent[][] = [[]]
  const last = (): PhrasingContent[] => lines.at(-1) ?? []
  for (const node of children) {
    if (isBreak(node)) lines.push([])
    else if (node.type !== 'text') last().push(node)
    else
      node.value.split('\n').forEach((part, index) => {
        if (index > 0) lines.push([])
        // Only the first line's place is known: the others lost their indent.
        const {position} = node
        const at =
          position && index === 0
            ? {start: position.start, end: along(position.start, part.length)}
            : undefined
        if (part) last().push(textNode(part, at))
      })
  }
  return lines.map((line) => {
    const position = around(line)
    return {type: 'line', children: line, ...(position ? {position} : {})}
  })
}

function isBreak(node: PhrasingContent): node is Break {
  return node.type === 'break'
}
