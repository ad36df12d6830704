/** Directives: nodes to Markdown. */
import type {Handle, Options} from 'mdast-util-to-markdown'
import type {FlowContent, MystDirective, MystDirectiveArgument} from '../../ast/nodes.js'

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
  const inline = argument ? state.containerPhrasing(argument, {...info, before: ' ', after: '\n'}) : node.args
  const body = node.value ?? state.containerFlow({type: 'root', children: flow}, info)
  exit()
  const options = (
    node.data?.options ?? Object.entries(node.options ?? {}).map(([key, value]) => ({key, value}))
  ).map(({key, value}) => `:${key}:${value ? ` ${optionValue(value)}` : ''}`)
  // Options end at the first line that is none; a body that looks like one needs a blank line before it.
  const head = [...options, ...(body && (options.length > 0 || /^\s*(?::(?!::)|---)/.test(body)) ? [''] : [])]
  const fence = fenceFor(node, body, inline ?? '')
  return [
    `${fence}{${node.name}}${inline ? ` ${inline}` : ''}`,
    ...head,
    ...(body ? [body] : []),
    fence
  ].join('\n')
}

/** Longer than any run of its marker that begins a line of the body. */
function fenceFor(node: MystDirective, body: string, argument: string): string {
  const wanted = node.data?.fence[0] ?? ':'
  const marker = wanted === '`' && argument.includes('`') ? ':' : wanted
  let size = 3
  for (const line of body.split('\n')) {
    const text = line.trimStart()
    let run = 0
    while (text[run] === marker) run++
    size = Math.max(size, run + 1)
  }
  return marker.repeat(Math.max(size, 3))
}

/** A plain value as it is; one that would be read differently in double quotes. */
function optionValue(value: string): string {
  return /^[\w./](?:[^\n#:]|:(?=\S)|(?<=\S)#)*$/.test(value) && value.trim() === value
    ? value
    : JSON.stringify(value)
}

/** Writes a directive with a fence long enough for its body. */
export const directiveToMarkdown: Options = {
  handlers: {mystDirective: directive},
  unsafe: [{atBreak: true, character: ':', after: '::', inConstruct: 'phrasing'}]
}
