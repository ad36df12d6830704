/** From the parts that a tokenizer found to a `mystDirective`; every engine builds its nodes here. */
import type {Point, Position} from 'unist'
import type {DirectiveFault, DirectiveOption, MystDirective, MystDirectiveData} from '../../ast/nodes.js'
import {joinLines, onLine, pointOnLine, type SourceLine} from '../../ast/place.js'
import {placeAttribute} from '../attributes/build.js'
import type {DirectiveSyntax} from '../spec.js'
import type {DirectiveHeader} from './header.js'
import {parseOptionBlock} from './option-block.js'

/** What a tokenizer knows of a directive when it has passed it. */
export interface DirectiveParts {
  header: DirectiveHeader
  syntax: DirectiveSyntax
  /** The first marker of the fence. */
  start: Point
  /** Lines of the option block: for `:key: value` without the first colon, for `---` without the dashes. */
  optionLines: SourceLine[]
  /** The option block is one of dashes. */
  dashes?: boolean | undefined
  /** Lines that are terms, where lines of the body may be. */
  termLines?: number[] | undefined
  /** No container can open in the body: its chunks are flow, not documents. */
  flat?: boolean | undefined
  /** Lines of a raw body. */
  bodyLines: SourceLine[]
  bodyPosition?: Position | undefined
  closed: boolean
}

/**
 * Build the node; its children come from the engine.
 *
 * @example
 * buildDirective(parts) // {type: 'mystDirective', name: 'note', children: [], data: {…}}
 */
export function buildDirective(parts: DirectiveParts): MystDirective {
  const {header, syntax, start} = parts
  const written = readOptions(parts.optionLines)
  const {faults} = written
  const options =
    header.attributes.length === 0
      ? written.options
      : [...headerOptions(header, start, written.options), ...written.options]
  const data: MystDirectiveData = {
    fence: header.marker.repeat(header.size),
    namePosition: onLine(start, header.nameStart, header.nameEnd),
    options,
    faults,
    closed: parts.closed
  }
  if (parts.dashes) data.dashes = true
  if (header.generic) data.generic = true
  const node: MystDirective = {type: 'mystDirective', name: header.name, children: [], data}
  if (header.argument && syntax.argument !== 'body') {
    node.args = header.argument
    data.argumentPosition = onLine(start, header.argumentStart, header.argumentEnd)
  }
  if (options.length > 0)
    node.options = Object.fromEntries(options.map((option) => [option.key, option.value]))
  if (syntax.body === 'raw') {
    node.value = rawBody(parts.bodyLines)
    data.bodyLines = parts.bodyLines
  }
  if (parts.termLines) data.termLines = parts.termLines
  const body = parts.bodyPosition ?? linesPosition(parts.bodyLines)
  if (body) data.bodyPosition = body
  return node
}

/** Attributes of the header as options: classes join those of the option block. */
function headerOptions(
  {attributes}: DirectiveHeader,
  start: Point,
  written: readonly DirectiveOption[]
): DirectiveOption[] {
  const out: DirectiveOption[] = []
  const below = written.find((option) => option.key === 'class')
  const classes = attributes.filter((each) => each.kind === 'class').map((each) => each.value)
  if (below && classes.length > 0) below.value = [...classes, below.value].filter(Boolean).join(' ')
  for (const each of attributes) {
    const {position, valuePosition} = placeAttribute(each, (from, to) => onLine(start, from, to))
    if (!position || !valuePosition) continue
    const first = out.find((option) => option.key === 'class')
    if (each.kind !== 'class')
      out.push({
        key: each.kind === 'id' ? 'name' : each.key,
        value: each.value,
        keyPosition: each.kind === 'key' ? onLine(start, each.start, each.start + each.key.length) : position,
        valuePosition
      })
    else if (first) first.value += ` ${each.value}`
    else if (!below) out.push({key: 'class', value: each.value, keyPosition: position, valuePosition})
  }
  return out
}

/** One leading blank line is not part of a raw body (MyST-Parser's parse_directive_text). */
function rawBody(lines: readonly SourceLine[]): string {
  const from = lines[0]?.text.trim() === '' ? 1 : 0
  return lines
    .slice(from)
    .map((line) => line.text)
    .join('\n')
}

function linesPosition(lines: readonly SourceLine[]): Position | undefined {
  const first = lines[0]
  const last = lines.at(-1)
  return first && last ? {start: first.start, end: pointOnLine(last, last.text.length)} : undefined
}

function readOptions(written: readonly SourceLine[]): {options: DirectiveOption[]; faults: DirectiveFault[]} {
  if (written.length === 0) return {options: [], faults: []}
  const lines = dedent(written)
  const joined = joinLines(lines)
  // A block scalar keeps its last line ending only if there is one.
  const text = `${joined.text}\n`
  const point = (offset: number): Point => joined.point(Math.min(offset, joined.text.length))
  const range = (start: number, end: number): Position => ({start: point(start), end: point(end)})
  const {items, faults} = parseOptionBlock(text)
  return {
    options: items.map((item) => ({
      key: item.key,
      value: item.value,
      keyPosition: range(item.keyStart, item.keyEnd),
      valuePosition: range(item.valueStart, item.valueEnd)
    })),
    faults: faults.map((fault) => ({
      ruleId: fault.code,
      reason: fault.reason,
      text: fault.text || text.slice(fault.start, fault.end),
      ...(fault.text ? {key: fault.key, value: fault.value} : {}),
      position: range(fault.start, fault.end)
    }))
  }
}

/** Take off what all lines are indented by, as MyST-Parser does: keys stand at the margin. */
function dedent(lines: readonly SourceLine[]): readonly SourceLine[] {
  const margin = lines.reduce(
    (least, {text}) => (text.trim() ? Math.min(least, text.search(/\S/)) : least),
    Number.POSITIVE_INFINITY
  )
  if (margin === 0 || margin === Number.POSITIVE_INFINITY) return lines
  return lines.map((line) => ({
    text: line.text.slice(margin),
    start: pointOnLine(line, Math.min(margin, line.text.length)),
    pad: Math.max(0, (line.pad ?? 0) - margin)
  }))
}
