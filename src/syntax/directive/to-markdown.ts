/** Directives: nodes to Markdown. */
import type {Handle, Info, Options, State} from 'mdast-util-to-markdown'
import type {
  DirectiveOption,
  FlowContent,
  MystDirective,
  MystDirectiveArgument,
  MystDirectiveData
} from '../../ast/nodes.js'
import {opensDescription} from '../definition-list/grammar.js'
import {closingBracket} from './generic-header.js'
import {isOptionFence} from './option-lines.js'

declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    mystDirective: 'mystDirective'
  }
}

const directive: Handle = (node: MystDirective, _, state, info) => {
  const argument = node.children.find(
    (child): child is MystDirectiveArgument => child.type === 'mystDirectiveArgument'
  )
  const flow = node.children.filter((child): child is FlowContent => child.type !== 'mystDirectiveArgument')
  const exit = state.enter('mystDirective')
  // The source of an argument says more than its tree does.
  const inline =
    node.args ?? (argument ? state.containerPhrasing(argument, {...info, before: ' ', after: '\n'}) : '')
  const body =
    node.value ??
    (node.data?.termLines
      ? linesOfTerms(flow, new Set(node.data.termLines), state, info)
      : state.containerFlow({type: 'root', children: flow}, info))
  exit()
  if (node.data?.generic && node.data.fence === '::') return genericLeaf(node, inline || (node.value ?? ''))
  const {inHeader, below} = splitOptions(node)
  const attributes = inHeader.map((option) => attribute(option)).join('')
  const options = optionLines(node, below)
  // Options end at the first line that is none, and a raw body may begin with one blank line that is not its own.
  const gap = body !== '' && (options.length > 0 || /^[ \t]*(?:\n|:(?!::)|---)/.test(body))
  const fence = fenceFor(node, body, inline)
  return [
    node.data?.generic
      ? `${fence}${node.name}${genericLabel(inline)}${attributes && `{${attributes.trimStart()}}`}`
      : `${fence}{${node.name}${attributes}}${inline ? ` ${inline}` : ''}`,
    ...options,
    ...(gap ? [''] : []),
    ...(body ? [body] : []),
    fence
  ].join('\n')
}

/** Terms at the margin, and what is below them indented. */
function linesOfTerms(
  children: readonly FlowContent[],
  lines: ReadonlySet<number>,
  state: State,
  info: Info
): string {
  const parts: string[] = []
  const write = (part: FlowContent[]): string => state.containerFlow({type: 'root', children: part}, info)
  let definition: FlowContent[] = []
  const flush = (isLast: boolean): void => {
    if (definition.length === 0) return
    const text = write(definition)
    // Deep enough that no line of it says that the body is a definition list.
    const indent = text.split('\n').some((line) => opensDescription(`  ${line}`)) ? '    ' : '  '
    const written = state.indentLines(text, (line, _, blank) => (blank ? line : indent + line))
    parts.push(isLast ? written : `${written}\n`)
    definition = []
  }
  for (const child of children) {
    if (lines.has(child.position?.start.line ?? 0)) {
      flush(false)
      parts.push(write([child]).replace(/(?<!\s)\s*\n\s*/g, ' '))
    } else definition.push(child)
  }
  flush(true)
  return parts.join('\n')
}

/** `::name[label]{key="value"}`. */
function genericLeaf({name, data}: MystDirective, label: string): string {
  const list = (data?.options ?? []).map((option) => attribute(option)).join('')
  return `::${name}${label && `[${label}]`}${list && `{${list.trimStart()}}`}`
}

interface WrittenOption {
  key: string
  value: string
}

/** Those that stood in braces behind the name, as attributes. */
function splitOptions({data, options = {}}: MystDirective): {
  inHeader: WrittenOption[]
  below: WrittenOption[]
} {
  const inHeader = data?.options.filter((option) => isInHeader(option, data)) ?? []
  const below: WrittenOption[] =
    data?.options.filter((option) => !isInHeader(option, data)) ??
    Object.entries(options).map(([key, value]) => ({key, value}))
  return {inHeader, below}
}

function isInHeader({keyPosition}: DirectiveOption, {namePosition}: MystDirectiveData): boolean {
  return keyPosition.start.line === namePosition.start.line
}

/** ` .class`, ` #id` or ` key="value"`. */
function attribute({key, value}: WrittenOption): string {
  const isPlain = /^[\w-]+(?: [\w-]+)*$/.test(value)
  if (key === 'class' && isPlain) return value.replace(/^| /g, ' .')
  if (key === 'name' && isPlain && !value.includes(' ')) return ` #${value}`
  return ` ${key}="${value.replace(/["\\]/g, '\\$&')}"`
}

/** In brackets, if they pair; else as Docusaurus has it. */
function genericLabel(inline: string): string {
  const label = `[${inline}]`
  if (!inline) return ''
  return closingBracket(label, 0) === label.length ? label : ` ${inline}`
}

/**
 * `:key: value` lines; a `---` block where there was one, in which every key is one, and where lines could not be read,
 * so that they stay as their author wrote them.
 */
function optionLines(node: MystDirective, written: readonly WrittenOption[]): string[] {
  const lines = written.map(
    ({key, value}) => `${scalar(key, plainKey)}:${value ? ` ${scalar(value, plain)}` : ''}`
  )
  const faults = node.data?.faults.flatMap(({text}) => (text ? [text] : [])) ?? []
  // What is indented would go on the option above it, and a quote that nothing closes would run into those below.
  const [first, last] = [
    faults.filter((text) => /^\s/.test(text)),
    faults.filter((text) => !/^\s/.test(text))
  ]
  const all = [...first, ...lines, ...last].flatMap((line) => line.split('\n'))
  const inDashes = faults.length > 0 || (node.data?.dashes && all.length > 0)
  return inDashes && !all.some(isOptionFence) ? ['---', ...all, '---'] : all.map((line) => `:${line}`)
}

/** Longer than any run of its marker that begins a line of the body, and not shorter than it was. */
function fenceFor(node: MystDirective, body: string, argument: string): string {
  const was = node.data?.fence ?? ':::'
  const marker = was[0] === '`' && argument.includes('`') ? '~' : (was[0] ?? ':')
  let size = was.length
  for (const line of body.split('\n')) {
    const text = line.trimStart()
    let run = 0
    while (text[run] === marker) run++
    size = Math.max(size, run + 1)
  }
  return marker.repeat(Math.max(size, 3))
}

const plainKey = /^[\w-][^\n:"'#]*$/
const plain = /^[\w./](?:[^\n#]|(?<=\S)#)*$/

/** A key or value as it is, where it would be read as it is; else in double quotes. */
function scalar(value: string, good: RegExp): string {
  return good.test(value) && value.trim() === value ? value : JSON.stringify(value)
}

/** Writes a directive with a fence long enough for its body. */
export const directiveToMarkdown: Options = {
  handlers: {mystDirective: directive},
  // A description and a field begin with it, too. Without condition: an escape behind it would not be enough.
  unsafe: [{atBreak: true, character: ':', inConstruct: 'phrasing'}]
}
