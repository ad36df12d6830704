/** The table of contents of a project. */
import * as z from 'zod/mini'
import type {TocEntry} from '../ast/nodes.js'
import {pointOnLine} from '../ast/place.js'
import {parseTextAndTarget} from '../syntax/role/header.js'
import {type Directive, type DirectiveCall, defineDirective} from './define.js'
import {flag, integer, reading, text} from './options.js'

const toctree = defineDirective({
  name: 'toctree',
  body: 'raw',
  options: {
    maxdepth: z.optional(
      reading((value) => (/^-?\d+$/.test(value.trim()) ? Number(value) : undefined), 'a number')
    ),
    caption: z.optional(text),
    hidden: z.optional(flag),
    glob: z.optional(flag),
    reversed: z.optional(flag),
    titlesonly: z.optional(flag),
    includehidden: z.optional(flag),
    numbered: z.optional(
      reading((value) => (value.trim() === '' ? 0 : z.safeParse(integer(0), value).data), 'a number')
    )
  },
  build(call) {
    const {options, attributes} = call
    return {
      type: 'toc',
      kind: 'toctree',
      ...attributes,
      entries: entries(call),
      ...(options.caption ? {caption: options.caption} : {}),
      hidden: options.hidden ?? false,
      glob: options.glob ?? false,
      reversed: options.reversed ?? false,
      titlesOnly: options.titlesonly ?? false,
      includeHidden: options.includehidden ?? false,
      ...(options.numbered !== undefined ? {numbered: options.numbered} : {}),
      ...(options.maxdepth !== undefined && options.maxdepth > 0 ? {depth: options.maxdepth} : {}),
      children: []
    }
  }
})

/** `{toctree}`. */
export const toctrees: readonly Directive[] = [toctree]

function entries({node}: DirectiveCall<unknown>): TocEntry[] {
  return (node.data?.bodyLines ?? []).flatMap((line) => {
    if (!line.text.trim()) return []
    const {text: title, target, targetStart, targetEnd} = parseTextAndTarget(line.text)
    return [
      {
        target,
        ...(title ? {title: title} : {}),
        position: {start: pointOnLine(line, targetStart), end: pointOnLine(line, targetEnd)}
      }
    ]
  })
}
