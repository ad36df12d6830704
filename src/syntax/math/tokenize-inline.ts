/** The micromark construct of `$ … $` and `$$ … $$` in running text. */
import type {Code, Construct, Effects, State, Token, TokenizeContext} from 'micromark-util-types'
import type {Point} from 'unist'
import {plainPoint} from '../../ast/place.js'
import * as codes from '../tokenize/codes.js'
import {inlineValue} from '../tokenize/inline-value.js'
import {type DollarMathOptions, isInlineMath} from './grammar.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mystInlineMath: 'mystInlineMath'
    mystInlineMathFence: 'mystInlineMathFence'
    mystInlineMathValue: 'mystInlineMathValue'
  }
  interface Token {
    _mystInlineMath?: {source: string; double: boolean}
  }
}

/** What {@link scanMath} found. */
interface FoundMath {
  source: string
  double: boolean
  valueStart: Point
  valueEnd: Point
}

/** Texts in which no pair of dollars comes any more: looked for once, not once for each opening pair. */
const noMorePairs = new WeakSet<TokenizeContext>()

/** The construct; it stands on `$`. A character escape takes `\$` before it gets here. */
export function inlineMathConstruct(options: DollarMathOptions): Construct {
  return {
    name: 'mystInlineMath',
    tokenize(effects, ok, nok) {
      let found: FoundMath | undefined
      const scan = scanMath(options, (math) => {
        found = math
      })
      const begin: State = (code) => (found ? tokenizeMath(this, effects, ok, found)(code) : nok(code))
      return (code) => effects.check(scan, begin, nok)(code)
    }
  }
}

/** For `effects.check`: find the next dollars that no backslash escapes; only they can close. */
function scanMath(options: DollarMathOptions, found: (math: FoundMath) => void): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      const context = this
      const before = character(context.previous)
      let double = false
      let token: Token
      let valueStart: Point
      let valueEnd: Point
      let source = ''

      return (code) => {
        effects.enter('mystInlineMathFence')
        effects.consume(code)
        return second
      }

      /**
       * > | $a$
       *      ^
       */
      function second(code: Code): State | undefined {
        if (code === codes.dollarSign) {
          if (!options.doubleInline || noMorePairs.has(context)) return nok(code)
          double = true
          effects.consume(code)
          return valueOpen
        }
        return valueOpen(code)
      }

      function valueOpen(code: Code): State | undefined {
        // Nothing between the dollars: not even looked at.
        if (code === codes.dollarSign || code === codes.eof) return nok(code)
        effects.exit('mystInlineMathFence')
        valueStart = plainPoint(context.now())
        token = effects.enter('mystInlineMathValue')
        return value(code)
      }

      function value(code: Code): State | undefined {
        if (code === codes.eof) {
          if (double) noMorePairs.add(context)
          return nok(code)
        }
        if (code === codes.dollarSign) return closing(code)
        effects.consume(code)
        return code === codes.backslash ? escaped : value
      }

      /** A backslash and what it escapes are two characters of the value. */
      function escaped(code: Code): State | undefined {
        if (code !== codes.dollarSign && code !== codes.backslash) return value(code)
        effects.consume(code)
        return value
      }

      /**
       * > | $a$
       *       ^
       */
      function closing(code: Code): State | undefined {
        valueEnd = plainPoint(context.now())
        source = context.sliceSerialize({start: token.start, end: context.now()})
        effects.consume(code)
        return double ? closingSecond : after
      }

      function closingSecond(code: Code): State | undefined {
        if (code !== codes.dollarSign) return value(code)
        effects.consume(code)
        return after
      }

      function after(code: Code): State | undefined {
        effects.exit('mystInlineMathValue')
        if (!isInlineMath({value: source, double, before, after: character(code)}, options)) return nok(code)
        found({source, double, valueStart, valueEnd})
        return ok(code)
      }
    }
  }
}

function character(code: Code): string {
  return code !== null && code > 0 ? String.fromCharCode(code) : ''
}

function tokenizeMath(
  context: TokenizeContext,
  effects: Effects,
  ok: State,
  {source, double, valueStart, valueEnd}: FoundMath
): State {
  return opening

  function opening(code: Code): State | undefined {
    effects.enter('mystInlineMath', {_mystInlineMath: {source, double}})
    effects.enter('mystInlineMathFence')
    return fence(code)
  }

  function fence(code: Code): State | undefined {
    if (!at(valueStart)) {
      effects.consume(code)
      return fence
    }
    effects.exit('mystInlineMathFence')
    return inlineValue(effects, 'mystInlineMathValue', () => at(valueEnd), closing)(code)
  }

  /**
   * > | $a$
   *       ^
   */
  function closing(code: Code): State | undefined {
    effects.enter('mystInlineMathFence')
    effects.consume(code)
    return double ? closingSecond : closed
  }

  function closingSecond(code: Code): State | undefined {
    effects.consume(code)
    return closed
  }

  function closed(code: Code): State | undefined {
    effects.exit('mystInlineMathFence')
    effects.exit('mystInlineMath')
    return ok(code)
  }

  function at(point: Point): boolean {
    return context.now().offset >= (point.offset ?? 0)
  }
}
