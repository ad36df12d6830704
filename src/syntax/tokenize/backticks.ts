/**
 * Runs of backticks that nothing closes: a search that came to the end of a text is the last there, whatever the size
 * of the run. Else each run is looked for to the end of its paragraph, and runs of many sizes cost the square.
 */
import type {Code, Construct, Effects, State, TokenizeContext} from 'micromark-util-types'
import * as codes from './codes.js'
import {types} from './token-types.js'

/** Where the last run of each size begins, of texts that were searched to their ends. */
const lastRuns = new WeakMap<TokenizeContext, ReadonlyMap<number, number>>()

/** Whether it is known that no run of a size begins at an offset or behind it. */
export function isWithoutRun(context: TokenizeContext, size: number, offset: number): boolean {
  const known = lastRuns.get(context)
  return known !== undefined && (known.get(size) ?? -1) < offset
}

/** Stands before code in backticks: a run that is known to have no end is text. */
export const endlessRun: Construct = {
  tokenize(effects, ok, nok) {
    return (code) =>
      lastRuns.has(this)
        ? takeRun(effects, (size) => (isWithoutRun(this, size, this.now().offset) ? ok : nok))(code)
        : nok(code)
  }
}

/** Stands behind it: the run was searched for in vain, by a role in front of it, too, so all others are looked at. */
export const failedRun: Construct = {
  add: 'after',
  tokenize(effects, ok) {
    const take = takeRun(effects, () => ok)
    return effects.check(allRuns, take, take)
  }
}

function takeRun(effects: Effects, then: (size: number) => State): State {
  let size = 0
  return (code) => {
    effects.enter(types.data)
    return inside(code)
  }

  function inside(code: Code): State | undefined {
    if (code === codes.graveAccent) {
      effects.consume(code)
      size++
      return inside
    }
    effects.exit(types.data)
    return then(size)(code)
  }
}

const allRuns: Construct = {
  partial: true,
  tokenize(effects, ok) {
    const runs = new Map<number, number>()
    let size = 0
    const inside: State = (code) => {
      if (code === codes.graveAccent) size++
      else if (size > 0) {
        runs.set(size, this.now().offset - size)
        size = 0
      }
      if (code === codes.eof) {
        effects.exit(types.data)
        lastRuns.set(this, runs)
        return ok(code)
      }
      effects.consume(code)
      return inside
    }
    return (code) => {
      effects.enter(types.data)
      return inside(code)
    }
  }
}
