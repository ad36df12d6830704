/** The micromark constructs of attribute lists: a line above a block, and braces right behind something inline. */
import {markdownLineEnding} from 'micromark-util-character'
import type {Code, Construct, State, Token, TokenizeContext, TokenType} from 'micromark-util-types'
import * as codes from '../tokenize/codes.js'
import {types} from '../tokenize/token-types.js'
import {wholeLine} from '../tokenize/whole-line.js'
import {mayStandInAttributes, parseAttributeLine, parseAttributes} from './grammar.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mystAttributes: 'mystAttributes'
    mystAttributesValue: 'mystAttributesValue'
    mystAttributeLine: 'mystAttributeLine'
  }
}

const line = wholeLine('mystAttributeLine', (text) => parseAttributeLine(text) !== undefined)

/** Stands on `{` at the start of a block. It does not interrupt a paragraph. */
export const blockAttributesConstruct: Construct = {
  name: 'mystAttributeLine',
  tokenize(effects, ok, nok) {
    return this.interrupt ? nok : line.tokenize.call(this, effects, ok, nok)
  }
}

/** Whether the line right above, in the same container, is one of attributes. */
export function underAttributeLine({events}: TokenizeContext): boolean {
  let index = events.length - 1
  while (events[index]?.[1].type === types.linePrefix) index--
  if (events[index]?.[1].type !== types.lineEnding) return false
  return events[index - 2]?.[1].type === 'mystAttributeLine'
}

/** What attributes may follow. */
const carriers: readonly TokenType[] = [
  types.autolink,
  types.codeText,
  types.link,
  types.image,
  'mystAttributes',
  'mystRole',
  'mystSpan'
]

/**
 * The construct behind inline content; it stands on `{`.
 *
 * @param imagesOnly what `attrs_image` does: no other carrier than images.
 */
export function inlineAttributesConstruct(imagesOnly: boolean): Construct {
  const after = imagesOnly ? [types.image, 'mystAttributes'] : carriers
  return {
    name: 'mystAttributes',
    tokenize(effects, ok, nok) {
      const last = this.events.at(-1)
      if (!last || !after.includes(last[1].type)) return nok
      let end = 0
      const begin: State = (code) => {
        effects.enter('mystAttributes')
        return lineStart(code)
      }
      const lineStart: State = (code) => {
        if (markdownLineEnding(code)) {
          effects.enter(types.lineEnding)
          effects.consume(code)
          effects.exit(types.lineEnding)
          return lineStart
        }
        effects.enter('mystAttributesValue')
        return inside(code)
      }
      const inside: State = (code) => {
        if (this.now().offset < end && !markdownLineEnding(code)) {
          effects.consume(code)
          return inside
        }
        effects.exit('mystAttributesValue')
        if (markdownLineEnding(code) && this.now().offset < end) return lineStart(code)
        effects.exit('mystAttributes')
        return ok(code)
      }
      const scan = attributesAhead((offset) => {
        end = offset
      })
      return (code) => effects.check(scan, begin, nok)(code)
    }
  }
}

/**
 * For `effects.check`: an attribute list from here.
 *
 * @param found gets the offset behind it.
 */
export function attributesAhead(found: (end: number) => void): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      const context = this
      let token: Token
      let quote: Code = null
      return start

      function start(code: Code): State | undefined {
        if (code !== codes.leftCurlyBrace) return nok(code)
        token = effects.enter('mystAttributes')
        effects.consume(code)
        return inside
      }

      /**
       * > | [text](url){.class}
       *                 ^
       */
      function inside(code: Code): State | undefined {
        if (code === codes.eof) return nok(code)
        if (code === codes.rightCurlyBrace) {
          effects.consume(code)
          effects.exit('mystAttributes')
          return after
        }
        if (code === codes.quotationMark || code === codes.apostrophe || code === codes.percentSign) {
          quote = code
          effects.consume(code)
          return quoted
        }
        if (code > 0 && !mayStandInAttributes(String.fromCharCode(code))) return nok(code)
        effects.consume(code)
        return inside
      }

      /** In a value between quotes, or in a comment; `50%` is no comment, so that is left to the grammar. */
      function quoted(code: Code): State | undefined {
        if (code === codes.eof) return nok(code)
        if (quote === codes.percentSign && code === codes.rightCurlyBrace) return inside(code)
        effects.consume(code)
        if (code === quote) return inside
        return code === codes.backslash && quote !== codes.percentSign ? escaped : quoted
      }

      function escaped(code: Code): State | undefined {
        if (code === codes.eof) return nok(code)
        effects.consume(code)
        return quoted
      }

      function after(code: Code): State | undefined {
        const source = context.sliceSerialize(token)
        if (parseAttributes(source, 1)?.end !== source.length) return nok(code)
        found(context.now().offset)
        return ok(code)
      }
    }
  }
}
