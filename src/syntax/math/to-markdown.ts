/** Math: nodes to Markdown. */
import type {Options, State} from 'mdast-util-to-markdown'
import type {InlineMath, MathBlock} from '../../ast/nodes.js'
import {inCell} from '../cell-source.js'
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
  const longest = [...value.matchAll(/^\s*(`{3,})/gm)].reduce(
    (most, [, run]) => Math.max(most, run?.length ?? 0),
    2
  )
  const fence = '`'.repeat(longest + 1)
  return [`${fence}{math}`, ...(label ? [`:label: ${label}`] : []), '', value, fence].join('\n')
}

function inline({value: written, display}: InlineMath, _: unknown, {stack}: State): string {
  const value = inCell(written, stack)
  const fence = display ? '$$' : '$'
  const open = /(?<!\\)(?:\\\\)*\$/.test(value) || /(?<!\\)(?:\\\\)*\\$/.test(value)
  if (!open && isInlineMath({value, double: Boolean(display), before: '', after: ''}, strict))
    return `${fence}${value}${fence}`
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
  unsafe: [{character: '$', inConstruct: 'phrasing'}]
}
