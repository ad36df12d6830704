/** Directives on lines: the fences become thematic breaks, a raw body goes, another stays where it is. */
import type {Point} from 'unist'
import {buildDirective, type DirectiveParts} from '../directive/build.js'
import {maxDirectiveDepth} from '../directive/depth.js'
import {closesFence, type DirectiveHeader} from '../directive/header.js'
import {readOptionLines} from './directive-head.js'
import {type Inset, indexIn, insetOf, isInside} from './inset.js'
import {isBlank, prefixOf} from './line-shapes.js'
import {readTerms} from './mask-glossary.js'
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
  /** How far the lines of its body were moved. */
  moved: number
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
  if (open.length >= maxDirectiveDepth) return 0
  const inset = insetOf(masker.containers, prefix)
  const {column, isQuote, lead: before} = inset
  const parts: DirectiveParts = {
    header,
    syntax,
    start: pointAt(page, index, from),
    optionLines: [],
    bodyLines: [],
    closed: false
  }
  if (header.argument !== '' && page.lines[index]?.slice(from, from + header.argumentStart).includes('\t'))
    unsure('a tab behind a name')
  masker.text.cut()
  const hasText = header.argument !== '' && syntax.argument === 'inline'
  if (isQuote && (hasText || syntax.body !== 'raw')) unsure('blocks of a directive in a quote')
  const bodyFrom = readOptionLines(masker, parts, index + 1, inset)
  const raw = syntax.body === 'raw' ? readRaw(masker, index, prefix, inset, parts, bodyFrom) : undefined
  if (raw && !hasText) {
    const position = {start: parts.start, end: raw.end}
    const build = () => {
      const directive = buildDirective(parts)
      directive.position = position
      return directive
    }
    const container = isQuote ? undefined : column
    masked.addBreak(prefix, index, {kind: 'leaf', build, position, twin: true, container})
    masked.addBreak(before, raw.last, {kind: 'twin'})
    return raw.next
  }
  masked.addBreak(prefix, index, {kind: 'open', parts, container: column})
  const lead = page.lines[index]?.slice(from + header.argumentStart) ?? ''
  if (hasText) masker.text.addAlone('argument', index, from + header.argumentStart, header.argument, before)
  if (raw) {
    masked.addBreak(before, raw.last, {kind: 'close', end: raw.end})
    return raw.next
  }
  if (syntax.argument === 'body' && !isBlank(lead)) {
    addLead(masker, index, from, column, header, parts)
    // What comes behind the options begins anew.
    if (bodyFrom > index + 1) {
      masker.text.cut()
      masked.add('', index)
    }
  }
  if (syntax.body === 'terms' && (from > column || !isBlank(lead))) unsure('a glossary further in')
  const terms = syntax.body === 'terms' ? readTerms(masker, parts, bodyFrom, column) : undefined
  if (from > column) moveBody(masker, parts, bodyFrom, column, from - column)
  // A line with less before it than others of the same body was moved by less, and yet stands in it.
  const moved = open.reduce((sum, outer) => sum + outer.moved, 0)
  const cut = Math.max(page.cuts.get(index) ?? 0, moved)
  open.push({parts, column, cut, moved: from - column, bodyFrom, terms})
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
    if (prefixOf(text).includes('\t')) unsure('a tab before a block')
    if (!isBlank(text) && indentOf(text) < column) unsure('a directive whose container may have ended')
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
  if (!/^(?:[\p{L}\p{Extended_Pictographic}"'“]|[*_]{1,2}[^\s*_]|\[[^\]^]+\]\()/u.test(text))
    unsure('a block behind a name')
  const shift = from + argumentStart - column
  masker.text.add(' '.repeat(column) + text, index, column, shift)
}

/** Read a raw body up to its close: where the directive ends, on which line, and the line behind it. */
function readRaw(
  masker: PageMasker,
  index: number,
  prefix: string,
  inset: Inset,
  parts: DirectiveParts,
  bodyFrom: number
): {end: Point; last: number; next: number} {
  const {page} = masker
  const {header, bodyLines} = parts
  const {column} = inset
  let first: Point | undefined
  let lastLine = 0
  const add = (line: number, from: number): void => {
    const text = page.lines[line]?.slice(from) ?? ''
    const start = pointAt(page, line, from)
    bodyLines.push(text === '' ? {text, start} : {text, start, pad: 0})
    if (text === '') return
    first ??= start
    lastLine = line
  }
  const finish = (): void => {
    if (first)
      parts.bodyPosition = {start: first, end: pointAt(page, lastLine, page.lines[lastLine]?.length ?? 0)}
  }
  if (parts.syntax.argument === 'body' && header.argument) add(index, prefix.length + header.argumentStart)
  for (let line = index + 1; ; line++) {
    const text = page.lines[line]
    if (text === undefined || masker.closes(line)) {
      if (column > 0) unsure('a directive that its container ends')
      masker.checkGlossary(index, line - 1)
      finish()
      return {end: endBefore(page, line), last: line - 1, next: line}
    }
    if (!isInside(text, inset)) unsure('a directive whose container may have ended')
    if (closesFence(text.slice(indexIn(text, column, inset)), header.marker, header.size)) {
      parts.closed = true
      masker.checkGlossary(index, line)
      finish()
      return {end: pointAt(page, line, text.length), last: line, next: line + 1}
    }
    if (text.slice(0, prefix.length).includes('\t')) unsure('a tab before a block')
    if (line >= bodyFrom && !isLastEmpty(page, line, prefix.length))
      add(line, indexIn(text, prefix.length, inset))
  }
}

/** Where a directive ends that nothing closes: behind the last line before another. */
function endBefore(page: PageLines, line: number): Point {
  return line < page.lines.length
    ? {line: line + 1, column: 1, offset: page.starts[line] ?? 0}
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
    if (line < page.lines.length && page.cuts.get(line)) unsure('a directive that ends further in')
    if (inner.moved > 0 && line === page.lines.length && /^ +$/.test(page.text.slice(page.starts[line - 1])))
      unsure('spaces below a directive further in')
    if (inner.column > 0 || open.some(({column}) => column > 0)) unsure('a directive that its container ends')
    masker.text.cut()
    masker.endHtml(line - 1)
    masker.checkGlossary(inner.parts.start.line - 1, line - 1)
    endBody(masker, inner, line)
    masked.addBreak('', line - 1, {kind: 'close', end: endBefore(page, line)})
  }
}

function endBody({page, open}: PageMasker, directive: OpenDirective, line: number): void {
  const {parts, bodyFrom, column, moved} = directive
  // What directives in this one took off the line is there for it.
  const outer = open.reduce((sum, each) => sum + each.moved, moved)
  const further = Math.max((page.cuts.get(line - 1) ?? 0) - outer, 0)
  const last = isLastEmpty(page, line - 1, column - further) ? line - 2 : line - 1
  if (last < bodyFrom || parts.termLines) return
  parts.bodyPosition ??= {start: bodyStart(page, bodyFrom, column), end: parts.start}
  parts.bodyPosition.end = pointAt(page, last, page.lines[last]?.length ?? 0)
}

/** At a closing fence; directives in the one that it closes end with it. */
export function closeDirective(masker: PageMasker, index: number): number {
  const {page, masked, open} = masker
  closeUnclosed(masker, masker.closing(index) + 1, index)
  const closed = open.pop()
  if (!closed) return 0
  masker.text.cut()
  masker.endHtml(index)
  masker.checkGlossary(closed.parts.start.line - 1, index)
  closed.parts.closed = true
  endBody(masker, closed, index)
  const end = pointAt(page, index, page.lines[index]?.length ?? 0)
  masked.addBreak(' '.repeat(closed.column), index, {kind: 'close', end})
  return index + 1
}

function bodyStart(page: PageLines, line: number, column: number): Point {
  const text = page.lines[line] ?? ''
  if (text.slice(0, column).includes('\t')) unsure('a tab before a block')
  return pointAt(page, line, Math.min(column, indentOf(text)))
}
