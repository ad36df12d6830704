/** A construct that is some whole lines, of which the first says where the last is. */
import {factorySpace} from 'micromark-factory-space'
import {markdownLineEnding} from 'micromark-util-character'
import type {Code, Construct, ParseContext, State, TokenType} from 'micromark-util-types'
import {plainPoint, type SourceLine} from '../../ast/place.js'
import * as codes from './codes.js'
import {initialIndent} from './container.js'
import {nonLazyLine, peekLine} from './partials.js'
import {types} from './token-types.js'

declare module 'micromark-util-types' {
  interface Token {
    /** On the token of a {@link lineBlock}. */
    _lines?: SourceLine[]
  }
}

/**
 * Make the construct. It may interrupt a paragraph; where its container ends before the last line, it is text.
 *
 * @param type of the token that holds all lines; its `_lines` are the text.
 * @param lineType of the token of one line.
 * @param lastLine gives the number of the last line, or `undefined` where the line opens nothing.
 */
export function lineBlock(
  type: TokenType,
  lineType: TokenType,
  lastLine: (parser: ParseContext, text: string, line: number) => number | undefined
): Construct {
  return {
    name: type,
    concrete: true,
    tokenize(effects, ok, nok) {
      const context = this
      const indent = initialIndent(context)
      const lines: SourceLine[] = []
      let text = ''
      let last = 0
      const peek = peekLine((line) => {
        text = line
      })
      return (code) => effects.check(peek, begin, nok)(code)

      function begin(code: Code): State | undefined {
        const found = lastLine(context.parser, text, context.now().line)
        if (found === undefined) return nok(code)
        if (context.interrupt) return ok(code)
        last = found
        effects.enter(type, {_lines: lines})
        return lineStart(code)
      }

      function lineStart(code: Code): State | undefined {
        if (code === codes.eof) return nok(code)
        if (markdownLineEnding(code)) {
          lines.push({text: '', start: plainPoint(context.now())})
          return lineEnd(code)
        }
        effects.enter(lineType)
        return inside(code)
      }

      function inside(code: Code): State | undefined {
        if (code !== codes.eof && !markdownLineEnding(code)) {
          effects.consume(code)
          return inside
        }
        const token = effects.exit(lineType)
        lines.push({text: context.sliceSerialize(token), start: plainPoint(token.start)})
        return lineEnd(code)
      }

      function lineEnd(code: Code): State | undefined {
        if (context.now().line >= last) {
          effects.exit(type)
          return ok(code)
        }
        return code === codes.eof ? nok(code) : effects.attempt(nonLazyLine, linePrefix, nok)(code)
      }

      function linePrefix(code: Code): State | undefined {
        return indent > 0
          ? factorySpace(effects, lineStart, types.linePrefix, indent + 1)(code)
          : lineStart(code)
      }
    }
  }
}
