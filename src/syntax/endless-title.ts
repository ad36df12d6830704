/** Titles in parentheses that go on and on: micromark seeks the end of the paragraph from each. */
import {factoryDestination} from 'micromark-factory-destination'
import {factoryWhitespace} from 'micromark-factory-whitespace'
import {markdownLineEndingOrSpace} from 'micromark-util-character'
import type {Code, Construct, State, TokenizeContext} from 'micromark-util-types'
import * as codes from './tokenize/codes.js'
import {isLineEnd} from './tokenize/partials.js'
import {types} from './tokenize/token-types.js'

/** Characters of a title; the label of a definition may have as many. */
export const maxTitle = 999

/** Parentheses in each other in an address, as in micromark. */
const maxParentheses = 32

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
    const context = this
    let taken = 0
    return closing

    function closing(code: Code): State | undefined {
      effects.enter(types.data)
      effects.consume(code)
      return opening
    }

    function opening(code: Code): State | undefined {
      if (code !== codes.leftParenthesis) return nok(code)
      effects.consume(code)
      effects.exit(types.data)
      return factoryWhitespace(effects, destination)
    }

    function destination(code: Code): State | undefined {
      if (isLineEnd(code)) return nok(code)
      return factoryDestination(
        effects,
        behind,
        nok,
        'resourceDestination',
        'resourceDestinationLiteral',
        'resourceDestinationLiteralMarker',
        'resourceDestinationRaw',
        'resourceDestinationString',
        maxParentheses
      )(code)
    }

    function behind(code: Code): State | undefined {
      return markdownLineEndingOrSpace(code) ? factoryWhitespace(effects, title)(code) : nok(code)
    }

    function title(code: Code): State | undefined {
      if (code !== codes.leftParenthesis) return nok(code)
      if (context.now().offset < (left.get(context) ?? 0)) return ok(code)
      effects.enter(types.data)
      effects.consume(code)
      return inside
    }

    function inside(code: Code): State | undefined {
      if (code === codes.eof || code === codes.rightParenthesis) return nok(code)
      // The rest of a tab is no character.
      if (code !== codes.virtualSpace) taken++
      if (taken > maxTitle) {
        left.set(context, context.now().offset)
        return ok(code)
      }
      effects.consume(code)
      return code === codes.backslash ? escaped : inside
    }

    function escaped(code: Code): State | undefined {
      if (code !== codes.rightParenthesis && code !== codes.backslash) return inside(code)
      taken++
      effects.consume(code)
      return inside
    }
  }
}
