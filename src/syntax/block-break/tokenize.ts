/** The micromark construct of block breaks, `+++`. */
import type {Construct} from 'micromark-util-types'
import {wholeLine} from '../tokenize/whole-line.js'
import {parseBlockBreak} from './grammar.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    blockBreak: 'blockBreak'
  }
}

/** Stands on `+` at the start of a line. It may interrupt a paragraph. */
export const blockBreakConstruct: Construct = wholeLine(
  'blockBreak',
  (line) => parseBlockBreak(line) !== undefined
)
