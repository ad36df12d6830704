/** Directives on lines: the fences become thematic breaks, a raw body goes, another stays where it is. */
import type {Point, Position} from 'unist'
import {buildDirective, type DirectiveParts} from '../directive/build.js'
import {maxDirectiveDepth} from '../directive/depth.js'
import {closesFence, type DirectiveHeader} from '../directive/header.js'
import {isDefinitionLine, isTermLine} from '../directive/term-lines.js'
import {readOptionLines} from './directive-head.js'
import type {PageMasker} from './mask-page.js'
import {dedent, indentOf, type PageLines, pointAt} from './source-lines.js'
import {unsure} from './unsure.js'

/** A directive whose body is being read. */
export interface OpenDirective {
  parts: DirectiveParts
  /** Where the content of its container begins. */
  column: number
  /** How far the line of its fence was moved. */
  cut: number
  /** The first line of the body. */
  bodyFrom: number
  /** Lines that are terms. */
  terms?: ReadonlySet<number> | undefined
}

/**
 * Open a directive, and take all of it where its body is raw.
 *
 * @returns the line behind what was taken; `0` where the line is code of another tool.
 */
export function openDirective(
  masker: PageMasker,
  index: number,
  prefix: string,
  header: DirectiveHeader
): number {
  const {page, masked, open, options} = masker
  const from = prefix.length
  const syntax = options.registry.directiveSyntax(header.name)
  // As in construct.ts.
  if (
    syntax.known === false &&
    header.marker !== ':' &&
    (header.attributes.length > 0 || (header.argument !== '' && header.argumentStart === header.nameEnd + 1))
  )
    return 0
  if (open.length >= maxDirectiveDepth) unsure('directives too deep')
  const column = masker.containers.columnOf(prefix)
  const parts: DirectiveParts = {
    header,
    syntax,
    start: pointAt(page, index, from),
    optionLines: [],
    bodyLines: [],
    closed: false
  }
  masker.text.cut()
  const bodyFrom = readOptionLines(page, parts, index + 1, column, options.registry)
  const raw = syntax.body === 'raw' ? readRaw(masker, index, prefix, column, parts, bodyFrom) : undefined
  const hasText = header.argument !== '' && syntax.argument === 'inline'
  if (raw && !hasText) {
    const position = {start: parts.start, end: raw.end}
    const build = () => ({...buildDirective(parts), position})
    masked.addBreak(prefix, index, {kind: 'leaf', build, position, twin: true, container: column})
    masked.addBreak(' '.repeat(column), raw.last, {kind: 'twin'})
    return raw.next
  }
  masked.addBreak(prefix, index, {kind: 'open', parts, container: column})
  const lead = page.lines[index]?.slice(from + header.argumentStart) ?? ''
  if (hasText)
    masker.text.addAlone('argument', index, from + header.argumentStart, header.argument, ' '.repeat(column))
  if (raw) {
    masked.addBreak(' '.repeat(column), raw.last, {kind: 'close', end: raw.end})
    return raw.next
  }
  if (syntax.argument === 'body' && lead.trim()) {
    addLead(masker, index, from, column, header, parts)
    // What comes behind the options begins anew.
    if (bodyFrom > index + 1) {
      masker.text.cut()
      masked.add('', index)
    }
  }
  if (syntax.body === 'terms' && (from > column || lead.trim())) unsure('a glossary further in')
  const terms = syntax.body === 'terms' ? readTerms(masker, parts, bodyFrom, column) : undefined
  if (from > column) moveBody(masker, parts, bodyFrom, column, from - column)
  open.push({parts, column, cut: page.cuts.get(index) ?? 0, bodyFrom, terms})
  return bodyFrom
}

/** Lines of a body may stand as far in as the fence: that is no indent of theirs. */
function moveBody(
  masker: PageMasker,
  {header}: DirectiveParts,
  bodyFrom: number,
  column: number,
  by: number
): void {
  const {page} = masker
  for (let line = bodyFrom; line < page.lines.length; line++) {
    const text = page.lines[line] ?? ''
    if (masker.closes(line)) return
    const rest = text.slice(Math.min(column, indentOf(text)))
    if (closesFence(rest, header.marker, header.size)) return
    if (text.slice(0, column + by).includes('\t')) unsure('a tab before a block')
    if (text.trim() && indentOf(text) < column) unsure('a directive whose container may have ended')
    dedent(page, line, Math.min(by, indentOf(rest)))
  }
}

