/** Tokens of a directive's body: raw lines, the lines of a glossary, or chunks of Markdown. */
import {factorySpace} from 'micromark-factory-space'
import {markdownLineEnding, markdownSpace} from 'micromark-util-character'
import type {Code, Effects, State, Token, TokenizeContext} from 'micromark-util-types'
import {plainPoint} from '../../ast/place.js'
import * as codes from '../tokenize/codes.js'
import {initialIndent} from '../tokenize/container.js'
import {mayHoldContainers, mayOpenContainer} from '../tokenize/container-lines.js'
import {isLineEnd, linesUntil, nonLazyLine} from '../tokenize/partials.js'
import {types} from '../tokenize/token-types.js'
import type {DirectiveParts} from './build.js'
import {closesFence} from './header.js'
import {isDefinitionLine, isTermLine} from './term-lines.js'

/** Where the body's tokenizer goes on. */
export interface AroundBody {
  /** At the start of the next line. */
  begin: State
  /** At the end of a line that is no part of a chunk. */
  lineEnd: State
  /** Behind the last line. */
  after: State
}

export interface BodyTokenizer {
  /** At the first line of the body; its text is known where it was looked at. */
  start(code: Code, text: string): State | undefined
  /** At a further line. */
  line(code: Code, text: string): State | undefined
  /** What comes next does not touch what was before. */
  breakChain(): void
  close(): void
}

/**
 * Make the tokenizer of one body.
 *
 * @param indent of the fence: lines of the body may stand as far in.
 */
