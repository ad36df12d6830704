/** The micromark construct of targets, `(label)=`. */
import type {Construct} from 'micromark-util-types'
import {wholeLine} from '../tokenize/whole-line.js'
import {parseTarget} from './grammar.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mystTarget: 'mystTarget'
  }
}

/** Stands on `(` at the start of a block. */
export const targetConstruct: Construct = wholeLine('mystTarget', (line) => parseTarget(line) !== undefined)