/** The first line of a body that begins behind the name. */
function addLead(
  masker: PageMasker,
  index: number,
  from: number,
  column: number,
  {argumentStart}: DirectiveHeader,
  parts: DirectiveParts
): void {
  const {page} = masker
  const start = pointAt(page, index, from + argumentStart)
  parts.bodyPosition = {start, end: pointAt(page, index, page.lines[index]?.length ?? 0)}
  const text = page.lines[index]?.slice(from + argumentStart) ?? ''
  // Text, or it is not known what else.
  if (!/^(?:[\p{L}"'“]|[*_]{1,2}[^\s*_]|\[[^\]^]+\]\()/u.test(text)) unsure('a block behind a name')
  const shift = from + argumentStart - column
  masker.text.add(' '.repeat(column) + masker.masked.hide(text), index, column, shift)
}

/** Read a raw body up to its close: where the directive ends, on which line, and the line behind it. */
function readRaw(
  masker: PageMasker,
  index: number,
  prefix: string,
  column: number,
  parts: DirectiveParts,
  bodyFrom: number
): {end: Point; last: number; next: number} {
  const {page} = masker
  const {header, bodyLines} = parts
  const add = (line: number, from: number): void => {
    const text = page.lines[line]?.slice(from) ?? ''
    const start = pointAt(page, line, from)
    bodyLines.push(text === '' ? {text, start} : {text, start, pad: 0})
    if (text === '') return
    const end = pointAt(page, line, page.lines[line]?.length ?? 0)
    parts.bodyPosition ??= {start, end}
    parts.bodyPosition.end = end
  }
  if (parts.syntax.argument === 'body' && header.argument) add(index, prefix.length + header.argumentStart)
  for (let line = index + 1; ; line++) {
    const text = page.lines[line]
    if (text === undefined || masker.closes(line)) {
      if (column > 0) unsure('a directive that its container ends')
      return {end: endBefore(page, line), last: line - 1, next: line}
    }
    const spaces = indentOf(text)
    if (spaces < column && text.trim()) unsure('a directive whose container may have ended')
    if (closesFence(text.slice(Math.min(column, spaces)), header.marker, header.size)) {
      parts.closed = true
      return {end: pointAt(page, line, text.length), last: line, next: line + 1}
    }
    if (text.slice(0, prefix.length).includes('\t')) unsure('a tab before a block')
    if (line >= bodyFrom && !isLastEmpty(page, line, prefix.length))
      add(line, Math.min(prefix.length, spaces))
  }
}

/** Where a directive ends that nothing closes: behind the last line before another. */
function endBefore(page: PageLines, line: number): Point {
  return line < page.lines.length
    ? pointAt(page, line, 0)
    : pointAt(page, line - 1, page.lines[line - 1]?.length ?? 0)
}

/** What stands behind the last line ending is no line. */
function isLastEmpty({lines}: PageLines, line: number, column: number): boolean {
  return line === lines.length - 1 && /^ *$/.test(lines[line] ?? '') && (lines[line]?.length ?? 0) <= column
}

/** End the directives from the first that is given on, at a line that closes one around them, or behind the last. */
export function closeUnclosed(masker: PageMasker, first: number, line: number): void {
  const {page, masked, open} = masker
  while (open.length > first) {
    const inner = open.pop()
    if (!inner) return
    if (inner.column > 0 || open.some(({column}) => column > 0)) unsure('a directive that its container ends')
    masker.text.cut()
    masker.endHtml(line - 1)
    endBody(page, inner, line)
    masked.addBreak('', line - 1, {kind: 'close', end: endBefore(page, line)})
  }
}

function endBody(page: PageLines, {parts, bodyFrom, column}: OpenDirective, line: number): void {
  const last = isLastEmpty(page, line - 1, column) ? line - 2 : line - 1
  if (last < bodyFrom || parts.termLines) return
  parts.bodyPosition ??= {start: bodyStart(page, bodyFrom, column), end: parts.start}
  parts.bodyPosition.end = pointAt(page, last, page.lines[last]?.length ?? 0)
}

/** Find the terms of a glossary, and take the indent off what is below them; nothing for a list of definitions. */
function readTerms(
  {page, options}: PageMasker,
  parts: DirectiveParts,
  bodyFrom: number,
  column: number
): ReadonlySet<number> | undefined {
  const {marker, size} = parts.header
  const terms = new Set<number>()
  let margin: number | undefined
  let above: string[] = []
  let isList = false
  let fault: string | undefined
  const indents: [line: number, columns: number][] = []
  let position: Position | undefined
  for (let line = bodyFrom; ; line++) {
    const text = page.lines[line]
    if (text === undefined) unsure('a glossary that nothing closes')
    if (closesFence(text.slice(Math.min(column, text.search(/[^ ]|$/))), marker, size)) break
    isList ||= line > bodyFrom && isDefinitionLine(text.slice(column), above.slice(-2))
    above = [...above.slice(-1), text.slice(column)]
    if (text.includes('\t')) fault ??= 'a tab in a glossary'
    const spaces = text.search(/[^ ]|$/)
    if (text.trim() === '') {
      if (position && !terms.has(line - 1)) position.end = pointAt(page, line, text.length)
      else if (text !== '') fault ??= 'a blank line in a glossary'
      continue
    }
    if (spaces === 0) {
      margin = undefined
      if (isTermLine(text)) terms.add(line)
      // Each begins anew, so that lines of a comment do not join.
      else if (line > bodyFrom && !terms.has(line - 1)) fault ??= 'lines of a glossary that are no terms'
    } else {
      margin ??= spaces
      indents.push([line, Math.min(margin, spaces)])
    }
    const start = pointAt(page, line, spaces === 0 ? 0 : Math.min(margin ?? 0, spaces))
    position ??= {start, end: start}
    position.end = pointAt(page, line, terms.has(line) ? text.trimEnd().length : text.length)
  }
  if (isList) return
  if (fault) unsure(fault)
  if (column > 0) unsure('a glossary in a container')
  if (options.definitionList !== true && terms.size > 0) unsure('a glossary without definition lists')
  for (const [line, columns] of indents) dedent(page, line, columns)
  parts.termLines = [...terms].map((line) => line + 1)
  if (position) parts.bodyPosition = position
  return terms
}

/** At a closing fence; directives in the one that it closes end with it. */
export function closeDirective(masker: PageMasker, index: number): number {
  const {page, masked, open} = masker
  closeUnclosed(masker, masker.closing(index) + 1, index)
  const closed = open.pop()
  if (!closed) return 0
  masker.text.cut()
  masker.endHtml(index)
  closed.parts.closed = true
  endBody(page, closed, index)
  const end = pointAt(page, index, page.lines[index]?.length ?? 0)
  masked.addBreak(' '.repeat(closed.column), index, {kind: 'close', end})
  return index + 1
}

function bodyStart(page: PageLines, line: number, column: number): Point {
  return pointAt(page, line, Math.min(column, page.lines[line]?.search(/[^ ]|$/) ?? 0))
}
