/** Blocks of math: whole lines, which one thematic break or two stand for. */
import {closedEnvironment, openedEnvironment} from '../amsmath/grammar.js'
import {closedDollars, opensDollarBlock} from '../math/grammar.js'
import * as leaves from './leaves.js'
import {isBlank} from './line-shapes.js'
import type {PageMasker} from './mask-page.js'
import {indentOf, type PageLines} from './source-lines.js'
import {unsure} from './unsure.js'

/** Mask `$$ … $$`; `0` where the line is text. */
export function maskDollars(masker: PageMasker, index: number, prefix: string, rest: string): number {
  const opening = opensDollarBlock(rest)
  if (opening === undefined) return 0
  const end = opening === 'open' ? masker.named.next(index + 1, '$$', closedDollars) : index
  return end === undefined ? 0 : maskLines(masker, leaves.dollarBlock, index, end, prefix)
}

/** Mask `\\begin{…} … \\end{…}`; `0` where the line is text. */
export function maskEnvironment(masker: PageMasker, index: number, prefix: string, rest: string): number {
  const name = openedEnvironment(rest)
  const end = name === undefined ? undefined : masker.named.next(index, name, closedEnvironment)
  return end === undefined ? 0 : maskLines(masker, leaves.environment, index, end, prefix)
}

/** Lines that are one block, where all of them are in its container for certain. */
function maskLines(
  masker: PageMasker,
  leaf: (page: PageLines, first: number, last: number, column: number) => leaves.BuildLeaf,
  first: number,
  last: number,
  prefix: string
): number {
  const {lines} = masker.page
  masker.checkGlossary(first, last)
  const container = last > first ? masker.containers.columnOf(prefix) : undefined
  for (let index = first + 1; index <= last; index++) {
    const line = lines[index] ?? ''
    if (masker.closes(index)) unsure('a closing fence in math')
    if (line.slice(0, prefix.length).includes('\t')) unsure('a tab before a block')
    if (!isBlank(line) && indentOf(line) < (container ?? 0)) unsure('math whose container may have ended')
  }
  return masker.leaf(leaf(masker.page, first, last, prefix.length), first, last, prefix, container)
}
