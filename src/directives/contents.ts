/** Tables of contents: of the page, or of the pages below it. */
import * as z from 'zod/mini'
import type {Contents, Toc} from '../ast/nodes.js'
import {type Directive, type DirectiveCall, defineDirective} from './define.js'
import {flag, integer, oneOf, text} from './options.js'

const contents = defineDirective({
  name: 'contents',
  argument: 'inline',
  body: 'none',
  options: {
    depth: z.optional(integer(0)),
    local: z.optional(flag),
    backlinks: z.optional(oneOf('entry', 'top', 'none'))
  },
  build: (call) => pageContents(call, call.options.depth, call.options.local ?? false)
})

/** Jupyter Book's and mystmd's: the pages below this one, or its sections. */
const tableOfContents = defineDirective({
  name: 'tableofcontents',
  aliases: ['toc', 'table-of-contents'],
  argument: 'inline',
  body: 'none',
  options: {
    context: z.optional(oneOf('project', 'page', 'section', 'children')),
    depth: z.optional(integer(0)),
    kind: z.optional(text)
  },
  build(call): Contents | Toc {
    const {context, depth} = call.options
    if (context === 'page' || context === 'section') return pageContents(call, depth, context === 'section')
    return {
      type: 'toc',
      kind: 'tableofcontents',
      ...call.attributes,
      entries: [],
      hidden: false,
      glob: false,
      reversed: false,
      titlesOnly: false,
      includeHidden: true,
      ...(depth ? {depth} : {}),
      children: []
    }
  }
})

/** `{contents}`, `{tableofcontents}`, `{toc}`. */
export const tablesOfContents: readonly Directive[] = [contents, tableOfContents]

function pageContents(
  {title, attributes, node}: DirectiveCall<unknown>,
  depth: number | undefined,
  local: boolean
): Contents {
  const position = node.data?.argumentPosition
  return {
    type: 'contents',
    ...attributes,
    local,
    ...(depth ? {depth} : {}),
    children:
      title.length > 0 ? [{type: 'admonitionTitle', children: title, ...(position ? {position} : {})}] : []
  }
}
