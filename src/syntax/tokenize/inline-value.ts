/** Source inside a line of text that is kept as written: a role's content, a formula. */
import {factorySpace} from 'micromark-factory-space'
import {markdownLineEnding} from 'micromark-util-character'
import type {Code, Effects, State, TokenType} from 'micromark-util-types'
import * as codes from './codes.js'
import {types} from './token-types.js'

/**
 * Take the source up to a known end: a token a line, line endings and the white space after them apart.
 *
 * @param type of the token that holds a line.
 * @param ended says whether the end is here.
 * @param next takes the closing fence.
 */
export function inlineValue(effects: Effects, type: TokenType, ended: () => boolean, next: State): State {
  return lineStart

  function lineStart(code: Code): State | undefined {
    if (ended()) return next(code)
    if (markdownLineEnding(code)) {
      effects.enter(types.lineEnding)
      effects.consume(code)
      effects.exit(types.lineEnding)
      return factorySpace(effects, lineStart, types.linePrefix)
    }
    effects.enter(type)
    return value(code)
  }

  function value(code: Code): State | undefined {
    // The rest of a tab has no place of its own.
    if ((ended() && code !== codes.virtualSpace) || markdownLineEnding(code)) {
      effects.exit(type)
      return lineStart(code)
    }
    effects.consume(code)
    return value
  }
}