export function createBody(
  context: TokenizeContext,
  effects: Effects,
  parts: DirectiveParts,
  indent: number,
  states: AroundBody
): BodyTokenizer {
  const {header, syntax} = parts
  const raw = syntax.body === 'raw'
  let line = ''
  let pad = 0
  let first = 0
  let isOpen = false
  let previous: Token | undefined
  // Whether lines are terms is decided at the first line of the body: a glossary may be a definition list.
  let decided = false
  let margin: number | undefined
  let above: string[] = []
  const definitions = linesUntil(
    (whole, isFirst) => {
      const text = whole.slice(Math.min(indent, whole.length - whole.trimStart().length))
      above = isFirst ? [] : above.slice(-2)
      const found = isDefinitionLine(text, above)
      // No list begins behind the name.
      if (first !== parts.start.line || !isFirst) above.push(text)
      return found
    },
    (text) => closesFence(text, header.marker, header.size)
  )

  return {
    start,
    line(code, text) {
      line = text
      return lineStart(code)
    },
    breakChain() {
      previous = undefined
    },
    close
  }

  function start(code: Code, text: string): State | undefined {
    line = text
    if (!parts.termLines || decided) return lineStart(code)
    decided = true
    first = context.now().line
    return effects.check(definitions, listOfDefinitions, lineStart)(code)
  }

  function listOfDefinitions(code: Code): State | undefined {
    parts.termLines = undefined
    return lineStart(code)
  }

  /**
   * At a line of the body.
   *
   * > | Some *text*
   *     ^
   */
  function lineStart(code: Code): State | undefined {
    const next = raw ? valueStart : parts.termLines ? termStart : chunkStart
    return indent && markdownSpace(code)
      ? factorySpace(effects, next, types.linePrefix, indent + 1)(code)
      : next(code)
  }

  function valueStart(code: Code): State | undefined {
    const start = plainPoint(context.now())
    if (isLineEnd(code)) {
      if (code !== codes.eof) parts.bodyLines.push({text: '', start})
      return states.lineEnd(code)
    }
    open()
    effects.enter('mystDirectiveValue')
    pad = 0
    return valueFront(code)
  }

  function valueFront(code: Code): State | undefined {
    if (code !== codes.virtualSpace) return value(code)
    effects.consume(code)
    pad++
    return valueFront
  }

  function value(code: Code): State | undefined {
    if (!isLineEnd(code)) {
      effects.consume(code)
      return value
    }
    const token = effects.exit('mystDirectiveValue')
    parts.bodyLines.push({text: context.sliceSerialize(token), start: plainPoint(token.start), pad})
    ended()
    return states.lineEnd(code)
  }

  /**
   * At a line of a glossary. A term stands alone; what is indented below it is one text without that indent.
   *
   * > | Term
   *     ^
   * > |   What it means.
   *     ^
   */
  function termStart(code: Code): State | undefined {
    if (isLineEnd(code)) return previous ? chunkStart(code) : states.lineEnd(code)
    if (!markdownSpace(code)) {
      previous = undefined
      margin = undefined
      return isTermLine(line.trimStart()) ? term(code) : chunkStart(code)
    }
    if (!line.trim()) return chunkStart(code)
    return margin === undefined
      ? factorySpace(effects, definitionStart, types.linePrefix)(code)
      : factorySpace(effects, chunkStart, types.linePrefix, margin + 1)(code)
  }

  function term(code: Code): State | undefined {
    const {line: number, offset} = context.now()
    const end = offset + line.trim().length
    parts.termLines?.push(number)
    open()
    effects.enter('mystDirectiveTerm')
    effects.enter(types.chunkText, {contentType: 'text'})
    const inside: State = (next) => {
      if (!isLineEnd(next) && context.now().offset < end) {
        effects.consume(next)
        return inside
      }
      effects.exit(types.chunkText)
      effects.exit('mystDirectiveTerm')
      ended()
      return factorySpace(effects, states.lineEnd, types.whitespace)(next)
    }
    return inside(code)
  }

  function definitionStart(code: Code): State | undefined {
    margin = initialIndent(context)
    return chunkStart(code)
  }

  function chunkStart(code: Code): State | undefined {
    if (code === codes.eof) return states.after(code)
    return markdownLineEnding(code)
      ? effects.check(nonLazyLine, chunkEnter, states.after)(code)
      : chunkEnter(code)
  }

  function chunkEnter(code: Code): State | undefined {
    open()
    parts.flat ??= isFlat()
    const token = parts.flat
      ? effects.enter(types.chunkFlow, {contentType: 'flow', previous})
      : effects.enter(types.chunkDocument, {contentType: 'document', previous})
    if (previous) previous.next = token
    previous = token
    return chunk(code)
  }

  function chunk(code: Code): State | undefined {
    if (!isLineEnd(code)) {
      effects.consume(code)
      return chunk
    }
    ended()
    if (code !== codes.eof) return effects.check(nonLazyLine, chunkEnd, chunkLast)(code)
    return chunkLast(code)
  }

  /** The line ending is part of the chunk: its tokenizer counts lines itself. */
  function chunkEnd(code: Code): State | undefined {
    effects.consume(code)
    exitChunk()
    return states.begin
  }

  function chunkLast(code: Code): State | undefined {
    exitChunk()
    return states.after(code)
  }

  function exitChunk(): void {
    const {start} = effects.exit(parts.flat ? types.chunkFlow : types.chunkDocument)
    if (start.line > parts.start.line) context.parser.lazy[start.line] = false
  }

  /** Whether the body needs no tokenizer of containers: none can open in it. */
  function isFlat(): boolean {
    const {line: number} = context.now()
    const isFirst = number === parts.start.line
    return (
      !parts.termLines &&
      !(isFirst && mayOpenContainer(header.argument)) &&
      !mayHoldContainers(context.parser, isFirst ? number + 1 : number, (text) =>
        closesFence(text, header.marker, header.size)
      )
    )
  }

  function open(): void {
    if (isOpen) return
    isOpen = true
    const start = plainPoint(context.now())
    parts.bodyPosition ??= {start, end: start}
    effects.enter('mystDirectiveBody')
  }

  function ended(): void {
    if (parts.bodyPosition) parts.bodyPosition.end = plainPoint(context.now())
  }

  function close(): void {
    if (isOpen) effects.exit('mystDirectiveBody')
    isOpen = false
  }
}
