/** Directives that describe an API: functions, classes, options, in Sphinx's domains. */
import type {PhrasingContent} from 'mdast'
import * as z from 'zod/mini'
import type {ObjectDescription, ObjectScope, Signature, Span} from '../ast/nodes.js'
import {text as textNode} from '../ast/tree.js'
import {type Directive, type DirectiveCall, defineDirective} from './define.js'
import {flag, text} from './options.js'
import {parseOptions, parseSignature, splitParameters} from './signatures.js'

/** By domain: directive to object type, and a word before the name. */
const domains: Readonly<Record<string, readonly (readonly [name: string, type: string, word?: string])[]>> = {
  py: [
    ['function', 'function'],
    ['data', 'data'],
    ['class', 'class', 'class'],
    ['exception', 'exception', 'exception'],
    ['method', 'method'],
    ['classmethod', 'method', 'classmethod'],
    ['staticmethod', 'method', 'static'],
    ['attribute', 'attribute'],
    ['property', 'property', 'property'],
    ['type', 'type', 'type'],
    ['decorator', 'function', '@'],
    ['decoratormethod', 'method', '@']
  ],
  js: [
    ['function', 'function'],
    ['method', 'method'],
    ['class', 'class', 'class'],
    ['data', 'data'],
    ['attribute', 'attribute']
  ],
  c: [
    ['function', 'function'],
    ['member', 'member'],
    ['var', 'member'],
    ['macro', 'macro'],
    ['struct', 'struct', 'struct'],
    ['union', 'union', 'union'],
    ['enum', 'enum', 'enum'],
    ['enumerator', 'enumerator', 'enumerator'],
    ['type', 'type', 'type']
  ],
  cpp: [
    ['class', 'class', 'class'],
    ['struct', 'class', 'struct'],
    ['union', 'union', 'union'],
    ['function', 'function'],
    ['member', 'member'],
    ['var', 'member'],
    ['type', 'type', 'type'],
    ['concept', 'concept', 'concept'],
    ['enum', 'enum', 'enum'],
    ['enum-struct', 'enum', 'enum struct'],
    ['enum-class', 'enum', 'enum class'],
    ['enumerator', 'enumerator', 'enumerator']
  ],
  rst: [
    ['directive', 'directive'],
    ['directive:option', 'directive:option'],
    ['role', 'role']
  ],
  std: [
    ['envvar', 'envvar'],
    ['confval', 'confval']
  ]
}

/** Names that Sphinx knows without their domain, too. */
const bare = new Set([
  'py:function',
  'py:exception',
  'py:method',
  'py:classmethod',
  'py:staticmethod',
  'py:attribute',
  'py:property',
  'py:decorator',
  'std:envvar',
  'std:confval'
])

const options = {
  'no-index': z.optional(flag),
  noindex: z.optional(flag),
  'no-typesetting': z.optional(flag),
  // There is no index and no table of contents that objects stand in, and a signature is one line.
  'no-index-entry': z.optional(flag),
  noindexentry: z.optional(flag),
  'no-contents-entry': z.optional(flag),
  nocontentsentry: z.optional(flag),
  'single-line-parameter-list': z.optional(flag),
  'single-line-type-parameter-list': z.optional(flag),
  'tparam-line-spec': z.optional(flag),
  /** For an index of modules. */
  deprecated: z.optional(flag),
  platform: z.optional(text),
  synopsis: z.optional(text),
  annotation: z.optional(text),
  canonical: z.optional(text),
  module: z.optional(text),
  type: z.optional(text),
  value: z.optional(text),
  default: z.optional(text),
  async: z.optional(flag),
  abstract: z.optional(flag),
  abstractmethod: z.optional(flag),
  final: z.optional(flag),
  classmethod: z.optional(flag),
  staticmethod: z.optional(flag)
}

type Options = z.output<z.ZodMiniObject<typeof options>>

const described = Object.entries(domains).flatMap(([domain, list]) =>
  list.map(([name, type, word]) =>
    defineDirective({
      name: `${domain}:${name}`,
      aliases: bare.has(`${domain}:${name}`) ? [name] : [],
      argument: 'raw',
      argumentRequired: true,
      options,
      build: (call) => description(call, domain, type, [signatureOf(call, domain, word)])
    })
  )
)

const option = defineDirective({
  name: 'option',
  aliases: ['std:option', 'cmdoption', 'std:cmdoption'],
  argument: 'raw',
  argumentRequired: true,
  options,
  build(call) {
    const names = parseOptions(call.argument ?? '')
    const children = names.flatMap(({name, rest}, index): PhrasingContent[] => [
      ...(index > 0 ? [textNode(', ')] : []),
      span('descname', [textNode(name)]),
      ...(rest ? [span('descclassname', [textNode(rest)])] : [])
    ])
    const signature: Signature = {
      type: 'signature',
      names: names.map(({name}) => name),
      children,
      ...(call.node.data?.argumentPosition ? {position: call.node.data.argumentPosition} : {})
    }
    return description(call, 'std', 'cmdoption', [signature])
  }
})

