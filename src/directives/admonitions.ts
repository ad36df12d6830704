/** Admonitions: docutils' ten kinds and those with a title of their own. */
import type {Position} from 'unist'
import * as z from 'zod/mini'
import type {Admonition, AdmonitionTitle, FlowContent} from '../ast/nodes.js'
import {type Directive, type DirectiveCall, defineDirective} from './define.js'
import {classes, flag, reading} from './options.js'

const collapsed = ['open', 'closed'] as const

const options = {
  /** mystmd: drawn open where it is a disclosure. */
  open: z.optional(flag),
  /** mystmd: without its icon. */
  icon: z.optional(flag),
  /** Sphinx: a disclosure, open unless it says closed. */
  collapsible: z.optional(
    reading((value) => collapsed.find((each) => each === (value.trim() || 'open')), 'open or closed')
  )
}

const kinds = [
  'attention',
  'caution',
  'danger',
  'error',
  'hint',
  'important',
  'note',
  'seealso',
  'tip',
  'todo',
  'warning'
] as const

/** `{note}`, `{warning}` …: text behind the name begins the body. */
const specific: Directive[] = kinds.map((kind) =>
  defineDirective({
    name: kind,
    titled: true,
    options,
    build: (call) => admonition(kind, call)
  })
)

/** `{admonition} Title`. */
const generic = defineDirective({
  name: 'admonition',
  argument: 'inline',
  argumentRequired: true,
  options,
  build: (call) => admonition('admonition', call)
})

/** All admonitions. */
export const admonitions: readonly Directive[] = [...specific, generic]

/** The same in mystmd's way: words behind the name are the title, where a body follows. */
export const mystmdAdmonitions: readonly Directive[] = kinds.map((kind) =>
  defineDirective({
    name: kind,
    argument: 'inline',
    options,
    build: (call) => admonition(kind, ...titleFirst(call))
  })
)

type Call = DirectiveCall<z.output<z.ZodMiniObject<typeof options>>>

/** With a title and what stands below it: without one, text in bold or a heading that begins the body is it. */
function titleFirst(call: Call): [call: Call, titlePosition: Position | undefined] {
  const {title, children, node} = call
  const [first, ...rest] = children
  const written = node.data?.argumentPosition
  if (title.length > 0) {
    const lead: FlowContent = {type: 'paragraph', children: title, ...(written ? {position: written} : {})}
    return [first ? call : {...call, title: [], children: [lead]}, written]
  }
  if (first?.type === 'heading') return [{...call, title: first.children, children: rest}, first.position]
  const [bold, ...more] = first?.type === 'paragraph' ? first.children : []
  if (bold?.type !== 'strong' || more.length > 0) return [call, undefined]
  return [{...call, title: bold.children, children: rest}, bold.position]
}

function admonition(
  kind: string,
  call: Call,
  titlePosition: Position | undefined = call.node.data?.argumentPosition
): Admonition {
  const {title, children, attributes, options: values} = call
  const made: Admonition = {type: 'admonition', kind, ...attributes, children}
  if (title.length > 0) {
    const head: AdmonitionTitle = {type: 'admonitionTitle', children: title}
    if (titlePosition) head.position = titlePosition
    made.children = [head, ...children]
  }
  const names = attributes.class ? attributes.class.split(' ') : []
  if (names.includes('dropdown') || values.collapsible) made.dropdown = true
  if (values.open || values.collapsible === 'open' || names.includes('toggle-shown')) made.open = true
  if (values.icon === false) made.class = classes(attributes.class, 'no-icon')
  return made
}
