/** Titles in parentheses that go on and on: micromark seeks the end of the paragraph from each. */
import {factoryDestination} from 'micromark-factory-destination'
import {factoryWhitespace} from 'micromark-factory-whitespace'
import type {Code, Construct, State, TokenizeContext} from 'micromark-util-types'
import * as codes from './tokenize/codes.js'
import {types} from './tokenize/token-types.js'

/** Characters of a title; the label of a definition may have as many. */
export const maxTitle = 999

/** Where the last title that did not end was left, by the tokenizer of its text. */
const left = new WeakMap<TokenizeContext, number>()

/**
 * For `effects.check` at the bracket that closes the words of a link: whether a title in parentheses follows that does not
 * end in time. None that begins in such a title is sought, so each character is looked at once.
 *
 * > | [words](address (title
 *           ^
 */
export const endlessTitle: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const {data} = types
    let taken = 0
    let isEscaped = false

    function opening(code: Code): State | undefined {
      if (code !== codes.leftParenthesis) return nok(code)
      effects.consume(code)
      effects.exit(data)
      // All is looked at only, so any name of a token does.
      const behind = factoryWhitespace(effects, title)
      return factoryWhitespace(
        effects,
        factoryDestination(effects, behind, nok, data, data, data, data, data)
      )
    }

    const title = (code: Code): State | undefined => {
      if (code !== codes.leftParenthesis) return nok(code)
      if (this.now().offset < (left.get(this) ?? 0)) return ok(code)
      effects.enter(data)
      effects.consume(code)
      return inside
    }

    const inside = (code: Code): State | undefined => {
      if (code === codes.eof || (code === codes.rightParenthesis && !isEscaped)) return nok(code)
      // The rest of a tab is no character.
      if (code !== codes.virtualSpace) taken++
      if (taken > maxTitle) {
        left.set(this, this.now().offset)
        return ok(code)
      }
      isEscaped = code === codes.backslash && !isEscaped
      effects.consume(code)
      return inside
    }

    return (code) => {
      effects.enter(data)
      effects.consume(code)
      return opening
    }
  }
}
