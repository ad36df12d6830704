/** Directives that a configuration makes of others: a name of its own, an argument and options that it brings. */
import type {DirectiveOption, MystDirective} from '../ast/nodes.js'
import {didYouMean} from '../ast/report.js'
import {text as textNode} from '../ast/tree.js'
import {suggest} from '../names/suggest.js'
import type {Directive} from './define.js'

/** What a name of one's own stands for. */
export interface CustomDirective {
  /** The name of the directive that it is. */
  inherit: string
  /** Its argument where the author gives none. */
  argument?: string | undefined
  /** Its options where the author gives none. */
  options?: Readonly<Record<string, string | number | boolean>> | undefined
}

/** What Docusaurus has beside the names of docutils; part of the switch `genericDirectives`. */
export const genericNames: Readonly<Record<string, CustomDirective>> = {
  info: {inherit: 'note'},
  secondary: {inherit: 'note'},
  success: {inherit: 'tip'}
}

/**
 * Add the directives of `sd_custom_directives`.
 *
 * @throws TypeError where one inherits from a name that is no directive.
 * @example
 * withCustomDirectives(builtInDirectives, {'dropdown-open': {inherit: 'dropdown', options: {open: true}}})
 */
export function withCustomDirectives(
  directives: readonly Directive[],
  custom: Readonly<Record<string, CustomDirective>> | undefined
): readonly Directive[] {
  if (!custom) return directives
  const known = new Map(
    directives.flatMap((each) =>
      [each.name, ...each.aliases].map((name): [string, Directive] => [name, each])
    )
  )
  return [
    ...directives,
    ...Object.entries(custom).map(([name, spec]) => {
      const base = known.get(spec.inherit)
      if (!base)
        throw new TypeError(
          `mystmark: the custom directive "${name}" inherits from "${spec.inherit}", which is no directive${didYouMean(suggest(spec.inherit, known.keys()))}`
        )
      return inherit(name, base, spec)
    })
  ]
}

function inherit(name: string, base: Directive, {argument, options = {}}: CustomDirective): Directive {
  return {
    ...base,
    name,
    aliases: [],
    // The default argument counts where there is none.
    argumentRequired: base.argumentRequired && argument === undefined,
    run: (node, report, host) => base.run(withDefaults(node, base, argument, options), report, host)
  }
}

function withDefaults(
  node: MystDirective,
  base: Directive,
  argument: string | undefined,
  options: NonNullable<CustomDirective['options']>
): MystDirective {
  const data = node.data
  if (!data) return node
  const {namePosition} = data
  const written = new Set(data.options.map((option) => option.key))
  const defaults = Object.entries(options)
    .filter(([key]) => !written.has(key))
    .map(
      ([key, value]): DirectiveOption => ({
        key,
        value: value === true ? '' : String(value),
        keyPosition: namePosition,
        valuePosition: namePosition
      })
    )
  const given = node.args === undefined && argument !== undefined && base.argument !== 'none'
  return {
    ...node,
    ...(given ? {args: argument} : {}),
    children:
      given && base.argument === 'inline'
        ? [{type: 'mystDirectiveArgument', children: [textNode(argument)]}, ...node.children]
        : node.children,
    data: {...data, options: [...defaults, ...data.options]}
  }
}
