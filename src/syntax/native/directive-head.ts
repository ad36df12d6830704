/** The lines of a directive behind its first: options, and where its body begins. The tokenizer's phases on lines. */
import type {Point} from 'unist'
import {along} from '../../ast/place.js'
import type {DirectiveParts} from '../directive/build.js'
import {closesFence} from '../directive/header.js'
import {isOptionFence, isOptionLine, optionKey} from '../directive/option-lines.js'
import {type Inset, isInside} from './inset.js'
import type {PageMasker} from './mask-page.js'
import {type PageLines, pointAt} from './source-lines.js'
import {unsure} from './unsure.js'

/**
 * Read the option block of a directive.
 *
 * @param from the first line behind the fence's.
 * @returns the first line that is no option: of the body, or the closing fence.
 */
export function readOptionLines(
  masker: PageMasker,
  parts: DirectiveParts,
  from: number,
  inset: Inset
): number {
  const {column} = inset
  const {
    page,
    options: {registry}
  } = masker
  const {marker, size, name} = parts.header
  const lineAt = (index: number): string | undefined => {
    const line = page.lines[index]
    // A directive around it ends it.
    if (line === undefined || masker.closes(index)) return
    if (!isInside(line, inset)) unsure('a directive whose container may have ended')
    return line.slice(column)
  }
  const closes = (line: string): boolean => closesFence(line, marker, size)
  const isOption = (line: string): boolean => {
    const key = optionKey(line)
    return key !== '' && registry.mayBeOption?.(name, key) !== false
  }
  const first = lineAt(from)
  if (first === undefined || closes(first)) return from
  if (isOptionFence(first)) {
    let end = from + 1
    for (; ; end++) {
      const line = lineAt(end)
      if (line === undefined || closes(line)) return from
      if (isOptionFence(line)) break
    }
    parts.dashes = true
    for (let index = from + 1; index < end; index++)
      parts.optionLines.push({text: lineAt(index) ?? '', start: startOf(page, index, column), pad: 0})
    return end + 1
  }
  let index = from
  for (; ; index++) {
    const line = lineAt(index)
    if (line === undefined || closes(line) || !isOptionLine(line)) return index
    if (!isOption(line) && (index === from || optionKey(line))) {
      if (isFollowedByOption(lineAt, index + 1, isOption)) unsure('text between options')
      return index
    }
    const value = line.indexOf(':') + 1
    parts.optionLines.push({text: line.slice(value), start: along(startOf(page, index, column), value)})
  }
}

function isFollowedByOption(
  lineAt: (index: number) => string | undefined,
  from: number,
  isOption: (line: string) => boolean
): boolean {
  for (let index = from; ; index++) {
    const line = lineAt(index)
    if (line === undefined || !isOptionLine(line)) return false
    if (isOption(line)) return true
  }
}

function startOf(page: PageLines, line: number, column: number): Point {
  return pointAt(page, line, Math.min(column, page.lines[line]?.length ?? 0))
}
