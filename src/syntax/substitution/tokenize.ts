/** The micromark constructs of substitutions: a line of its own, and in running text. */
import {markdownLineEnding} from 'micromark-util-character'
import type {Code, Construct, State} from 'micromark-util-types'
import * as codes from '../tokenize/codes.js'
import {types} from '../tokenize/token-types.js'
import {wholeLine} from '../tokenize/whole-line.js'
import {parseSubstitutionLine} from './grammar.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mystSubstitution: 'mystSubstitution'
    mystSubstitutionLine: 'mystSubstitutionLine'
    mystSubstitutionValue: 'mystSubstitutionValue'
  }
}

/** Stands on `{` at the start of a block. It may interrupt a paragraph, as in MyST-Parser. */
export const blockSubstitutionConstruct: Construct = wholeLine(
  'mystSubstitutionLine',
  (line) => parseSubstitutionLine(line) !== undefined
)

/** Stands on `{` in text. Braces in it end the search, so that nothing is looked through twice. */
export const inlineSubstitutionConstruct: Construct = {
  name: 'mystSubstitution',
  tokenize(effects, ok, nok) {
    let filled = false
    return start

    function start(code: Code): State | undefined {
      effects.enter('mystSubstitution')
      effects.enter('mystSubstitutionValue')
      effects.consume(code)
      return opening
    }

    /**
     * > | {{ name }}
     *      ^
     */
    function opening(code: Code): State | undefined {
      if (code !== codes.leftCurlyBrace) return nok(code)
      effects.consume(code)
      return inside
    }

    function inside(code: Code): State | undefined {
      if (code === codes.eof || code === codes.leftCurlyBrace) return nok(code)
      if (code === codes.rightCurlyBrace) {
        if (!filled) return nok(code)
        effects.consume(code)
        return closing
      }
      if (markdownLineEnding(code)) {
        effects.exit('mystSubstitutionValue')
        return lineEnding(code)
      }
      if (code > codes.space) filled = true
      effects.consume(code)
      return inside
    }

    function lineEnding(code: Code): State | undefined {
      if (markdownLineEnding(code)) {
        effects.enter(types.lineEnding)
        effects.consume(code)
        effects.exit(types.lineEnding)
        return lineEnding
      }
      if (code === codes.eof) return nok(code)
      effects.enter('mystSubstitutionValue')
      return inside(code)
    }

    /**
     * > | {{ name }}
     *              ^
     */
    function closing(code: Code): State | undefined {
      if (code !== codes.rightCurlyBrace) return nok(code)
      effects.consume(code)
      effects.exit('mystSubstitutionValue')
      effects.exit('mystSubstitution')
      return ok
    }
  }
}
