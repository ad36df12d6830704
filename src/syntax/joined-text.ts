/** Text that stays one piece where a character opens nothing. */
import type {Code, Construct, State} from 'micromark-util-types'
import * as codes from './tokenize/codes.js'
import {types} from './tokenize/token-types.js'

/**
 * Behind all other constructs: a character that opens nothing, and what follows, go on with the text before it. micromark
 * makes a piece of each, and joins two when the paragraph is done by moving all that stands behind them.
 *
 * > | a & b
 *       ^
 */
export const joinedText: Construct = {
  name: 'mystJoinedText',
  add: 'after',
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
    const [begin, end] = events.slice(-2)
    const before = events.at(-3)
    if (before?.[0] === 'exit' && before[1].type === types.data && begin && end) {
      before[1].end = end[1].end
      events.length -= 2
    }
    return events
  }
}
