/** Directives: nodes to Markdown. */
import type {Handle, Options} from 'mdast-util-to-markdown'
import type {FlowContent, MystDirective, MystDirectiveArgument} from '../../ast/nodes.js'
import {closingBracket} from './generic-header.js'

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
  const body = node.value ?? state.containerFlow({type: 'root', children: flow}, info)
  exit()
  if (node.data?.generic && node.data.fence === '::') return genericLeaf(node, inline || (node.value ?? ''))
  const options = optionLines(node)
  // Options end at the first line that is none, and a raw body may begin with one blank line that is not its own.
  const gap = body !== '' && (options.length > 0 || /^[ \t]*(?:\n|:(?!::)|---)/.test(body))
  const fence = fenceFor(node, body, inline)
  return [
    node.data?.generic
      ? `${fence}${node.name}${genericLabel(inline)}`
      : `${fence}{${node.name}}${inline ? ` ${inline}` : ''}`,
    ...options,
    ...(gap ? [''] : []),
    ...(body ? [body] : []),
    fence
  ].join('\n')
}

/** `::name[label]{key="value"}`. */
function genericLeaf(node: MystDirective, label: string): string {
  const options = node.data?.options ?? []
  const list = options.map(({key, value}) => (value ? `${key}="${value.replace(/["\\]/g, '\\$&')}"` : key))
  return `::${node.name}${label && `[${label}]`}${list.length > 0 ? `{${list.join(' ')}}` : ''}`
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
function optionLines(node: MystDirective): string[] {
  const written =
    node.data?.options ?? Object.entries(node.options ?? {}).map(([key, value]) => ({key, value}))
  const lines = written.map(
    ({key, value}) => `${scalar(key, /^[\w-]+$/)}:${value ? ` ${scalar(value, plain)}` : ''}`
  )
  const faults = node.data?.faults.map(({text}) => text) ?? []
  // What is indented would go on the option above it, and a quote that nothing closes would run into those below.
  const [first, last] = [
    faults.filter((text) => /^\s/.test(text)),
    faults.filter((text) => !/^\s/.test(text))
  ]
  if (faults.length > 0 || (node.data?.dashes && lines.length > 0))
    return ['---', ...first, ...lines, ...last, '---']
  return lines.map((line) => `:${line}`)
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

const plain = /^[\w./](?:[^\n#]|(?<=\S)#)*$/

/** A key or value as it is, where it would be read as it is; else in double quotes. */
function scalar(value: string, good: RegExp): string {
  return good.test(value) && value.trim() === value ? value : JSON.stringify(value)
}

/** Writes a directive with a fence long enough for its body. */
export const directiveToMarkdown: Options = {
  handlers: {mystDirective: directive},
  unsafe: [
    {atBreak: true, character: ':', after: '::', inConstruct: 'phrasing'},
    {atBreak: true, character: ':', after: ':[A-Za-z]', inConstruct: 'phrasing'}
  ]
}
