/** The micromark construct of `^^^`, inside directives only: elsewhere carets are text. */
import type {Construct} from 'micromark-util-types'
import {insideDirective} from '../directive/depth.js'
import {wholeLine} from '../tokenize/whole-line.js'
import {isHeaderBreak} from './grammar.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    headerBreak: 'headerBreak'
  }
}

const line = wholeLine('headerBreak', isHeaderBreak)

/** Stands on `^` at the start of a line. It may interrupt a paragraph. */
export const headerBreakConstruct: Construct = {
  name: 'headerBreak',
  tokenize(effects, ok, nok) {
    return insideDirective(this.parser) ? line.tokenize.call(this, effects, ok, nok) : nok
  }
}
