/** Titles that go on and on: micromark seeks the end of the paragraph from each. */
import {factoryDestination} from 'micromark-factory-destination'
import {factoryWhitespace} from 'micromark-factory-whitespace'
import type {Code, Construct, State, TokenizeContext} from 'micromark-util-types'
import * as codes from './tokenize/codes.js'
import {types} from './tokenize/token-types.js'

/** Characters of a title; the label of a definition may have as many. */
export const maxTitle = 999

/** Parentheses in each other of an address, as micromark has it. */
const maxBalance = 32

/** Where the last title that did not end was left, by the tokenizer of its text and by what would have ended it. */
const left = new WeakMap<TokenizeContext, number[]>()

/**
 * For `effects.check` at the bracket that closes the words of a link: whether a title follows that does not end in time.
 * None of its kind that begins in it is sought, so no character is looked at again and again.
 *
 * > | [words](address "title
 *           ^
 */
export const endlessTitle: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const {data} = types
    let taken = 0
    let isEscaped = false
    let end = 0

    function opening(code: Code): State | undefined {
      if (code !== codes.leftParenthesis) return nok(code)
      effects.consume(code)
      effects.exit(data)
      // All is looked at only, so any name of a token does.
      const behind = factoryWhitespace(effects, title)
      return factoryWhitespace(
        effects,
        factoryDestination(effects, behind, nok, data, data, data, data, data, maxBalance)
      )
    }

    const ends = left.get(this) ?? []
    left.set(this, ends)

    const title = (code: Code): State | undefined => {
      if (code !== codes.quotationMark && code !== codes.apostrophe && code !== codes.leftParenthesis)
        return nok(code)
      end = code === codes.leftParenthesis ? codes.rightParenthesis : code
      if (this.now().offset < (ends[end] ?? 0)) return ok(code)
      effects.enter(data)
      effects.consume(code)
      return inside
    }

    const inside = (code: Code): State | undefined => {
      if (code === codes.eof || (code === end && !isEscaped)) return nok(code)
      // The rest of a tab is no character.
      if (code !== codes.virtualSpace) taken++
      if (taken > maxTitle) {
        ends[end] = this.now().offset
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