/** Described, but nothing that references lead to. */
const describe = defineDirective({
  name: 'describe',
  aliases: ['object'],
  argument: 'raw',
  argumentRequired: true,
  options,
  build(call) {
    const position = call.node.data?.argumentPosition
    const signature: Signature = {
      type: 'signature',
      names: [],
      children: [span('descname', [textNode(call.argument ?? '', position)])]
    }
    return description(call, '', 'describe', [signature])
  }
})

/** What the names after it belong to. */
const scopes = (
  [
    ['py:module', 'py', 'module', ['module']],
    ['js:module', 'js', 'module', []],
    ['py:currentmodule', 'py', 'currentmodule', ['currentmodule']],
    ['program', 'std', 'program', ['std:program']]
  ] as const
).map(([name, domain, kind, aliases]) =>
  defineDirective({
    name,
    aliases,
    argument: 'raw',
    argumentRequired: true,
    options,
    build({argument = '', attributes, children, options: given, node}) {
      const position = node.data?.argumentPosition
      const scope: ObjectScope = {
        type: 'objectScope',
        ...attributes,
        domain,
        kind,
        name: argument.trim(),
        ...(given['no-index'] || given.noindex ? {indexed: false} : {}),
        ...(position ? {position} : {}),
        children: []
      }
      return [scope, ...children]
    }
  })
)

/** All directives of APIs. */
export const objectDirectives: readonly Directive[] = [...described, option, describe, ...scopes]

function description(
  {attributes, children, options: given}: DirectiveCall<Options>,
  domain: string,
  objectType: string,
  signatures: Signature[]
): ObjectDescription {
  return {
    type: 'objectDescription',
    ...attributes,
    domain,
    objectType,
    ...(given.module ? {module: given.module} : {}),
    ...(given.canonical ? {canonical: given.canonical} : {}),
    ...(given['no-index'] || given.noindex ? {indexed: false} : {}),
    ...(given['no-typesetting'] ? {typeset: false} : {}),
    children: [...signatures, ...children]
  }
}

function signatureOf(
  {argument = '', options: given, node}: DirectiveCall<Options>,
  domain: string,
  word: string | undefined
): Signature {
  const dotted = domain === 'py' || domain === 'js'
  const whole = domain === 'rst' || domain === 'std'
  const parsed = whole
    ? {before: '', name: argument.trim(), parameters: undefined, after: ''}
    : parseSignature(argument, dotted)
  const words = [
    given.abstract || given.abstractmethod ? 'abstract' : '',
    given.final ? 'final' : '',
    given.async ? 'async' : '',
    given.classmethod ? 'classmethod' : '',
    given.staticmethod ? 'static' : '',
    word ?? ''
  ].filter(Boolean)
  const returns = /^\s*->(.*)$/s.exec(parsed.after)?.[1]?.trimStart()
  const after = returns === undefined ? parsed.after : ''
  const note = given.annotation ? ` ${given.annotation}` : ''
  const position = node.data?.argumentPosition
  const type = given.type ? `: ${given.type}` : ''
  const written = given.value ?? given.default
  const value = written ? ` = ${written}` : ''
  const children: PhrasingContent[] = [
    ...words.map((each) => span('property', [textNode(each === '@' ? each : `${each} `)])),
    ...(parsed.before ? [span('descclassname', [textNode(parsed.before)])] : []),
    span('descname', [textNode(parsed.name, position)]),
    ...(parsed.parameters === undefined ? [] : parameters(parsed.parameters)),
    ...(returns ? [span('sig-return', [textNode(` \u2192 ${returns}`)])] : []),
    ...(after + type + value + note ? [span('property', [textNode(after + type + value + note)])] : [])
  ]
  return {
    type: 'signature',
    names: [dotted ? parsed.before.trim() + parsed.name : parsed.name],
    children,
    ...(position ? {position} : {})
  }
}

function parameters(text: string): PhrasingContent[] {
  const parts = splitParameters(text).flatMap((part, index): PhrasingContent[] => [
    ...(index > 0 ? [textNode(', ')] : []),
    span('sig-param', [textNode(part)])
  ])
  return [span('sig-paren', [textNode('(')]), ...parts, span('sig-paren', [textNode(')')])]
}

function span(kind: string, children: PhrasingContent[]): Span {
  return {type: 'span', kind, children}
}
