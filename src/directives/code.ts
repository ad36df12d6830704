/** Code blocks: written in the page, or taken from a file. */
import type {Code} from 'mdast'
import * as z from 'zod/mini'
import type {Attributed, Container} from '../ast/nodes.js'
import {own} from '../names/own.js'
import {type Directive, type DirectiveCall, defineDirective} from './define.js'
import {inlineOption} from './inline-option.js'
import {dedent, expandTabs, type LineRange, linesIn, linesOf, parseLineRanges, selectLines} from './lines.js'
import {flag, integer, reading, text} from './options.js'

export const lineRanges = reading(parseLineRanges, 'a list of lines such as 1,3-5')

/** A number that may be left out. */
const numberOr = <T>(fallback: T) =>
  reading(
    (value): number | T | undefined =>
      value.trim() === '' ? fallback : z.safeParse(integer(0), value.replace(/^(?:true|auto)$/i, '1')).data,
    'a number'
  )

/** A whole number, negative ones too. */
const wholeNumber = reading(
  (value) => (/^-?\d{1,7}$/.test(value.trim()) ? Number(value) : undefined),
  'a whole number'
)

/** Any text, white space in it kept: what a file is searched for. */
const searched = reading((value) => value || undefined, 'a text')

/** What all blocks of code take. */
export const codeOptions = {
  linenos: z.optional(flag),
  'number-lines': z.optional(numberOr(1)),
  'lineno-start': z.optional(wholeNumber),
  'emphasize-lines': z.optional(lineRanges),
  caption: z.optional(text),
  dedent: z.optional(numberOr('auto' as const)),
  force: z.optional(flag),
  filename: z.optional(text)
}

/** Which part of a file is wanted; names as Sphinx, docutils and mystmd have them. */
export const selectorOptions = {
  lines: z.optional(lineRanges),
  'start-line': z.optional(wholeNumber),
  'end-line': z.optional(wholeNumber),
  'start-at': z.optional(searched),
  'start-after': z.optional(searched),
  'end-at': z.optional(searched),
  'end-before': z.optional(searched),
  encoding: z.optional(text),
  'tab-width': z.optional(integer(0, 32))
}

export interface CodeValues {
  linenos?: boolean | undefined
  'number-lines'?: number | undefined
  'lineno-start'?: number | undefined
  'emphasize-lines'?: LineRange[] | undefined
  caption?: string | undefined
  dedent?: number | 'auto' | undefined
  filename?: string | undefined
}

const codeBlock = defineDirective({
  name: 'code-block',
  aliases: ['code', 'sourcecode'],
  argument: 'raw',
  body: 'raw',
  options: codeOptions,
  numbered: true,
  build: (call) => codeNode(call, call.argument?.split(/\s/)[0], dedent(call.value, call.options.dedent))
})

/** sphinx.ext.doctest: the argument names a group of tests. */
const tests = (
  [
    ['doctest', 'pycon'],
    ['testcode', 'python'],
    ['testoutput', 'text']
  ] as const
).map(([name, language]) =>
  defineDirective({
    name,
    argument: 'raw',
    body: 'raw',
    options: {hide: z.optional(flag)},
    moreOptions: true,
    build: (call) =>
      call.options.hide
        ? {type: 'mystComment', value: call.value}
        : codeNode({...call, options: {}}, language, call.value)
  })
)

