/** Small tokenizers that several constructs share. All are partial: they never count as the current construct. */
import {markdownLineEnding} from 'micromark-util-character'
import type {Code, Construct, State, Token} from 'micromark-util-types'
import * as codes from './codes.js'
import {types} from './token-types.js'

/** Whether a line, or the text, ends here. */
export function isLineEnd(code: Code): code is null | -5 | -4 | -3 {
  return code === codes.eof || markdownLineEnding(code)
}

/**
 * A line ending after which the container goes on: not before a lazy line, which belongs to a paragraph outside.
 *
 * > | > :::{note}
 *                ^
 */
export const nonLazyLine: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter(types.lineEnding)
      effects.consume(code)
      effects.exit(types.lineEnding)
      return (next: Code) => (this.parser.lazy[this.now().line] ? nok(next) : ok(next))
    }
  }
}

/**
 * For `effects.check`: look at the rest of the line.
 *
 * @param seen gets the text from here to the line's end, and how many spaces at its front stand for the rest of a
 * tab that the container took a part of.
 */
export function peekLine(seen: (line: string, pad: number) => void): Construct {
  return {
    partial: true,
    tokenize(effects, ok) {
      const slice = (token: Token) => this.sliceSerialize(token)
      let pad = 0
      return start

      function start(code: Code): State | undefined {
        if (code !== codes.eof && !markdownLineEnding(code)) {
          effects.enter(types.data)
          return front(code)
        }
        seen('', 0)
        return ok(code)
      }

      function front(code: Code): State | undefined {
        if (code !== codes.virtualSpace) return inside(code)
        effects.consume(code)
        pad++
        return front
      }

      function inside(code: Code): State | undefined {
        if (code !== codes.eof && !markdownLineEnding(code)) {
          effects.consume(code)
          return inside
        }
        seen(slice(effects.exit(types.data)), pad)
        return ok(code)
      }
    }
  }
}

/**
 * For `effects.check`: whether, after this line, one comes that `wanted` takes before one that `unwanted` takes and
 * before the container ends.
 *
 * @param wanted is told of this line, too, which it cannot take.
 */
export function linesUntil(
  wanted: (line: string, isFirst: boolean) => boolean,
  unwanted: (line: string) => boolean
): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      let first = true
      let line = ''
      const peek = peekLine((text) => {
        line = text
      })
      return (code) => effects.check(peek, seen, nok)(code)

      function seen(code: Code): State | undefined {
        if (wanted(line, first) && !first) return ok(code)
        if (!first && unwanted(line)) return nok(code)
        first = false
        if (code === codes.eof) return nok(code)
        if (markdownLineEnding(code)) return effects.attempt(nonLazyLine, next, nok)(code)
        effects.enter(types.data)
        return inside(code)
      }

      function inside(code: Code): State | undefined {
        if (code !== codes.eof && !markdownLineEnding(code)) {
          effects.consume(code)
          return inside
        }
        effects.exit(types.data)
        return code === codes.eof ? nok(code) : effects.attempt(nonLazyLine, next, nok)(code)
      }

      function next(code: Code): State | undefined {
        return effects.check(peek, seen, nok)(code)
      }
    }
  }
}
