/** Text that stays one piece where a character opens nothing. */
import type {Code, Construct, State} from 'micromark-util-types'
import * as codes from './tokenize/codes.js'
import {types} from './tokenize/token-types.js'

/**
 * For any character, behind all other constructs: one that opens nothing, and what follows, go on with the text before.
 * micromark makes a piece of each, and joins two when the paragraph is done by moving all that stands behind them.
 *
 * > | a & b
 *       ^
 */
export const joinedText: Construct = {
  tokenize(effects, ok) {
    const {text} = this.parser.constructs
    const mayFollow = ({previous}: Construct): boolean => !previous || previous.call(this, this.previous)
    return (first) => {
      effects.enter(types.data)
      effects.consume(first)
      return inside
    }

    /** As micromark's own text ends. */
    function inside(code: Code): State | undefined {
      const openers = code === codes.eof || text[code]
      if (openers === true || (openers && [openers].flat().some(mayFollow))) {
        effects.exit(types.data)
        return ok(code)
      }
      effects.consume(code)
      return inside
    }
  },
  resolveTo(events) {
    const before = events.at(-3)?.[1]
    const last = events.at(-1)?.[1]
    if (before?.type === types.data && last) {
      before.end = last.end
      events.length -= 2
    }
    return events
  }
}