const literalInclude = defineDirective({
  name: 'literalinclude',
  argument: 'raw',
  argumentRequired: true,
  body: 'none',
  options: {
    ...codeOptions,
    ...selectorOptions,
    language: z.optional(text),
    lang: z.optional(text),
    'lineno-match': z.optional(flag),
    prepend: z.optional(text),
    append: z.optional(text),
    pyobject: z.optional(text),
    diff: z.optional(text)
  },
  numbered: true,
  build(call) {
    const {argument = '', options, node, host, optionPosition, report} = call
    const {fileTools} = host
    const file = host.readFile(argument, node.data?.argumentPosition ?? node.position)
    if (!file) return node
    for (const option of ['pyobject', 'diff'] as const)
      if (!fileTools && options[option] !== undefined)
        report({
          ruleId: 'unsupported-option',
          reason: `${node.name}: "${option}" needs its plug-in, which mystmark/node has`,
          position: optionPosition(option)
        })
    if (fileTools && options.diff !== undefined) {
      const old = host.readFile(options.diff, optionPosition('diff') ?? node.position)
      if (!old) return node
      // As in Sphinx, all of both files is compared.
      const lines = fileTools.compare(linesIn(old.text), linesIn(file.text), old.path, file.path)
      return codeNode(call, 'diff', lines.join('\n'))
    }
    const {pyobject} = options
    const object =
      fileTools && pyobject !== undefined ? fileTools.pythonObject(linesIn(file.text), pyobject) : undefined
    if (fileTools && pyobject !== undefined && !object)
      reportMissing(call, [{option: 'pyobject', text: pyobject}], file.path)
    const {lines, firstLine, missing} = selectLines(file.text, options, object)
    reportMissing(call, missing, file.path)
    const cut = dedent(lines.join('\n'), options.dedent)
    const value = [options.prepend, expandTabs(cut, options['tab-width'] ?? 0), options.append]
      .filter((part) => part !== undefined)
      .join('\n')
    const matched = options['lineno-match'] ? {'lineno-start': firstLine} : {}
    const language = options.language ?? options.lang ?? languageOf(file.path)
    return codeNode({...call, options: {...options, ...matched}}, language, value)
  }
})

/** `{code-block}` and its other names, `{literalinclude}`. */
export const codeBlocks: readonly Directive[] = [codeBlock, ...tests, literalInclude]

/**
 * A block of code, in a container if it has a caption.
 *
 * @param attributes of the block, where they are not those of the directive.
 */
export function codeNode(
  call: DirectiveCall<CodeValues>,
  lang: string | undefined,
  value: string,
  attributes: Attributed = call.attributes
): Code | Container {
  const {options, optionPosition, node} = call
  const start = options['lineno-start'] ?? options['number-lines']
  const emphasized = options['emphasize-lines']
  const code: Code = {type: 'code', lang: lang || null, meta: null, value}
  if (options.linenos || start !== undefined) code.showLineNumbers = true
  if (start !== undefined) code.startingLineNumber = start
  if (emphasized) code.emphasizeLines = linesOf(emphasized, value.split('\n').length)
  if (options.filename) code.filename = options.filename
  if (node.position) code.position = node.position
  if (!options.caption) return Object.assign(code, attributes)
  const {class: className, ...label} = attributes
  if (className) code.class = className
  const position = optionPosition('caption')
  return {
    type: 'container',
    kind: 'code',
    ...label,
    children: [
      {
        type: 'caption',
        children: inlineOption(call, 'caption', options.caption),
        ...(position ? {position} : {})
      },
      code
    ]
  }
}

/** Say which texts a file does not have. */
export function reportMissing(
  {node, report, optionPosition}: DirectiveCall<unknown>,
  missing: readonly {option: string; text: string}[],
  path: string
): void {
  for (const {option, text: wanted} of missing)
    report({
      ruleId: 'unmatched-selector',
      reason: `${node.name}: "${path}" has no "${wanted}" where "${option}" looks for it; the option is left out`,
      position: optionPosition(option)
    })
}

/** Endings that are called as their language is. */
const endings = /^(?:bash|c|cpp|css|go|html|ini|java|json|jsx|lua|php|r|rst|scss|sql|toml|tsx|xml|yaml)$/

const languages: Readonly<Record<string, string>> = {
  cfg: 'ini',
  h: 'c',
  jl: 'julia',
  js: 'javascript',
  md: 'markdown',
  mjs: 'javascript',
  pl: 'perl',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  sh: 'bash',
  tex: 'latex',
  ts: 'typescript',
  yml: 'yaml'
}

/** A language by a file's ending. */
export function languageOf(path: string): string | undefined {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''
  if (endings.test(ending)) return ending
  return own(languages, ending)
}
