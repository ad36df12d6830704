/** The micromark constructs of citations: `@key` in running text, and works in brackets. */
import {markdownLineEnding, markdownSpace} from 'micromark-util-character'
import type {Code, Construct, State} from 'micromark-util-types'
import type {Point} from 'unist'
import {joinLines, plainPoint} from '../../ast/place.js'
import * as codes from '../tokenize/codes.js'
import {inlineValue} from '../tokenize/inline-value.js'
import {normalizeIdentifier} from '../tokenize/normalize-identifier.js'
import type {CitationParts} from './build.js'
import {mayCiteAfter, parseCitationGroup, parseNarrative} from './grammar.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mystCitation: 'mystCitation'
    mystCitationValue: 'mystCitationValue'
  }
  interface Token {
    _mystCitation?: CitationParts
  }
}

/** Stands on `@`, and on `[` before what begins links. */
export const citationConstruct: Construct = {
  name: 'mystCitation',
  tokenize(effects, ok, nok) {
    const {previous, parser} = this
    const now = (): number => this.now().offset
    let found: {parts: CitationParts; end: number} | undefined
    const ahead = lookAhead(({text, starts, bracketEnd}) => {
      const group = text.startsWith('[')
      const inner = text.slice(1, -1)
      if (
        group &&
        (!text.endsWith(']') || !inner.includes('@') || parser.defined.includes(normalizeIdentifier(inner)))
      )
        return
      const lines = text.split(/\r\n|\r|\n/)
      const {text: source, point} = joinLines(
        lines.flatMap((line, index) => (starts[index] ? [{text: line, start: starts[index]}] : []))
      )
      const works = group
        ? parseCitationGroup(source.slice(0, -1), 1)
        : [parseNarrative(source)].filter((work) => work !== undefined)
      const [first] = works ?? []
      if (!works || !first) return
      const end = group || source[first.end - 1] === ']' ? bracketEnd : (point(first.end).offset ?? 0)
      found = {parts: {source, works, group, point}, end}
    })
    const begin: State = (code) => {
      if (!found) return nok(code)
      const {parts, end} = found
      effects.enter('mystCitation', {_mystCitation: parts})
      return inlineValue(
        effects,
        'mystCitationValue',
        () => now() >= end,
        (next) => {
          effects.exit('mystCitation')
          return ok(next)
        }
      )(code)
    }
    return (code) =>
      code === codes.leftSquareBracket ||
      previous === null ||
      previous <= codes.space ||
      mayCiteAfter(String.fromCodePoint(previous))
        ? effects.check(ahead, begin, nok)(code)
        : nok(code)
  }
}

/** What may be a citation, with one character behind its bracket. */
interface Ahead {
  text: string
  /** Where its lines begin. */
  starts: Point[]
  /** Offset in the page behind its `]`. */
  bracketEnd: number
}

/** For `effects.check`. No bracket, and no `@` of running text, is passed, so that nothing is looked through often. */
function lookAhead(take: (ahead: Ahead) => void): Construct {
  return {
    partial: true,
    tokenize(effects, ok) {
      const context = this
      const starts = [plainPoint(context.now())]
      const token = effects.enter('mystCitation')
      let bracketEnd = 0
      return (code) => {
        effects.consume(code)
        return code === codes.leftSquareBracket ? bracket : keyStart
      }

      /**
       * > | @smith [p. 3]
       *      ^
       */
      function keyStart(code: Code): State | undefined {
        if (code !== codes.leftCurlyBrace) return key(code)
        effects.consume(code)
        return braces
      }

      function braces(code: Code): State | undefined {
        if (code === codes.eof || code === codes.leftCurlyBrace || markdownLineEnding(code)) return end(code)
        effects.consume(code)
        return code === codes.rightCurlyBrace ? gap : braces
      }

      function key(code: Code): State | undefined {
        if (code === codes.eof || !mayBeInKey.test(String.fromCharCode(code))) return gap(code)
        effects.consume(code)
        return key
      }

      function gap(code: Code): State | undefined {
        if (code === codes.leftSquareBracket) {
          effects.consume(code)
          return bracket
        }
        if (!markdownSpace(code)) return end(code)
        effects.consume(code)
        return gap
      }

      /**
       * > | @smith [p. 3]
       *             ^
       */
      function bracket(code: Code): State | undefined {
        if (code === codes.eof || code === codes.leftSquareBracket || code === codes.graveAccent)
          return end(code)
        effects.consume(code)
        if (code === codes.rightSquareBracket) {
          bracketEnd = context.now().offset
          return after
        }
        return code === codes.backslash ? escaped : markdownLineEnding(code) ? line : bracket
      }

      function escaped(code: Code): State | undefined {
        if (code !== codes.backslash && code !== codes.rightSquareBracket && code !== codes.leftSquareBracket)
          return bracket(code)
        effects.consume(code)
        return bracket
      }

      function line(code: Code): State | undefined {
        const start = plainPoint(context.now())
        starts.push(start)
        return rest(code)

        /** Of a tab that a quote took in part the columns left are characters of the text, and none of the page. */
        function rest(next: Code): State | undefined {
          if (next !== codes.virtualSpace) return bracket(next)
          effects.consume(next)
          start.column--
          start.offset = (start.offset ?? 0) - 1
          return rest
        }
      }

      function after(code: Code): State | undefined {
        if (code !== codes.leftParenthesis && code !== codes.leftSquareBracket) return end(code)
        effects.consume(code)
        return end
      }

      function end(code: Code): State | undefined {
        effects.exit('mystCitation')
        take({text: context.sliceSerialize(token), starts, bracketEnd})
        return ok(code)
      }
    }
  }
}

/** Halves of characters, too; the grammar says which are letters. */
const mayBeInKey = /[\w:.#$%&\-+?<>~/\u0080-\uffff]/
