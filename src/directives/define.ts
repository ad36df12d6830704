/** What a directive is: one value that validates its options, builds its node and documents itself. */
import type {PhrasingContent, RootContent} from 'mdast'
import type {Position} from 'unist'
import * as z from 'zod/mini'
import {noHost, type PageHost} from '../ast/host.js'
import type {Attributed, DirectiveOption, FlowContent, MystDirective} from '../ast/nodes.js'
import {didYouMean, type Report} from '../ast/report.js'
import {around} from '../ast/tree.js'
import {normalizeLabel} from '../names/labels.js'
import {own} from '../names/own.js'
import {suggest} from '../names/suggest.js'
import type {DirectiveSyntax} from '../syntax/spec.js'
import {classList, flag, text} from './options.js'

/** What every directive takes: `:class:`, and `:name:` or mystmd's `:label:`. */
const commonOptions = {class: z.optional(classList), name: z.optional(text), label: z.optional(text)}

/** What those take whose blocks bear a number: mystmd's words for whether, and for which. */
const numberOptions = {
  enumerated: z.optional(flag),
  numbered: z.optional(flag),
  enumerator: z.optional(text),
  number: z.optional(text)
}

/** The schemas of a directive's options: each reads the written string. */
export type OptionShape = Record<string, z.ZodMiniOptional<z.ZodMiniType<unknown, string>>>

const readCommon = optionReader(z.object(commonOptions))
const readNumber = optionReader(z.object(numberOptions))

type Values<Shape extends OptionShape> = z.output<z.ZodMiniObject<Shape>>

/** The options that a directive knows, as they are written. */
type Written = Map<string, DirectiveOption>

/** What `build` gets. */
export interface DirectiveCall<Options> {
  /** The name that the author used, lower-case: one directive may serve several. */
  name: string
  /** Source of the argument. */
  argument: string | undefined
  /** The argument parsed, where the spec says `inline`. */
  title: PhrasingContent[]
  /** The valid options. */
  options: Options
  /** Where an option's value stands. */
  optionPosition(key: string): Position | undefined
  /** Source of a raw body, else empty. */
  value: string
  /** The body parsed, directives inside built already. */
  children: FlowContent[]
  /** Label and classes, to spread into the node. */
  attributes: Attributed
  /** The directive as parsed. */
  node: MystDirective
  report: Report
  host: PageHost
}

/** A directive as its author writes it. */
export interface DirectiveSpec<Shape extends OptionShape> {
  name: string
  aliases?: readonly string[] | undefined
  /** One sentence for whoever lists the directives; those built in are described in the reference. */
  doc?: string | undefined
  /** `inline` for Markdown, `raw` for plain characters; left out, text behind the name begins the body. */
  argument?: 'inline' | 'raw' | undefined
  argumentRequired?: boolean | undefined
  /** Takes no argument, but a title where the generic form, `:::name[Title]`, has one. */
  titled?: boolean | undefined
  /** `flow` for Markdown (the default), `raw` for text kept as written, `terms` for a glossary's, `none`. */
  body?: 'flow' | 'raw' | 'terms' | 'none' | undefined
  options: Shape
  /** Its block may bear a number. */
  numbered?: boolean | undefined
  /** Options that are not named here are for other programs: no message. */
  moreOptions?: boolean | undefined
  build(call: DirectiveCall<Values<Shape>>): RootContent | RootContent[]
}

/** A directive as the registry keeps it. */
export interface Directive {
  readonly name: string
  readonly aliases: readonly string[]
  readonly doc?: string | undefined
  readonly syntax: DirectiveSyntax
  readonly argument: 'inline' | 'raw' | 'none'
  readonly argumentRequired: boolean
  readonly body: 'flow' | 'raw' | 'terms' | 'none'
  readonly options: OptionShape
  /** Takes options of any name. */
  readonly moreOptions: boolean
  run(node: MystDirective, report: Report, host?: PageHost): RootContent[]
}

/**
 * Define a directive.
 *
 * Its options are checked one by one: a fault voids only its own option, and is said with its own range and, for
 * unknown names, with near ones.
 *
 * @example
 * const shout = defineDirective({
 *   name: 'shout',
 *   doc: 'A paragraph that is loud.',
 *   options: {},
 *   build: ({children, attributes}) => ({type: 'div', children, ...attributes, class: 'loud'})
 * })
 */
