/** Blocks of MyST without children, from their lines: every engine builds the same nodes. */
import type {RootContent} from 'mdast'
import type {Position} from 'unist'
import type {SourceLine} from '../../ast/place.js'
import {buildEnvironment} from '../amsmath/build.js'
import {buildAttributes} from '../attributes/build.js'
import {parseBlockBreak} from '../block-break/grammar.js'
import {commentValue} from '../comment/grammar.js'
import {buildDollarBlock} from '../math/build.js'
import {parseSubstitutionLine} from '../substitution/grammar.js'
import {buildTarget} from '../target/build.js'
import {indentOf, type PageLines, pointAt} from './source-lines.js'

/** Builds a node for a range of the page. */
export type BuildLeaf = (position: Position) => RootContent

/** From a column of a line to the end of another. */
export function rangeOf(page: PageLines, first: number, last: number, column: number): Position {
  return {start: pointAt(page, first, column), end: pointAt(page, last, page.lines[last]?.length ?? 0)}
}

/** Lines behind what their container takes. */
export function sourceLines(page: PageLines, first: number, last: number, column: number): SourceLine[] {
  const out: SourceLine[] = []
  for (let index = first; index <= last; index++) {
    const line = page.lines[index] ?? ''
    const from = index === first ? column : Math.min(column, indentOf(line))
    out.push({text: line.slice(from), start: pointAt(page, index, from)})
  }
  return out
}

export function frontMatter(page: PageLines, last: number): BuildLeaf {
  const from = page.starts[1] ?? 0
  const value = page.text.slice(from, page.starts[last]).replace(/(?:\r\n|\r|\n)$/, '')
  return (position) => ({type: 'yaml', value, position})
}

export function comment(page: PageLines, first: number, last: number, column: number): BuildLeaf {
  const value = commentValue(
    sourceLines(page, first, last, column)
      .map((line) => line.text)
      .join('\n')
  )
  return (position) => ({type: 'mystComment', value, position})
}

export function target(rest: string): BuildLeaf {
  return (position) => ({...buildTarget(rest, position.start), position})
}

export function blockBreak(rest: string): BuildLeaf {
  return (position) => ({type: 'blockBreak', meta: parseBlockBreak(rest) ?? '', value: '', position})
}

export function headerBreak(rest: string): BuildLeaf {
  return (position) => ({type: 'headerBreak', value: rest.trimEnd(), position})
}

export function substitution(rest: string): BuildLeaf {
  return (position) => ({type: 'substitution', value: parseSubstitutionLine(rest) ?? '', position})
}

export function attributes(rest: string): BuildLeaf {
  return (position) => ({...buildAttributes(rest, position), position})
}

export function dollarBlock(page: PageLines, first: number, last: number, column: number): BuildLeaf {
  return placing(buildDollarBlock(sourceLines(page, first, last, column)))
}

export function environment(page: PageLines, first: number, last: number, column: number): BuildLeaf {
  return placing(buildEnvironment(sourceLines(page, first, last, column)))
}

/** A node that is built already, as its lines would be kept up to the lift. */
function placing(node: RootContent): BuildLeaf {
  return (position) => {
    node.position = position
    return node
  }
}
