/** Glossaries as Sphinx has them: terms at the margin, each a paragraph, and what is indented below is theirs. */
import type {Position} from 'unist'
import type {DirectiveParts} from '../directive/build.js'
import {closesFence} from '../directive/header.js'
import {isDefinitionLine, isTermLine} from '../directive/term-lines.js'
import {isBlank, trimEnd} from './line-shapes.js'
import type {PageMasker} from './mask-page.js'
import {dedent, indentOf, pointAt} from './source-lines.js'
import {unsure} from './unsure.js'

/** Find the terms of a glossary, and take the indent off what is below them; nothing for a list of definitions. */
export function readTerms(
  masker: PageMasker,
  parts: DirectiveParts,
  bodyFrom: number,
  column: number
): ReadonlySet<number> | undefined {
  const {page, options} = masker
  const {marker, size} = parts.header
  const terms = new Set<number>()
  let margin: number | undefined
  let above: string[] = []
  let isList = false
  /** Blank lines below a term are no part of the body, if nothing follows. */
  let isBelowTerm = false
  let fault: string | undefined
  const indents: [line: number, columns: number][] = []
  let position: Position | undefined
  for (let line = bodyFrom; ; line++) {
    const text = page.lines[line]
    // Behind the last line ending is no line.
    if (text === undefined || (text === '' && line === page.lines.length - 1) || masker.closes(line)) break
    if (closesFence(text.slice(Math.min(column, indentOf(text))), marker, size)) break
    isList ||= line > bodyFrom && isDefinitionLine(text.slice(column), above.slice(-2))
    above = [...above.slice(-1), text.slice(column)]
    if (text.includes('\t')) fault ??= 'a tab in a glossary'
    const spaces = indentOf(text)
    if (isBlank(text)) {
      if (position && !isBelowTerm) position.end = pointAt(page, line, text.length)
      else if (text !== '') fault ??= 'a blank line in a glossary'
      continue
    }
    if (text.trim() === '') fault ??= 'a blank line in a glossary'
    if (spaces === 0) {
      margin = undefined
      if (text.trim() !== trimEnd(text)) fault ??= 'a term of white space'
      if (isTermLine(text)) terms.add(line)
      // Each begins anew, so that lines of a comment do not join.
      else if (line > bodyFrom && !terms.has(line - 1)) fault ??= 'lines of a glossary that are no terms'
    } else {
      margin ??= spaces
      indents.push([line, Math.min(margin, spaces)])
    }
    isBelowTerm = terms.has(line)
    const start = pointAt(page, line, spaces === 0 ? 0 : Math.min(margin ?? 0, spaces))
    position ??= {start, end: start}
    position.end = pointAt(page, line, terms.has(line) ? trimEnd(text).length : text.length)
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
