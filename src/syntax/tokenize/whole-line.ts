/** A construct that is one line, known by its first character and a grammar function. */
import {markdownLineEnding} from 'micromark-util-character'
import type {Code, Construct, State, TokenType} from 'micromark-util-types'
import * as codes from './codes.js'
import {peekLine} from './partials.js'

/**
 * Make the construct. It may interrupt a paragraph.
 *
 * @param type of the token that holds the line.
 * @param accept says whether the line, from its first character on, is one.
 */
export function wholeLine(type: TokenType, accept: (line: string) => boolean): Construct {
  return {
    name: type,
    tokenize(effects, ok, nok) {
      let line = ''
      const peek = peekLine((text) => {
        line = text
      })
      return (code) => effects.check(peek, begin, nok)(code)

      function begin(code: Code): State | undefined {
        if (!accept(line)) return nok(code)
        effects.enter(type)
        return inside(code)
      }

      function inside(code: Code): State | undefined {
        if (code !== codes.eof && !markdownLineEnding(code)) {
          effects.consume(code)
          return inside
        }
        effects.exit(type)
        return ok(code)
      }
    }
  }
}
