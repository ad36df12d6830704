/** The micromark construct of terms: one line, if a description follows. */
import {markdownLineEnding} from 'micromark-util-character'
import type {Code, Construct, State, TokenizeContext} from 'micromark-util-types'
import * as codes from '../tokenize/codes.js'
import {initialIndent} from '../tokenize/container.js'
import {lineMarks} from '../tokenize/line-marks.js'
import {peekLine} from '../tokenize/partials.js'
import {indentOf, quotesBefore} from '../tokenize/quoted.js'
import {sourceLine} from '../tokenize/source-lines.js'
import {types} from '../tokenize/token-types.js'
import {descriptionAfter, mayFollowTerm} from './grammar.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mystTerm: 'mystTerm'
  }
}

/**
 * Stands at the start of any block that nothing else takes. It may interrupt a paragraph, as in MyST-Parser: the
 * term is the last line alone.
 */
export const termConstruct: Construct = {
  name: 'mystTerm',
  tokenize(effects, ok, nok) {
    const context = this
    const line = context.now().line
    let text = ''
    let end = 0
    const peek = peekLine((found) => {
      text = found.trimEnd()
    })
    return (code) => {
      // Nearly no line is a term, and this is asked of every line.
      if (
        !mayFollowTerm(sourceLine(context.parser, line + 1)) &&
        !mayFollowTerm(sourceLine(context.parser, line + 2))
      )
        return nok(code)
      if (context.interrupt && lineMarks(context.parser).lazy.has(line)) return nok(code)
      return effects.check(peek, begin, nok)(code)
    }

    function begin(code: Code): State | undefined {
      const behind = descriptionBehind(context, line, text)
      if (text === '' || behind === undefined) return nok(code)
      if (context.interrupt) return ok(code)
      lineMarks(context.parser).descriptions.set(line + behind, line)
      end = context.now().offset + text.length
      effects.enter('mystTerm')
      effects.enter(types.chunkText, {contentType: 'text'})
      return inside(code)
    }

    function inside(code: Code): State | undefined {
      if (code !== codes.eof && !markdownLineEnding(code) && context.now().offset < end) {
        effects.consume(code)
        return inside
      }
      effects.exit(types.chunkText)
      effects.exit('mystTerm')
      if (code === codes.eof || markdownLineEnding(code)) return ok(code)
      effects.enter(types.whitespace)
      return space(code)
    }

    // White space of all kinds, and not Markdown's alone.
    function space(code: Code): State | undefined {
      if (code !== codes.eof && !markdownLineEnding(code)) {
        effects.consume(code)
        return space
      }
      effects.exit(types.whitespace)
      return ok(code)
    }
  }
}

function descriptionBehind(context: TokenizeContext, line: number, text: string): 1 | 2 | undefined {
  const source = sourceLine(context.parser, line) ?? ''
  // The marker of a note is four columns of its further lines, however wide it is.
  const lead = source.slice(0, context.now().column - 1).replace(/\[\^[^[\]]+\]:[ \t]*/g, 'note')
  const quotes = quotesBefore(lead, lead.length)
  const before = indentOf(lead, lead.length, quotes) - initialIndent(context)
  return descriptionAfter(text, {before, quotes}, [
    sourceLine(context.parser, line + 1),
    sourceLine(context.parser, line + 2)
  ])
}
