/** The micromark construct of roles: `` {name}`content` `` with any number of backticks, over line ends. */
import {markdownLineEnding} from 'micromark-util-character'
import type {Code, Construct, Effects, State, Token, TokenizeContext} from 'micromark-util-types'
import type {Point} from 'unist'
import {plainPoint} from '../../ast/place.js'
import type {SyntaxRegistry} from '../spec.js'
import {isWithoutRun} from '../tokenize/backticks.js'
import * as codes from '../tokenize/codes.js'
import {inlineValue} from '../tokenize/inline-value.js'
import {types} from '../tokenize/token-types.js'
import type {RoleParts} from './build.js'
import {parseRoleHeader, type RoleHeader} from './header.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mystRole: 'mystRole'
    mystRoleFence: 'mystRoleFence'
    mystRoleValue: 'mystRoleValue'
  }
  interface Token {
    _mystRole?: RoleParts
  }
}

/**
 * The construct; it stands on `{`.
 *
 * @param registry says of a name whether its content is Markdown.
 */
export function roleConstruct(registry: SyntaxRegistry): Construct {
  return {
    name: 'mystRole',
    tokenize(effects, ok, nok) {
      let found: FoundRole | undefined
      const scan = scanRole((role) => {
        found = role
      })
      const begin: State = (code) =>
        found ? tokenizeRole(this, effects, ok, found, registry)(code) : nok(code)
      return (code) => effects.check(scan, begin, nok)(code)
    }
  }
}

interface FoundRole {
  header: RoleHeader
  start: Point
  source: string
  valueStart: Point
  valueEnd: Point
}

/** For `effects.check`: find the closing run of backticks. */
function scanRole(found: (role: FoundRole) => void): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      const context = this
      const start = plainPoint(context.now())
      let ticks = 0
      let run = 0
      let token: Token
      let valueStart: Point
      let valueEnd: Point
      let header: RoleHeader | undefined

      return (code) => {
        token = effects.enter('mystRole')
        effects.consume(code)
        return name
      }

      /**
       * > | {doc}`team`
       *      ^
       */
      function name(code: Code): State | undefined {
        // The grammar says below which names are good; here it is enough to stop early.
        if (
          code === codes.eof ||
          markdownLineEnding(code) ||
          code === codes.graveAccent ||
          code === codes.leftCurlyBrace
        )
          return nok(code)
        effects.consume(code)
        return code === codes.rightCurlyBrace ? fence : name
      }

      function fence(code: Code): State | undefined {
        if (code === codes.graveAccent) {
          effects.consume(code)
          ticks++
          return fence
        }
        valueStart = plainPoint(context.now())
        header =
          ticks > 0 ? parseRoleHeader(context.sliceSerialize({...token, end: context.now()})) : undefined
        if (!header || isWithoutRun(context, ticks, context.now().offset)) return nok(code)
        return value(code)
      }

      /**
       * > | {doc}`team`
       *           ^
       */
      function value(code: Code): State | undefined {
        if (code === codes.eof) return nok(code)
        if (code === codes.graveAccent) {
          valueEnd = plainPoint(context.now())
          run = 0
          return closing(code)
        }
        effects.consume(code)
        return value
      }

      function closing(code: Code): State | undefined {
        if (code === codes.graveAccent) {
          effects.consume(code)
          run++
          return closing
        }
        if (run !== ticks) return value(code)
        effects.exit('mystRole')
        if (!header) return nok(code)
        found({header, start, source: context.sliceSerialize(token), valueStart, valueEnd})
        return ok(code)
      }
    }
  }
}

function tokenizeRole(
  context: TokenizeContext,
  effects: Effects,
  ok: State,
  found: FoundRole,
  registry: SyntaxRegistry
): State {
  const {header, start, source, valueStart, valueEnd} = found
  const inline = registry.roleSyntax(header.name) === 'inline'
  let previous: Token | undefined
  return opening

  function opening(code: Code): State | undefined {
    effects.enter('mystRole', {
      _mystRole: {
        header,
        start,
        value: source.slice(header.valueStart, -header.size),
        valuePosition: {start: valueStart, end: valueEnd},
        inline
      }
    })
    effects.enter('mystRoleFence')
    return fence(code)
  }

  function fence(code: Code): State | undefined {
    if (!at(valueStart)) {
      effects.consume(code)
      return fence
    }
    effects.exit('mystRoleFence')
    return inline
      ? chunkStart(code)
      : inlineValue(effects, 'mystRoleValue', () => at(valueEnd), closing)(code)
  }

  /** At a line of nested text: a chunk of its own that ends with its line ending. */
  function chunkStart(code: Code): State | undefined {
    if (at(valueEnd)) return closing(code)
    const token = effects.enter(types.chunkText, {
      contentType: 'text',
      previous,
      _contentTypeTextTrailing: true
    })
    if (previous) previous.next = token
    previous = token
    return chunk(code)
  }

  function chunk(code: Code): State | undefined {
    if (at(valueEnd)) {
      effects.exit(types.chunkText)
      return closing(code)
    }
    effects.consume(code)
    if (!markdownLineEnding(code)) return chunk
    effects.exit(types.chunkText)
    return chunkStart
  }

  /**
   * > | {doc}`team`
   *               ^
   */
  function closing(code: Code): State | undefined {
    effects.enter('mystRoleFence')
    return closingInside(code)
  }

  function closingInside(code: Code): State | undefined {
    if (context.now().offset < (valueEnd.offset ?? 0) + header.size) {
      effects.consume(code)
      return closingInside
    }
    effects.exit('mystRoleFence')
    effects.exit('mystRole')
    return ok(code)
  }

  function at(point: Point): boolean {
    return context.now().offset >= (point.offset ?? 0)
  }
}