export function defineDirective<Shape extends OptionShape>(spec: DirectiveSpec<Shape>): Directive {
  const body = spec.body ?? 'flow'
  const schema = z.object(spec.options)
  const readOwn = optionReader(schema)
  const known = {...commonOptions, ...(spec.numbered ? numberOptions : {}), ...schema.shape}
  return {
    name: spec.name,
    aliases: spec.aliases ?? [],
    doc: spec.doc,
    syntax: {
      argument: spec.argument ?? (body === 'none' ? 'raw' : 'body'),
      body: body === 'none' ? 'flow' : body
    },
    argument: spec.argument ?? 'none',
    argumentRequired: spec.argumentRequired ?? false,
    body,
    options: known,
    moreOptions: spec.moreOptions ?? false,
    run(node, report, host = noHost) {
      const written = writtenOptions(node, known, report, spec.moreOptions)
      const kept = keepFaulty(node, known, written)
      const options = readOwn(node.name, written, report)
      const title = node.children[0]?.type === 'mystDirectiveArgument' ? node.children[0].children : []
      const content = node.children.filter(
        (child): child is FlowContent => child.type !== 'mystDirectiveArgument'
      )
      // What no argument takes begins the body, as does what was meant for an option and is none.
      const lead = spec.argument || spec.titled ? [] : paragraphOf(title)
      const faulty = body === 'raw' ? [] : kept
      const children = lead.length + faulty.length > 0 ? [...lead, ...faulty, ...content] : content
      if (spec.argumentRequired && !node.args) {
        report({
          ruleId: 'missing-argument',
          reason: `${node.name} needs an argument: write it behind {${node.name}}`,
          position: node.data?.namePosition
        })
      }
      if (body === 'none' && children.length > 0) {
        report({
          ruleId: 'unexpected-body',
          reason: `${node.name} takes no body; its text is shown after it`,
          position: around(children) ?? node.data?.bodyPosition
        })
      }
      const built = spec.build({
        name: node.name.toLowerCase(),
        argument: node.args,
        title,
        options,
        optionPosition: (key) => written.get(key)?.valuePosition,
        value: node.value ?? '',
        children,
        attributes: written.size > 0 ? attributesOf(written, node.name, spec.numbered, report) : {},
        node,
        report,
        host
      })
      const nodes = Array.isArray(built) ? built : [built]
      for (const each of nodes) if (!each.position && node.position) each.position = node.position
      // A directive that stays as it was written is shown with its body.
      const after = nodes.includes(node) ? kept : children
      return body === 'none' ? [...nodes, ...after] : body === 'raw' ? [...nodes, ...kept] : nodes
    }
  }
}

function paragraphOf(title: PhrasingContent[]): FlowContent[] {
  const position = around(title)
  return title.length > 0 ? [{type: 'paragraph', children: title, ...(position ? {position} : {})}] : []
}

/**
 * What faults of the option block would lose: an option that could not be read has what stands behind its colon for
 * its value; lines without the key of an option are text.
 */
function keepFaulty({data}: MystDirective, known: OptionShape, written: Written): FlowContent[] {
  const out: FlowContent[] = []
  for (const {ruleId, key, value = '', text, position} of data?.faults ?? []) {
    if (ruleId !== 'option-syntax') continue
    if (key === undefined || !Object.hasOwn(known, key))
      out.push(...paragraphOf([{type: 'text', value: text, position}]))
    else if (!written.has(key)) written.set(key, {key, value, keyPosition: position, valuePosition: position})
  }
  return out
}

function attributesOf(
  written: Written,
  name: string,
  isNumbered: boolean | undefined,
  report: Report
): Attributed {
  const attributes: Attributed = {}
  const common = readCommon(name, written, report)
  if (common.class) attributes.class = common.class
  const label = common.name ?? common.label
  if (label) {
    attributes.label = label
    attributes.identifier = normalizeLabel(label)
    const place = (written.get('name') ?? written.get('label'))?.valuePosition
    if (place) attributes.labelPosition = place
  }
  if (!isNumbered) return attributes
  const {
    enumerated,
    numbered = enumerated,
    enumerator,
    number = enumerator
  } = readNumber(name, written, report)
  if (numbered !== undefined) attributes.enumerated = numbered
  if (number) attributes.enumerator = number
  return attributes
}

/** Of most directives: nothing is added to it. */
const noOptions: Written = new Map()

/** The options by key, the last of equal keys; those that the directive does not know are reported. */
function writtenOptions(node: MystDirective, known: OptionShape, report: Report, more = false): Written {
  const {options = [], faults = []} = node.data ?? {}
  if (options.length === 0 && faults.length === 0) return noOptions
  const written: Written = new Map()
  for (const fault of faults) report(fault)
  for (const option of options) {
    const {key, value, keyPosition} = option
    if (!Object.hasOwn(known, key)) {
      if (more) continue
      const names = Object.keys(known)
      const near = suggest(key, names)
      const text = near.length === 0 && value ? '; if it is text, leave a blank line above it' : ''
      report({
        ruleId: 'unknown-option',
        reason: `${node.name} has no option "${key}"${didYouMean(near)}${text} [options: ${names.join(', ')}]`,
        position: keyPosition
      })
    } else {
      if (written.has(key))
        report({
          ruleId: 'duplicate-option',
          reason: `${node.name} has the option "${key}" more than once; the last one counts`,
          position: keyPosition
        })
      written.set(key, option)
    }
  }
  return written
}

/** Reads the options of one schema, as far as they are valid; what is wrong with the others is reported. */
type ReadOptions<Shape extends OptionShape> = (
  name: string,
  written: Written,
  report: Report
) => Values<Shape>

function optionReader<Shape extends OptionShape>(schema: z.ZodMiniObject<Shape>): ReadOptions<Shape> {
  const shape: OptionShape = schema.shape
  /** What is read where none is written. */
  let none: Values<Shape> | undefined
  return (name, written, report) => {
    none ??= schema.parse({})
    if (written.size === 0) return {...none}
    const values: Record<string, unknown> = {}
    // Each by itself: of many that there may be, few are written.
    for (const {key, value, valuePosition} of written.values()) {
      const option = own(shape, key)
      if (!option) continue
      const {success, data, error} = option.safeParse(value)
      if (success) values[key] = data
      else
        report({
          ruleId: 'invalid-option',
          reason: `${name}: ${error.issues[0]?.message} in option "${key}"`,
          position: valuePosition
        })
    }
    return {...none, ...values}
  }
}
