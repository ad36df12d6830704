/** What containers of ours share with list items. */
import {factorySpace} from 'micromark-factory-space'
import {markdownLineEnding, markdownSpace} from 'micromark-util-character'
import type {Code, Construct, Effects, State, TokenizeContext, TokenType} from 'micromark-util-types'
import * as codes from './codes.js'
import {sourceLine} from './source-lines.js'
import {types} from './token-types.js'

/** The width of the indent before where a construct stands. */
export function initialIndent(context: TokenizeContext): number {
  const tail = context.events.at(-1)
  return tail?.[1].type === types.linePrefix ? tail[2].sliceSerialize(tail[1], true).length : 0
}

/** The line from where a construct stands. */
export function restOfLine(context: TokenizeContext): string {
  const {line, column} = context.now()
  return sourceLine(context.parser, line)?.slice(column - 1) ?? ''
}

/** A line that belongs to a container: a blank one, or one with as much indent. All else is for `other`. */
export function continueContainer(
  context: TokenizeContext,
  effects: Effects,
  ok: State,
  other: State
): State {
  const size = Number(context.containerState?.size ?? 0)
  return effects.check(
    blank,
    factorySpace(effects, ok, types.listItemIndent, size + 1),
    // Where no space is consumed, the last indent is an outer container's.
    (code) => (markdownSpace(code) ? effects.attempt(indented(size), ok, other)(code) : other(code))
  )
}

const blank: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const after = (code: Code) => (code === codes.eof || markdownLineEnding(code) ? ok(code) : nok(code))
    return factorySpace(effects, after, types.linePrefix)
  }
}

/** micromark trims blank lines with indents of this type off the end of a container. */
function indented(size: number): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      const after: State = (code) => {
        const tail = this.events.at(-1)
        const width =
          tail?.[1].type === types.listItemIndent ? tail[2].sliceSerialize(tail[1], true).length : 0
        return width === size ? ok(code) : nok(code)
      }
      return factorySpace(effects, after, types.listItemIndent, size + 1)
    }
  }
}

/** Whether a container begins on this line before where a construct stands: then no paragraph goes on here. */
export function isFirstInContainer({events, now}: TokenizeContext): boolean {
  const {line} = now()
  for (let index = events.length - 1; index >= 0; index--) {
    const [kind, token] = events[index] ?? []
    if (token?.start.line !== line) return false
    if (kind === 'enter' && (token._container || token.type === types.listItemPrefix)) return true
  }
  return false
}

/** Whether the document has a line above, and a line that begins is in as many containers as `other` was. */
export function isInSameContainers({events}: TokenizeContext, line: number, other: number): boolean {
  let depth = 0
  for (let index = events.length - 1; index >= 0; index--) {
    const [kind, token] = events[index] ?? []
    if (!token || kind !== 'enter') continue
    if (token.start.line < other) break
    if (!prefixes.has(token.type)) continue
    if (token.start.line === line) depth++
    if (token.start.line === other) depth--
  }
  return depth === 0 && events.some(([, {type}]) => type === types.chunkFlow)
}

/** Each stands once on a line for a container that the line is in. */
const prefixes = new Set<TokenType>([
  types.listItemPrefix,
  types.listItemIndent,
  'blockQuotePrefix',
  'gfmFootnoteDefinition',
  'mystDescriptionPrefix',
  'mystField'
])
