/** Code blocks. */
import type {Code} from 'mdast'
import * as z from 'zod/mini'
import {text as textNode} from '../ast/tree.js'
import {type Directive, defineDirective} from './define.js'
import {flag, integer, reading, text} from './options.js'

/** `1,3-5,8-` as numbers; the last part may be open. */
const lineNumbers = reading((value) => {
  const parts = value.split(',').map((part) => /^\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*$/.exec(part))
  if (parts.length > 1000 || !parts.every((part) => part !== null)) return
  return parts.flatMap(([, from, to]) => {
    const start = Number(from)
    const count = Math.min(Number(to ?? from) - start + 1, 10_000)
    return Array.from({length: Math.max(count, 0)}, (_, index) => start + index)
  })
}, 'a list of lines such as 1,3-5')

const codeBlock = defineDirective({
  name: 'code-block',
  aliases: ['code', 'sourcecode'],
  doc: 'Code with a language, and if wanted with line numbers, marked lines and a caption.',
  argument: 'raw',
  body: 'raw',
  options: {
    linenos: z.optional(flag),
    'number-lines': z.optional(
      reading((value) => (value.trim() === '' ? 1 : z.safeParse(integer(0), value).data), 'a number')
    ),
    'lineno-start': z.optional(integer(0)),
    'emphasize-lines': z.optional(lineNumbers),
    caption: z.optional(text),
    dedent: z.optional(
      reading((value) => (value.trim() === '' ? 'auto' : z.safeParse(integer(0), value).data), 'a number')
    ),
    force: z.optional(flag),
    filename: z.optional(text)
  },
  build({argument, value, options, attributes, optionPosition, node}) {
    const start = options['lineno-start'] ?? options['number-lines']
    const {class: className, ...label} = attributes
    const code: Code = {
      type: 'code',
      lang: argument?.split(/\s/)[0] ?? null,
      meta: null,
      value: dedent(value, options.dedent),
      ...(options.linenos || start !== undefined ? {showLineNumbers: true} : {}),
      ...(start !== undefined ? {startingLineNumber: start} : {}),
      ...(options['emphasize-lines'] ? {emphasizeLines: options['emphasize-lines']} : {}),
      ...(options.filename ? {filename: options.filename} : {}),
      ...(className ? {class: className} : {}),
      ...(node.position ? {position: node.position} : {})
    }
    if (!options.caption) return Object.assign(code, label)
    const position = optionPosition('caption')
    return {
      type: 'container',
      kind: 'code',
      ...label,
      children: [
        {type: 'caption', children: [textNode(options.caption, position)], ...(position ? {position} : {})},
        code
      ]
    }
  }
})

/** `{code-block}` and its other names. */
export const codeBlocks: readonly Directive[] = [codeBlock]

/** Take a number of columns off each line, or as many as all have. */
function dedent(value: string, by: number | 'auto' | undefined): string {
  if (by === undefined) return value
  const lines = value.split('\n')
  const indents = lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length)
  const columns =
    by === 'auto' ? indents.reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY) : by
  return lines.map((line) => line.slice(Math.min(columns, line.length - line.trimStart().length))).join('\n')
}
