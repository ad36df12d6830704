/** The micromark construct of comments: lines that begin with `%`, joined. */
import {factorySpace} from 'micromark-factory-space'
import {markdownLineEnding} from 'micromark-util-character'
import type {Code, Construct, State} from 'micromark-util-types'
import * as codes from '../tokenize/codes.js'
import {nonLazyLine} from '../tokenize/partials.js'
import {constants, types} from '../tokenize/token-types.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mystComment: 'mystComment'
    mystCommentMarker: 'mystCommentMarker'
    mystCommentValue: 'mystCommentValue'
  }
}

/** For `effects.check`: after a line ending, another comment line of the same container. */
const furtherLine: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const marker: State = (code) => (code === codes.percentSign ? ok(code) : nok(code))
    return effects.attempt(
      nonLazyLine,
      factorySpace(effects, marker, types.linePrefix, constants.tabSize),
      nok
    )
  }
}

/** Stands on `%` at the start of a line. It may interrupt a paragraph. */
export const commentConstruct: Construct = {
  name: 'mystComment',
  tokenize(effects, ok) {
    return (code) => {
      // Asked whether it begins: what the next line is does not matter, and is not known yet.
      if (this.interrupt) return ok(code)
      effects.enter('mystComment')
      return marker(code)
    }

    /**
     * > | % text
     *     ^
     */
    function marker(code: Code): State | undefined {
      effects.enter('mystCommentMarker')
      effects.consume(code)
      effects.exit('mystCommentMarker')
      return valueStart
    }

    function valueStart(code: Code): State | undefined {
      if (code === codes.eof || markdownLineEnding(code)) return lineEnd(code)
      effects.enter('mystCommentValue')
      return value(code)
    }

    function value(code: Code): State | undefined {
      if (code !== codes.eof && !markdownLineEnding(code)) {
        effects.consume(code)
        return value
      }
      effects.exit('mystCommentValue')
      return lineEnd(code)
    }

    function lineEnd(code: Code): State | undefined {
      return code === codes.eof ? after(code) : effects.check(furtherLine, nextLine, after)(code)
    }

    function nextLine(code: Code): State | undefined {
      return effects.attempt(
        nonLazyLine,
        factorySpace(effects, marker, types.linePrefix, constants.tabSize),
        after
      )(code)
    }

    function after(code: Code): State | undefined {
      effects.exit('mystComment')
      return ok(code)
    }
  }
}
