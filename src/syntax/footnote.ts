/** GFM's footnotes, where they may stand in each other: lines belong to a definition as they belong to a list item. */
import {factorySpace} from 'micromark-factory-space'
import {markdownLineEndingOrSpace} from 'micromark-util-character'
import type {
  Code,
  Construct,
  Effects,
  Event,
  Extension,
  ParseContext,
  Point,
  State,
  Token,
  TokenizeContext
} from 'micromark-util-types'
import * as codes from './tokenize/codes.js'
import {continueContainer} from './tokenize/container.js'
import {normalizeIdentifier} from './tokenize/normalize-identifier.js'
import {types} from './tokenize/token-types.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    gfmFootnoteCall: 'gfmFootnoteCall'
    gfmFootnoteCallString: 'gfmFootnoteCallString'
    gfmFootnoteDefinition: 'gfmFootnoteDefinition'
    gfmFootnoteDefinitionLabelString: 'gfmFootnoteDefinitionLabelString'
    gfmFootnoteDefinitionWhitespace: 'gfmFootnoteDefinitionWhitespace'
    gfmFootnoteMark: 'gfmFootnoteMark'
  }
}

/** Tokens are named as GFM's own are, for the part of it that makes nodes of them. */
type LabelType = 'gfmFootnoteCallString' | 'gfmFootnoteDefinitionLabelString'

const labels = new WeakMap<ParseContext, Set<string>>()

/** Labels with a definition: of all, once text is tokenized. */
function definedIn({parser}: TokenizeContext): Set<string> {
  const defined = labels.get(parser) ?? new Set()
  labels.set(parser, defined)
  return defined
}

const definition: Construct = {
  name: 'gfmFootnoteDefinition',
  tokenize(effects, ok, nok) {
    let label = ''
    const after: State = (code) => {
      if (code !== codes.colon) return nok(code)
      takeMark(effects, code)
      definedIn(this).add(label)
      return factorySpace(effects, ok, 'gfmFootnoteDefinitionWhitespace')
    }
    return (code) => {
      effects.enter('gfmFootnoteDefinition', {_container: true})
      return tokenizeLabel(this, effects, 'gfmFootnoteDefinitionLabelString', nok, (found) => {
        label = found
        return after
      })(code)
    }
  },
  continuation: {
    tokenize(effects, ok, nok) {
      if (this.containerState) this.containerState.size = 4
      return continueContainer(this, effects, ok, nok)
    }
  },
  exit(effects) {
    effects.exit('gfmFootnoteDefinition')
  }
}

const call: Construct = {
  name: 'gfmFootnoteCall',
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter('gfmFootnoteCall')
      return tokenizeLabel(this, effects, 'gfmFootnoteCallString', nok, (label) => {
        if (!definedIn(this).has(label)) return nok
        effects.exit('gfmFootnoteCall')
        return ok
      })(code)
    }
  }
}

/**
 * `[^label]`.
 *
 * @param then what comes behind it.
 */
function tokenizeLabel(
  context: TokenizeContext,
  effects: Effects,
  type: LabelType,
  nok: State,
  then: (label: string) => State
): State {
  let size = 0
  let isEscaped = false
  const inside: State = (code) => {
    if (
      code === codes.eof ||
      size > 999 ||
      markdownLineEndingOrSpace(code) ||
      (code === codes.leftSquareBracket && !isEscaped)
    )
      return nok(code)
    if (code === codes.rightSquareBracket && !isEscaped) {
      if (size === 0) return nok(code)
      effects.exit('chunkString')
      const label = normalizeIdentifier(context.sliceSerialize(effects.exit(type)))
      takeMark(effects, code)
      return then(label)
    }
    size++
    isEscaped = !isEscaped && code === codes.backslash
    effects.consume(code)
    return inside
  }
  const marker: State = (code) => {
    if (code !== codes.caret) return nok(code)
    effects.consume(code)
    effects.enter(type)
    effects.enter('chunkString', {contentType: 'string'})
    return inside
  }
  return (code) => {
    effects.consume(code)
    return marker
  }
}

function takeMark(effects: Effects, code: Code): void {
  effects.enter('gfmFootnoteMark')
  effects.consume(code)
  effects.exit('gfmFootnoteMark')
}

/** `![^label]` that is no image: a `!` and a call. */
const callBehindMark: Construct = {
  name: 'gfmPotentialFootnoteCall',
  add: 'after',
  tokenize(effects, ok, nok) {
    return (code) => {
      const image = this.events[lastImage(this.events)]?.[1]
      const label = image ? this.sliceSerialize({start: image.end, end: this.now()}) : ''
      if (!label.startsWith('^') || !definedIn(this).has(normalizeIdentifier(label.slice(1))))
        return nok(code)
      takeMark(effects, code)
      return ok
    }
  },
  resolveTo(events, context) {
    const index = lastImage(events)
    const [image, bracket] = [events[index], events.at(-1)]
    if (!image || !bracket) return events
    const {start} = image[1]
    const mark: Token = {type: types.data, start, end: movedBy(start, 1)}
    const note: Token = {type: 'gfmFootnoteCall', start: mark.end, end: bracket[1].end}
    const string: Token = {
      type: 'gfmFootnoteCallString',
      start: movedBy(start, 3),
      end: bracket[1].start
    }
    const chunk: Token = {...string, type: 'chunkString', contentType: 'string'}
    const enter = (token: Token): Event => ['enter', token, context]
    const exit = (token: Token): Event => ['exit', token, context]
    const made = [enter(mark), exit(mark), enter(note), enter(string), enter(chunk), exit(chunk)]
    events.splice(index, events.length, ...made, exit(string), exit(note))
    return events
  }
}

/** No label of a note has brackets, so whatever ended in between is none. */
function lastImage(events: readonly Event[]): number {
  return events.findLastIndex(([kind, {type}]) => kind === 'enter' && type === types.labelImage)
}

function movedBy(point: Point, size: number): Point {
  return {
    ...point,
    column: point.column + size,
    offset: point.offset + size,
    _bufferIndex: point._bufferIndex + size
  }
}

/** Stands at brackets, behind what CommonMark makes of them where they end. */
export const mystFootnote: Extension = {
  document: {[codes.leftSquareBracket]: definition},
  text: {[codes.leftSquareBracket]: call, [codes.rightSquareBracket]: callBehindMark}
}
