/** Tokens of a directive: `:::{name}`, ```` ```{name} ````, `~~~{name}` and all up to the close. */
import {markdownSpace} from 'micromark-util-character'
import type {Code, Effects, State, TokenizeContext} from 'micromark-util-types'
import type {Point} from 'unist'
import {along, plainPoint} from '../../ast/place.js'
import type {SyntaxRegistry} from '../spec.js'
import * as codes from '../tokenize/codes.js'
import {initialIndent} from '../tokenize/container.js'
import {isLineEnd, linesUntil, nonLazyLine, peekLine} from '../tokenize/partials.js'
import {types} from '../tokenize/token-types.js'
import {createBody} from './body.js'
import type {DirectiveParts} from './build.js'
import {isLeaf} from './generic-header.js'
import {closesFence} from './header.js'
import {isOptionFence, isOptionLine, optionKey} from './option-lines.js'

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
  const marker = header.marker.charCodeAt(0)
  // Body lines may stand as far in as the fence.
  const indent = initialIndent(context)
  let phase: 'start' | 'colon' | 'yaml' | 'body' = 'start'
  let line = ''
  let pad = 0
  let lineStart: Point
  const peek = peekLine((text, spaces) => {
    line = text
    pad = spaces
  })
  const yamlEnd = linesUntil(isOptionFence, (text) => closesFence(text, header.marker, header.size))
  // Known to come further down in the block, so that no line is looked at twice.
  let optionAhead = false
  const optionLater = linesUntil(isOption, (text) => !isOptionLine(text))
  const body = createBody(context, effects, parts, indent, {begin, lineEnd, after})

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
    if (!isLineEnd(code) && (!header.argument || !passed(header.argumentStart))) {
      effects.consume(code)
      return fence
    }
    effects.exit('mystDirectiveFence')
    if (context.interrupt) {
      effects.exit('mystDirective')
      return ok(code)
    }
    if (isLineEnd(code)) return lineEnd(code)
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
    return isLineEnd(code) ? lineEnd(code) : restStart(code)
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
    if (!isLineEnd(code)) {
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
    return body.start(code, line)
  }

  function bodyLine(code: Code): State | undefined {
    return body.line(code, line)
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
    body.breakChain()
    if (isLineEnd(code)) return lineEnd(code)
    effects.enter('mystDirectiveOption')
    return optionInside(code)
  }

  function optionInside(code: Code): State | undefined {
    if (!isLineEnd(code)) {
      effects.consume(code)
      return optionInside
    }
    effects.exit('mystDirectiveOption')
    return lineEnd(code)
  }

  /**
   * At the closing fence.
   *
   * > | :::
   *     ^
   */
  function closing(code: Code): State | undefined {
    body.close()
    parts.closed = true
    effects.enter('mystDirectiveFence')
    return closingInside(code)
  }

  function closingInside(code: Code): State | undefined {
    if (!isLineEnd(code)) {
      effects.consume(code)
      return closingInside
    }
    effects.exit('mystDirectiveFence')
    return after(code)
  }

  function after(code: Code): State | undefined {
    body.close()
    effects.exit('mystDirective')
    return ok(code)
  }

  function isOption(text: string): boolean {
    const key = optionKey(text)
    return key !== '' && registry.mayBeOption?.(header.name, key) !== false
  }

  function passed(length: number): boolean {
    return context.now().offset >= (parts.start.offset ?? 0) + length
  }
}
