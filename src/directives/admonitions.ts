/** Admonitions: docutils' ten kinds and those with a title of their own. */
import * as z from 'zod/mini'
import type {Admonition} from '../ast/nodes.js'
import {type Directive, type DirectiveCall, defineDirective} from './define.js'
import {flag, reading} from './options.js'

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

function admonition(
  kind: string,
  call: DirectiveCall<z.output<z.ZodMiniObject<typeof options>>>
): Admonition {
  const {title, children, attributes, options: values} = call
  const classes = (attributes.class ?? '').split(' ')
  return {
    type: 'admonition',
    kind,
    ...attributes,
    ...(classes.includes('dropdown') || values.collapsible ? {dropdown: true} : {}),
    ...(values.open || values.collapsible === 'open' || classes.includes('toggle-shown') ? {open: true} : {}),
    ...(values.icon === false ? {class: [...classes, 'no-icon'].filter(Boolean).join(' ')} : {}),
    children:
      title.length > 0
        ? [{type: 'admonitionTitle', children: title, ...position(call)}, ...children]
        : children
  }
}

function position({node}: DirectiveCall<unknown>): {position?: NonNullable<typeof node.position>} {
  return node.data?.argumentPosition ? {position: node.data.argumentPosition} : {}
}
