/** The micromark construct of spans: `[text]` with attributes right behind it. */

import type {Code, Construct, Event, Resolver, State, Token, TokenizeContext} from 'micromark-util-types'
import {attributesAhead} from '../attributes/tokenize.js'
import * as codes from '../tokenize/codes.js'
import {normalizeIdentifier} from '../tokenize/normalize-identifier.js'
import {types} from '../tokenize/token-types.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mystSpan: 'mystSpan'
    mystSpanMarker: 'mystSpanMarker'
  }
}

/** Stands on `]`, before what ends links; what a definition names stays a link. */
export const spanConstruct: Construct = {
  name: 'mystSpan',
  resolveTo: resolveSpan,
  tokenize(effects, ok, nok) {
    const begin: State = (code) => {
      const open = this.events[openingOf(this.events)]?.[1]
      if (open?.type !== types.labelLink) return nok(code)
      const label = this.sliceSerialize({start: open.end, end: this.now()})
      if (label.startsWith('^') || !label.trim() || this.parser.defined.includes(normalizeIdentifier(label)))
        return nok(code)
      return marker(code)
    }
    const marker: State = (code) => {
      effects.enter('mystSpanMarker')
      effects.consume(code)
      effects.exit('mystSpanMarker')
      return ok
    }
    return (code) => effects.check(bracketAndAttributes, begin, nok)(code)
  }
}

const bracketAndAttributes: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const attributes = attributesAhead(() => {})
    return (code: Code): State | undefined => {
      if (code !== codes.rightSquareBracket) return nok(code)
      effects.enter('mystSpanMarker')
      effects.consume(code)
      effects.exit('mystSpanMarker')
      return effects.attempt(attributes, ok, nok)
    }
  }
}

/** The last bracket that nothing closed yet, as micromark's own label ends look for it. */
function openingOf(events: readonly Event[]): number {
  return events.findLastIndex(
    ([kind, token]) =>
      kind === 'enter' &&
      (token.type === types.labelImage || token.type === types.labelLink) &&
      !token._balanced
  )
}

/** Wrap what stands between the brackets. */
function resolveSpan(events: Event[], context: TokenizeContext): Event[] {
  const open = openingOf(events)
  const first = events[open]?.[1]
  const last = events.at(-1)?.[1]
  if (!first || !last) return events
  const span: Token = {type: 'mystSpan', start: {...first.start}, end: {...last.end}}
  const marker: Token = {type: 'mystSpanMarker', start: {...first.start}, end: {...first.end}}
  // A `[` is four events: its own and its marker's.
  const inner = resolveInside(events.slice(open + 4, -2), context)
  const closing = events.slice(-2)
  // micromark keeps a list of its own of openings, too, and takes those off that are balanced.
  first._balanced = true
  // In place: micromark holds on to the array.
  events.length = open
  events.push(['enter', span, context], ['enter', marker, context], ['exit', marker, context])
  for (const event of inner) events.push(event)
  events.push(...closing, ['exit', span, context])
  return events
}

/** Emphasis does not reach over the brackets, so it is found now. */
function resolveInside(events: Event[], context: TokenizeContext): Event[] {
  const resolvers = new Set<Resolver>()
  for (const {resolveAll} of context.parser.constructs.insideSpan.null ?? [])
    if (resolveAll) resolvers.add(resolveAll)
  let out = events
  for (const resolve of resolvers) out = resolve(out, context)
  return out
}
