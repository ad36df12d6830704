/** Cells of notebooks, shown without being run, and what they would have made. */
import type {Html} from 'mdast'
import * as z from 'zod/mini'
import type {NotebookBlock, RawContent} from '../ast/nodes.js'
import {codeNode, codeOptions} from './code.js'
import {type Directive, defineDirective} from './define.js'
import {captionAndLegend} from './images.js'
import {notRun} from './not-run.js'
import {reading, text} from './options.js'

/** `[a, b]`, `a, b` or a list of lines. */
const tags = reading(
  (value) =>
    value
      .replace(/^\s*\[|\]\s*$/g, '')
      .split(/[\s,]+/)
      .map((tag) => tag.replace(/^["']|["']$|^-$/g, ''))
      .filter(Boolean)
      .slice(0, 100),
  'a list of tags'
)

const codeCell = defineDirective({
  name: 'code-cell',
  argument: 'raw',
  body: 'raw',
  options: {...codeOptions, tags: z.optional(tags), 'number-source-lines': z.optional(text)},
  numbered: true,
  // Keys of other programs: colab, slideshow, id …
  moreOptions: true,
  build(call) {
    const {value, argument = call.host.kernelLanguage, options, attributes} = call
    // Labels and the class belong to the cell.
    const inner = codeNode(call, argument?.split(/\s/)[0], value.replace(/(?<!\n)\n+$/, ''), {})
    const block: NotebookBlock = {
      type: 'block',
      kind: 'notebook-code',
      ...attributes,
      tags: options.tags ?? [],
      children: [inner]
    }
    return block
  }
})

const rawCell = defineDirective({
  name: 'raw-cell',
  argument: 'raw',
  body: 'raw',
  options: {format: z.optional(text), tags: z.optional(tags)},
  moreOptions: true,
  build: ({value, options}) => rawNode(value, options.format ?? 'text/html')
})

const raw = defineDirective({
  name: 'raw',
  argument: 'raw',
  argumentRequired: true,
  body: 'raw',
  options: {file: z.optional(text), url: z.optional(text), encoding: z.optional(text)},
  build({argument = '', value, options, attributes, host, node, optionPosition, report}) {
    if (options.url !== undefined)
      report({
        ruleId: 'unsupported-option',
        reason: `${node.name} does not read from the network; save the text beside the page and name it in "file"`,
        position: optionPosition('url')
      })
    const file =
      options.file === undefined
        ? {text: value}
        : host.readFile(options.file, optionPosition('file') ?? node.position)
    if (!file) return node
    const shown = rawNode(file.text, argument)
    return attributes.class || attributes.label ? {type: 'div', ...attributes, children: [shown]} : shown
  }
})

const rawFormats = [
  ['latex', 'tex'],
  ['typst', 'typ'],
  ['html', 'htm']
] as const

/** mystmd's `raw:latex`. */
const rawFor = rawFormats.map(([format, short]) =>
  defineDirective({
    name: `raw:${format}`,
    aliases: [`raw:${short}`],
    argument: 'raw',
    body: 'raw',
    options: {},
    build: ({value}) => rawNode(value, format)
  })
)

/** Values that a cell would have stored. */
const glue = ['glue', 'glue:', 'glue:any', 'glue:text', 'glue:md', 'glue:math', 'glue:figure'].map((name) =>
  defineDirective({
    name,
    argument: 'raw',
    options: {},
    moreOptions: true,
    build(call) {
      const {children, attributes} = call
      const shown = notRun(
        {...call, attributes: {}},
        '',
        'text',
        'a value that a notebook makes when it runs'
      )
      return name === 'glue:figure'
        ? {
            type: 'container',
            kind: 'figure',
            ...attributes,
            children: [shown, ...captionAndLegend(children)]
          }
        : [{...shown, ...attributes}, ...children]
    }
  })
)

/** `{code-cell}`, `{raw-cell}`, `{raw}` and `{glue}`. */
export const notebooks: readonly Directive[] = [codeCell, rawCell, raw, ...rawFor, ...glue]

/** HTML goes to the page, and through the sanitizer; other formats are kept in the tree alone. */
function rawNode(value: string, formats: string): Html | RawContent {
  const list = formats.toLowerCase().split(/[\s,]+/)
  if (list.some((format) => format === 'html' || format === 'text/html')) return {type: 'html', value}
  return {type: 'raw', lang: list.join(' '), value}
}
