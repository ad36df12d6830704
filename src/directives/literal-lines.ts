/** docutils' parsed-literal and Sphinx's productionlist: lines whose author set each space, with links in them. */
import type {PhrasingContent} from 'mdast'
import type {Position} from 'unist'
import type {Line, LineBlock, MystDirective} from '../ast/nodes.js'
import {pointOnLine, type SourceLine} from '../ast/place.js'
import type {Report} from '../ast/report.js'
import {around, text as textNode} from '../ast/tree.js'
import {sphinxId} from '../names/labels.js'
import {domainRoles} from '../roles/domains.js'
import {type Directive, defineDirective} from './define.js'
import {classes} from './options.js'

const parsedLiteral = defineDirective({
  name: 'parsed-literal',
  body: 'raw',
  options: {},
  build: ({node, attributes, host}): LineBlock => ({
    type: 'lineBlock',
    literal: true,
    ...attributes,
    class: classes('literal-block', attributes.class),
    children: contentOf(node).map((line) => {
      const indent = line.text.length - line.text.trimStart().length
      return lineOf([
        ...(indent > 0 ? [textNode(line.text.slice(0, indent))] : []),
        ...host.inline({
          text: line.text.slice(indent),
          point: (offset) => pointOnLine(line, indent + offset)
        })
      ])
    })
  })
})

/** One rule a line, `name: what it is made of`; a line without a name goes on. Rules in backticks are links. */
const productionList = defineDirective({
  name: 'productionlist',
  aliases: ['std:productionlist'],
  argument: 'raw',
  body: 'raw',
  options: {},
  build({argument = '', node, attributes, report}): LineBlock {
    const at = node.data?.argumentPosition?.start
    const rule = argument.includes(':') && at ? [{text: argument, start: at}] : []
    const group = rule.length > 0 ? '' : argument.trim()
    const rules = [...rule, ...contentOf(node)].map((line) => {
      const indent = line.text.length - line.text.trimStart().length
      const [head = '', name = ''] = /^([^\s:"'`|]*)\s*:[:=]*\s*/.exec(line.text.slice(indent)) ?? []
      return {line, name, indent, from: indent + head.length}
    })
    // A longer name stands out, so that not all lines are as long as it.
    const width = rules.reduce((most, {name}) => Math.max(most, Math.min(name.length, 40)), 0)
    return {
      type: 'lineBlock',
      literal: true,
      ...attributes,
      class: classes('productionlist', attributes.class),
      children: rules.map(({line, name, indent, from}) =>
        lineOf([
          ...(name ? [nameOf(name, group, rangeOf(line, indent, indent + name.length))] : []),
          textNode(`${' '.repeat(Math.max(width - name.length, 0))} ${name ? '::=' : '   '} `),
          ...bodyOf(line, from, group, report)
        ])
      )
    }
  }
})

/** `{parsed-literal}` and `{productionlist}`. */
export const literalLines: readonly Directive[] = [parsedLiteral, productionList]

/** The lines without blank ones before and behind. */
function contentOf({data}: MystDirective): SourceLine[] {
  const lines = data?.bodyLines ?? []
  const isText = ({text}: SourceLine): boolean => text.trim() !== ''
  const from = lines.findIndex(isText)
  return from === -1 ? [] : lines.slice(from, lines.findLastIndex(isText) + 1)
}

function lineOf(children: PhrasingContent[]): Line {
  const position = around(children)
  return {type: 'line', children, ...(position ? {position} : {})}
}

function rangeOf(line: SourceLine, from: number, to: number): Position {
  return {start: pointOnLine(line, from), end: pointOnLine(line, to)}
}

function nameOf(name: string, group: string, position: Position): PhrasingContent {
  const full = group ? `${group}:${name}` : name
  const id = sphinxId(full, 'grammar-token')
  return {
    type: 'strong',
    children: [textNode(name, position)],
    defines: [{kind: 'object', domain: 'std', type: 'token', name: full, id, position}],
    position
  }
}

const token = domainRoles.find(({name}) => name === 'std:token')

/** What a rule is made of, as the role `token` has it: a bare name is of the same group. */
function bodyOf(line: SourceLine, from: number, group: string, report: Report): PhrasingContent[] {
  const out: PhrasingContent[] = []
  let at = from
  const addText = (to: number): void => {
    if (to > at) out.push(textNode(line.text.slice(at, to), rangeOf(line, at, to)))
  }
  for (const {0: whole, 1: value = '', index} of line.text.slice(from).matchAll(/`([^`]+)`/g)) {
    addText(from + index)
    at = from + index + whole.length
    const position = rangeOf(line, from + index, at)
    const data = {namePosition: position, valuePosition: rangeOf(line, from + index + 1, at - 1)}
    const built =
      token?.run({type: 'mystRole', name: 'token', value, children: [], position, data}, report) ?? []
    for (const {reference} of built.filter((node) => node.type === 'crossReference'))
      if (group && !reference.target.includes(':')) reference.target = `${group}:${reference.target}`
    out.push(...built)
  }
  addText(line.text.length)
  return out
}
