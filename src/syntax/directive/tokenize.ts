/** Tokens of a directive: `:::{name}`, ```` ```{name} ````, `~~~{name}` and all up to the close. */
import {factorySpace} from 'micromark-factory-space'
import {markdownLineEnding, markdownSpace} from 'micromark-util-character'
import type {Code, Effects, State, Token, TokenizeContext} from 'micromark-util-types'
import type {Point} from 'unist'
import {along, plainPoint} from '../../ast/place.js'
import type {SyntaxRegistry} from '../spec.js'
import * as codes from '../tokenize/codes.js'
import {initialIndent} from '../tokenize/container.js'
import {mayHoldContainers, mayOpenContainer} from '../tokenize/container-lines.js'
import {linesUntil, nonLazyLine, peekLine} from '../tokenize/partials.js'
import {types} from '../tokenize/token-types.js'
import type {DirectiveParts} from './build.js'
import {isLeaf} from './generic-header.js'
import {closesFence} from './header.js'
import {isOptionFence, isOptionLine, optionKey} from './option-lines.js'
import {isDefinitionLine, isTermLine} from './term-lines.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mystDirective: 'mystDirective'
    mystDirectiveFence: 'mystDirectiveFence'
    mystDirectiveArgument: 'mystDirectiveArgument'
    mystDirectiveOption: 'mystDirectiveOption'
    mystDirectiveBody: 'mystDirectiveBody'
    mystDirectiveTerm: 'mystDirectiveTerm'
    mystDirectiveValue: 'mystDirectiveValue'
  }
  interface Token {
    _mystDirective?: DirectiveParts
    /** On a `mystDirectiveArgument`: it holds Markdown. */
    _inline?: boolean
  }
}

