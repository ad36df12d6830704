/** The micromark construct of `$$ … $$ (label)`, over any number of lines. */
import type {Construct} from 'micromark-util-types'
import {lineBlock} from '../tokenize/line-block.js'
import {nextLine} from '../tokenize/source-lines.js'
import {closedDollars, opensDollarBlock} from './grammar.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mystDollarBlock: 'mystDollarBlock'
    mystMathLine: 'mystMathLine'
  }
}

/** Stands on `$` at the start of a block. */
export const dollarBlockConstruct: Construct = lineBlock(
  'mystDollarBlock',
  'mystMathLine',
  (parser, text, line) => {
    const opening = opensDollarBlock(text)
    if (opening === 'closed') return line
    return opening && nextLine(parser, line + 1, '$$', closedDollars)
  }
)
