/** The micromark construct of `\begin{name} … \end{name}`. */
import type {Construct} from 'micromark-util-types'
import {lineBlock} from '../tokenize/line-block.js'
import {nextLine} from '../tokenize/source-lines.js'
import {closedEnvironment, openedEnvironment} from './grammar.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mystEnvironment: 'mystEnvironment'
    mystEnvironmentLine: 'mystEnvironmentLine'
  }
}

/** Stands on the backslash at the start of a block. What nothing closes is text. */
export const environmentConstruct: Construct = lineBlock(
  'mystEnvironment',
  'mystEnvironmentLine',
  (parser, text, line) => {
    const name = openedEnvironment(text)
    return name === undefined ? undefined : nextLine(parser, line, name, closedEnvironment)
  }
)
