/** Text of other files, as if it were written here. */
import * as z from 'zod/mini'
import {codeNode, codeOptions, languageOf, reportMissing, selectorOptions} from './code.js'
import {type Directive, defineDirective} from './define.js'
import {dedent, expandTabs, selectLines, selectText} from './lines.js'
import {notRun} from './not-run.js'
import {flag, reading, text} from './options.js'

const include = defineDirective({
  name: 'include',
  argument: 'raw',
  argumentRequired: true,
  body: 'none',
  options: {
    ...codeOptions,
    ...selectorOptions,
    literal: z.optional(flag),
    code: z.optional(text),
    language: z.optional(text),
    lang: z.optional(text),
    parser: z.optional(text),
    'lineno-match': z.optional(flag),
    'heading-offset': z.optional(
      reading((value) => (/^-?\d$/.test(value.trim()) ? Number(value) : undefined), 'a number from -9 to 9')
    ),
    'relative-docs': z.optional(text),
    'relative-images': z.optional(flag)
  },
  build(call) {
    const {argument = '', options, node, host, attributes} = call
    const file = host.readFile(argument, node.data?.argumentPosition ?? node.position)
    if (!file) return node
    const language = options.code ?? options.language ?? options.lang
    if (options.literal || language !== undefined) {
      const {lines, firstLine, missing} = selectLines(file.text, options)
      reportMissing(call, missing, file.path)
      const value = expandTabs(dedent(lines.join('\n'), options.dedent), options['tab-width'] ?? 0)
      const matched = options['lineno-match'] ? {'lineno-start': firstLine} : {}
      return codeNode({...call, options: {...options, ...matched}}, language || languageOf(file.path), value)
    }
    const {start, end, missing} = selectText(file.text, options)
    reportMissing(call, missing, file.path)
    const restructured = /rst|restructuredtext/i.test(options.parser ?? '') || /\.rst$/i.test(file.path)
    if (restructured) return notRun(call, file.text.slice(start, end), 'rst')
    const children = host.include({
      file,
      start,
      end,
      headingOffset: options['heading-offset'],
      relativeDocs: options['relative-docs'],
      relativeImages: options['relative-images'],
      from: node.position
    })
    if (!children) return node
    return attributes.class || attributes.label ? {type: 'div', ...attributes, children} : children
  }
})

/** `{include}`. */
export const includes: readonly Directive[] = [include]