/** Tokenize a directive whose first line is known to open one, from its fence to its close. */
export function tokenizeDirective(
  context: TokenizeContext,
  effects: Effects,
  ok: State,
  registry: SyntaxRegistry,
  parts: DirectiveParts
): State {
  const {header, syntax} = parts
  const raw = syntax.body === 'raw'
  const marker = header.marker.charCodeAt(0)
  // Body lines may stand as far in as the fence.
  const indent = initialIndent(context)
  let phase: 'start' | 'colon' | 'yaml' | 'body' = 'start'
  let line = ''
  let pad = 0
  let lineStart: Point
  let bodyOpen = false
  let previous: Token | undefined
  const peek = peekLine((text, spaces) => {
    line = text
    pad = spaces
  })
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
      if (lineStart.line !== parts.start.line || !isFirst) above.push(text)
      return found
    },
    (text) => closesFence(text, header.marker, header.size)
  )
  const yamlEnd = linesUntil(isOptionFence, (text) => closesFence(text, header.marker, header.size))
  // Known to come further down in the block, so that no line is looked at twice.
  let optionAhead = false
  const optionLater = linesUntil(isOption, (text) => !isOptionLine(text))

  return opening

  /**
   * At the fence.
   *
   * > | :::{note} Title
   *     ^
   */
  function opening(code: Code): State | undefined {
    effects.enter('mystDirective', {_mystDirective: parts})
    effects.enter('mystDirectiveFence')
    return fence(code)
  }

  function fence(code: Code): State | undefined {
    if (!isEnd(code) && (!header.argument || !passed(header.argumentStart))) {
      effects.consume(code)
      return fence
    }
    effects.exit('mystDirectiveFence')
    if (context.interrupt) {
      effects.exit('mystDirective')
      return ok(code)
    }
    if (isEnd(code)) return lineEnd(code)
    if (syntax.argument !== 'body') return argumentStart(code)
    if (header.generic) return rawLead(code)
    lineStart = plainPoint(context.now())
    return effects.check(peek, bodyStart, bodyStart)(code)
  }

  /**
   * At the argument.
   *
   * > | :::{note} Title
   *               ^
   */
  function argumentStart(code: Code): State | undefined {
    effects.enter('mystDirectiveArgument', {_inline: syntax.argument === 'inline'})
    if (syntax.argument === 'inline') effects.enter(types.chunkText, {contentType: 'text'})
    else effects.enter('mystDirectiveValue')
    return argument(code)
  }

  function argument(code: Code): State | undefined {
    if (!passed(header.argumentEnd)) {
      effects.consume(code)
      return argument
    }
    effects.exit(syntax.argument === 'inline' ? types.chunkText : 'mystDirectiveValue')
    effects.exit('mystDirectiveArgument')
    return isEnd(code) ? lineEnd(code) : restStart(code)
  }

  /**
   * In the generic form, at a label that is the first line of a raw body.
   *
   * > | :::math[a^2]
   *             ^
   */
  function rawLead(code: Code): State | undefined {
    const start = plainPoint(context.now())
    parts.bodyPosition = {start, end: along(start, header.argument.length)}
    parts.bodyLines.push({text: header.argument, start})
    return restStart(code)
  }

  /**
   * Behind the argument.
   *
   * > | :::note[Title]{.wide}
   *                  ^
   */
  function restStart(code: Code): State | undefined {
    effects.enter('mystDirectiveFence')
    return rest(code)
  }

  function rest(code: Code): State | undefined {
    if (!isEnd(code)) {
      effects.consume(code)
      return rest
    }
    effects.exit('mystDirectiveFence')
    return lineEnd(code)
  }

  /**
   * At the end of a line that is no part of a chunk.
   *
   * > | :::{note}
   *              ^
   */
  function lineEnd(code: Code): State | undefined {
    if (code === codes.eof || isLeaf(header)) return after(code)
    return effects.attempt(nonLazyLine, begin, after)(code)
  }

  /**
   * At the start of a line after the first.
   *
   * > | :class: tip
   *     ^
   */
  function begin(code: Code): State | undefined {
    if (code === codes.eof) return after(code)
    lineStart = plainPoint(context.now())
    // Few lines can close, so few are looked at as a whole.
    if (phase === 'body' && code !== marker && !markdownSpace(code) && !parts.termLines) return bodyLine(code)
    return effects.check(peek, seen, seen)(code)
  }

  function seen(code: Code): State | undefined {
    if (closesFence(line, header.marker, header.size)) return closing(code)
    if (phase === 'yaml') {
      if (isOptionFence(line)) phase = 'body'
      else parts.optionLines.push({text: line, start: lineStart, pad})
      return optionLine(code)
    }
    // Dashes that nothing closes are a thematic break: no word of the body becomes an option.
    if (phase === 'start' && isOptionFence(line)) return effects.check(yamlEnd, yamlStart, bodyBegins)(code)
    if (phase !== 'body' && isOptionLine(line)) {
      if (isOption(line) || (phase === 'colon' && !optionKey(line))) return colonLine(code)
      return optionAhead ? bodyLine(code) : effects.check(optionLater, textBetween, bodyBegins)(code)
    }
    return bodyBegins(code)
  }

  /**
   * At a line with colons that is no option of any kind, with options below it: a line of text between them.
   *
   * > | :smile: words
   *     ^
   * > | :class: tip
   */
  function textBetween(code: Code): State | undefined {
    optionAhead = true
    return bodyLine(code)
  }

  function colonLine(code: Code): State | undefined {
    phase = 'colon'
    optionAhead = false
    const value = line.indexOf(':') + 1
    parts.optionLines.push({text: line.slice(value), start: along(lineStart, value - pad)})
    return optionLine(code)
  }

  /**
   * At the first line that is no option and has none below it, whatever it looks like.
   *
   * > | Some *text*
   *     ^
   */
  function bodyBegins(code: Code): State | undefined {
    phase = 'body'
    return bodyStart(code)
  }

  function bodyStart(code: Code): State | undefined {
    if (!parts.termLines || decided) return bodyLine(code)
    decided = true
    return effects.check(definitions, listOfDefinitions, bodyLine)(code)
  }

  function listOfDefinitions(code: Code): State | undefined {
    parts.termLines = undefined
    return bodyLine(code)
  }

  function yamlStart(code: Code): State | undefined {
    phase = 'yaml'
    parts.dashes = true
    return optionLine(code)
  }

  /**
   * At a line of the option block. It stands between two lines of a body that began behind the name: what comes
   * after it starts a chain of its own, as chained chunks must touch.
   *
   * > | :class: tip
   *     ^
   */
  function optionLine(code: Code): State | undefined {
    previous = undefined
    if (isEnd(code)) return lineEnd(code)
    effects.enter('mystDirectiveOption')
    return optionInside(code)
  }

  function optionInside(code: Code): State | undefined {
    if (!isEnd(code)) {
      effects.consume(code)
      return optionInside
    }
    effects.exit('mystDirectiveOption')
    return lineEnd(code)
  }

  /**
   * At a line of the body.
   *
   * > | Some *text*
   *     ^
   */
  function bodyLine(code: Code): State | undefined {
    const next = raw ? valueStart : parts.termLines ? termStart : chunkStart
    return indent && markdownSpace(code)
      ? factorySpace(effects, next, types.linePrefix, indent + 1)(code)
      : next(code)
  }

  function valueStart(code: Code): State | undefined {
    const start = plainPoint(context.now())
    if (isEnd(code)) {
      if (code !== codes.eof) parts.bodyLines.push({text: '', start})
      return lineEnd(code)
    }
    openBody()
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
    if (!isEnd(code)) {
      effects.consume(code)
      return value
    }
    const token = effects.exit('mystDirectiveValue')
    parts.bodyLines.push({text: context.sliceSerialize(token), start: plainPoint(token.start), pad})
    endOfBody()
    return lineEnd(code)
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
    if (isEnd(code)) return previous ? chunkStart(code) : lineEnd(code)
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
    openBody()
    effects.enter('mystDirectiveTerm')
    effects.enter(types.chunkText, {contentType: 'text'})
    const inside: State = (next) => {
      if (!isEnd(next) && context.now().offset < end) {
        effects.consume(next)
        return inside
      }
      effects.exit(types.chunkText)
      effects.exit('mystDirectiveTerm')
      endOfBody()
      return factorySpace(effects, lineEnd, types.whitespace)(next)
    }
    return inside(code)
  }

  function definitionStart(code: Code): State | undefined {
    margin = initialIndent(context)
    return chunkStart(code)
  }

  function chunkStart(code: Code): State | undefined {
    if (code === codes.eof) return after(code)
    return markdownLineEnding(code) ? effects.check(nonLazyLine, chunkEnter, after)(code) : chunkEnter(code)
  }

  function chunkEnter(code: Code): State | undefined {
    openBody()
    parts.flat ??= isFlat()
    const token = parts.flat
      ? effects.enter(types.chunkFlow, {contentType: 'flow', previous})
      : effects.enter(types.chunkDocument, {contentType: 'document', previous})
    if (previous) previous.next = token
    previous = token
    return chunk(code)
  }

  function chunk(code: Code): State | undefined {
    if (!isEnd(code)) {
      effects.consume(code)
      return chunk
    }
    endOfBody()
    if (code !== codes.eof) return effects.check(nonLazyLine, chunkEnd, chunkLast)(code)
    return chunkLast(code)
  }

  /** The line ending is part of the chunk: its tokenizer counts lines itself. */
  function chunkEnd(code: Code): State | undefined {
    effects.consume(code)
    exitChunk()
    return begin
  }

  function chunkLast(code: Code): State | undefined {
    exitChunk()
    return after(code)
  }

  function exitChunk(): void {
    const {start} = effects.exit(parts.flat ? types.chunkFlow : types.chunkDocument)
    context.parser.lazy[start.line] = false
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

  /**
   * At the closing fence.
   *
   * > | :::
   *     ^
   */
  function closing(code: Code): State | undefined {
    closeBody()
    parts.closed = true
    effects.enter('mystDirectiveFence')
    return closingInside(code)
  }

  function closingInside(code: Code): State | undefined {
    if (!isEnd(code)) {
      effects.consume(code)
      return closingInside
    }
    effects.exit('mystDirectiveFence')
    return after(code)
  }

  function after(code: Code): State | undefined {
    closeBody()
    effects.exit('mystDirective')
    return ok(code)
  }

  function isOption(text: string): boolean {
    const key = optionKey(text)
    return key !== '' && registry.mayBeOption?.(header.name, key) !== false
  }

  function openBody(): void {
    if (bodyOpen) return
    bodyOpen = true
    const start = plainPoint(context.now())
    parts.bodyPosition ??= {start, end: start}
    effects.enter('mystDirectiveBody')
  }

  function endOfBody(): void {
    if (parts.bodyPosition) parts.bodyPosition.end = plainPoint(context.now())
  }

  function closeBody(): void {
    if (bodyOpen) effects.exit('mystDirectiveBody')
    bodyOpen = false
  }

  function passed(length: number): boolean {
    return context.now().offset >= (parts.start.offset ?? 0) + length
  }
}

function isEnd(code: Code): code is null | -5 | -4 | -3 {
  return code === codes.eof || markdownLineEnding(code)
}
