/** Math: nodes to Markdown. */
import type {Handle, Options} from 'mdast-util-to-markdown'
import type {InlineMath, MathBlock} from '../../ast/nodes.js'
import {inCell} from '../cell-source.js'
import {onFurtherLine} from '../further-line.js'
import {isInlineMath, opensDollarBlock, parseDollarBlock, parseDollarBlockEnd} from './grammar.js'

const strict = {allowSpace: false, allowDigits: false, doubleInline: true}

function block({value, label, data}: MathBlock): string {
  if (data?.syntax === 'amsmath') return value
  const written = `$$\n${value}\n$$${label ? ` (${label})` : ''}`
  const lines = written.split('\n')
  const good =
    lines.slice(1, -1).every((line) => !parseDollarBlockEnd(line)) &&
    opensDollarBlock('$$') &&
    parseDollarBlock(lines).label === label &&
    value.trim() === value
  return good ? written : directive(value, label)
}

/** For what dollars cannot hold. */
function directive(value: string, label: string | null | undefined): string {
  const longest = [...value.matchAll(/^[ \t]*(`{3,})/gm)].reduce(
    (most, [, run]) => Math.max(most, run?.length ?? 0),
    2
  )
  const fence = '`'.repeat(longest + 1)
  return [`${fence}{math}`, ...(label ? [`:label: ${label}`] : []), '', value, fence].join('\n')
}

const inline: Handle = (node: InlineMath, _, {stack}) => {
  const {display} = node
  const value = inCell(node.value, stack)
  const fence = display ? '$$' : '$'
  // In double dollars a single one may stand.
  const dollar = display ? /^\$|(?<!\\)(?:\\\\)*\$(?:\$|$)/ : /(?<!\\)(?:\\\\)*\$/
  const open = dollar.test(value) || /(?<!\\)(?:\\\\)*\\$/.test(value)
  if (!open && isInlineMath({value, double: Boolean(display), before: '', after: ''}, strict)) {
    // Four columns in, no line of it can begin a block.
    const lines = value.replace(/\n(?![a-zA-Z])/g, '\n    ')
    const written = `${fence}${lines}${fence}`
    return display ? onFurtherLine(node, written) : written
  }
  const runs = new Set([...value.matchAll(/`+/g)].map(([run]) => run.length))
  let size = 1
  while (runs.has(size)) size++
  return `{math}${'`'.repeat(size)}${value}${'`'.repeat(size)}`
}

/** Writes dollars, or the directive and the role where dollars cannot hold the value. */
export const mathToMarkdown: Options = {
  handlers: {
    math: block,
    inlineMath: Object.assign(inline, {
      peek: ({display, value}: InlineMath) => (value || display ? '$' : '{')
    })
  },
  unsafe: [
    {character: '$', inConstruct: 'phrasing'},
    // A label of what would be a block.
    {before: '\\$[ \\t]*', character: '(', inConstruct: 'phrasing'}
  ]
}
