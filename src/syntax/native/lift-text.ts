/** Running text: code spans that hide something become it, and those behind `{name}` become roles. */
import type {InlineCode, PhrasingContent, Text} from 'mdast'
import type {Point, Position} from 'unist'
import type {MystRole} from '../../ast/nodes.js'
import {along} from '../../ast/place.js'
import {buildAttributes} from '../attributes/build.js'
import {fromCell} from '../cell-source.js'
import {buildInlineMath} from '../math/build.js'
import {isEscaped} from '../math/grammar.js'
import {buildRole} from '../role/build.js'
import {parseRoleHeader} from '../role/header.js'
import type {SyntaxOptions} from '../spec.js'
import {inlineSubstitutionValue} from '../substitution/grammar.js'
import type {InlineMark, MaskedPage} from './masked-page.js'
import {unsure} from './unsure.js'

export interface TextLift {
  source: string
  masked: MaskedPage
  options: SyntaxOptions
  /** Marks that stand in the tree. */
  found: number
  inTable: boolean
  /** Markdown in a role, which it gets later. */
  readContent: (role: MystRole, value: string, start: Point) => void
}

/** Children of a node with text. */
export function liftText(children: readonly PhrasingContent[], lift: TextLift): PhrasingContent[] {
  const out: PhrasingContent[] = []
  for (const child of children) {
    if (child.type !== 'inlineCode' || !child.position) {
      out.push(child)
      continue
    }
    const {start, end} = child.position
    const offset = start.offset ?? 0
    // Of a tab a container may take a part, which counts where the white space at both ends is one less.
    if (end.line > start.line && hasTabAtEnd(lift.source.slice(offset, end.offset)))
      unsure('a tab at an end of code over lines')
    const mark = lift.masked.inlineMarks.get(offset)
    if (mark) {
      lift.found++
      out.push(build(mark, child.position, out.at(-1), lift))
    } else if (lift.source[offset - 1] === '}') liftRole(child, child.position, out, lift)
    else out.push(child)
  }
  return out
}

function hasTabAtEnd(code: string): boolean {
  const last = code.slice(Math.max(code.lastIndexOf('\n'), code.lastIndexOf('\r')) + 1)
  return /^`+[\r\n][ >]*\t/.test(code) || (last.includes('\t') && /^[ >\t]*`+$/.test(last))
}

function build(
  mark: InlineMark,
  position: Position,
  before: PhrasingContent | undefined,
  {inTable, options}: TextLift
): PhrasingContent {
  // A cell ends at a bar before it is read.
  if (inTable && /(?:^|[^\\])\|/.test(mark.source)) unsure('a bar in a cell')
  switch (mark.kind) {
    case 'math':
      return buildInlineMath(inTable ? fromCell(mark.source) : mark.source, mark.double, position)
    case 'substitution': {
      const inner = inlineSubstitutionValue(mark.source)
      return {type: 'inlineSubstitution', value: inTable ? fromCell(inner) : inner, position}
    }
    case 'attributes':
      if (!mayCarry(before, options) || before?.position?.end.offset !== position.start.offset)
        unsure('attributes behind text')
      return {...buildAttributes(mark.source, position), position}
  }
}

const carriers = new Set([
  'inlineCode',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'mystRole',
  'mystAttributes'
])

function mayCarry(node: PhrasingContent | undefined, {inlineAttributes}: SyntaxOptions): boolean {
  if (!node) return false
  return inlineAttributes === 'images'
    ? node.type === 'image' || node.type === 'imageReference' || node.type === 'mystAttributes'
    : carriers.has(node.type)
}

/** A code span behind a brace: a role, if its header stands in the text before it. */
function liftRole(code: InlineCode, position: Position, out: PhrasingContent[], lift: TextLift): void {
  const {source, inTable} = lift
  const end = position.start.offset ?? 0
  const before = out.at(-1)
  const from = before?.type === 'text' ? before.position?.start.offset : undefined
  const start = from === undefined ? -1 : lastBrace(source, from, end)
  if (before?.type !== 'text' || start === -1 || isEscaped(source, start)) {
    out.push(code)
    return
  }
  const whole = source.slice(start, position.end.offset)
  const head = parseRoleHeader(whole)
  if (!head || start + head.valueStart - head.size !== end) {
    out.push(code)
    return
  }
  const written = source.slice(start, end)
  if (!before.value.endsWith(written) || written.includes('\n')) unsure('a header of a role with escapes')
  const at = along(position.start, -written.length)
  cutEnd(before, written.length, at, out)
  const value = whole.slice(head.valueStart, -head.size)
  if (/[\r\n][ \t]*>/.test(value)) unsure('a role over lines of a quote')
  const valuePosition: Position = {
    start: along(position.start, head.size),
    end: along(position.end, -head.size)
  }
  const inline = lift.options.registry.roleSyntax(head.name) === 'inline'
  const shown = inTable ? fromCell(value) : value
  const role = buildRole({header: head, start: at, value: shown, valuePosition, inline})
  role.position = {start: at, end: position.end}
  if (inline) fill(role, value, valuePosition, lift)
  out.push(role)
}

/** Headers of roles are short; to look for one over all of a long text again and again would cost the square. */
function lastBrace(source: string, from: number, end: number): number {
  const near = Math.max(from, end - longestHeader)
  const found = source.slice(near, end).lastIndexOf('{')
  if (found === -1 && near > from) unsure('a long text before a brace')
  return found === -1 ? -1 : near + found
}

const longestHeader = 1000

function cutEnd(text: Text, length: number, end: Position['end'], out: PhrasingContent[]): void {
  text.value = text.value.slice(0, -length)
  if (text.value === '') out.pop()
  else if (text.position)
    // micromark counts the indent of the next line to neither.
    text.position.end = text.value.endsWith('\n')
      ? {line: end.line, column: 1, offset: (end.offset ?? 0) - end.column + 1}
      : {...end}
}

/** Markdown in a role; nearly always it is text for certain. */
function fill(role: MystRole, value: string, position: Position, {inTable, readContent}: TextLift): void {
  if (/^[\p{L}\p{N}](?:[\p{L}\p{N} ,.;()'"?/+=-]*[\p{L}\p{N}.)?"'])?$/u.test(value)) {
    role.children = [{type: 'text', value, position: {start: {...position.start}, end: {...position.end}}}]
    return
  }
  // Whether brackets are a link is for the definitions of the page to say.
  if (/^\s|\s$|[\r\n]|[|[]|#$/.test(value) || value === '' || inTable) unsure('Markdown in a role')
  readContent(role, value, position.start)
}
