/**
 * Bounds on what one paragraph and one line may open. micromark looks back over all that is open for each mark that may
 * close something, tries each open container on each line, and seeks the end of a title or a comment from each start:
 * that is the square of what stands there. Past a bound the words stand as they were written.
 */
import type {Nodes, Paragraph, Text} from 'mdast'
import type {Extension as FromMarkdownExtension} from 'mdast-util-from-markdown'
import {markdownSpace} from 'micromark-util-character'
import type {Code, Construct, Effects, Extension, State, TokenizeContext} from 'micromark-util-types'
import type {Position} from 'unist'
import {endlessTitle} from './endless-title.js'
import {joinedText} from './joined-text.js'
import * as codes from './tokenize/codes.js'
import {isLineEnd} from './tokenize/partials.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mystRest: 'mystRest'
  }
}

/** Marks of one paragraph: of brackets, of emphasis, and each `<` that opens nothing. Nobody writes as many. */
const maxMarks = 2000

/** Columns in which containers begin, so no more than these are open at once. */
export const maxColumn = 200

const marks = new WeakMap<TokenizeContext, {count: number; end: number}>()

const boundedText: Construct = {
  tokenize(effects, ok, nok) {
    const context = this
    const seen = marks.get(this) ?? {count: 0, end: 0}
    marks.set(this, seen)
    return (first) => {
      // All of a run are counted at its first.
      if (this.now().offset < seen.end) return nok(first)
      effects.enter('mystRest')
      if (first !== codes.exclamationMark) return runOf(first)(first)
      effects.consume(first)
      // An image opens with both.
      return (code) => (code === codes.leftSquareBracket ? runOf(code)(code) : nok(code))
    }

    function runOf(marker: Code): State {
      return function run(code) {
        if (code === marker) {
          seen.count++
          effects.consume(code)
          return run
        }
        seen.end = context.now().offset
        return (seen.count > maxMarks ? restOfLine(effects, ok) : nok)(code)
      }
    }
  }
}

const boundedTitle: Construct = {
  tokenize(effects, ok, nok) {
    return effects.check(
      endlessTitle,
      (code) => {
        effects.enter('mystRest')
        effects.consume(code)
        effects.exit('mystRest')
        return ok
      },
      nok
    )
  }
}

/** How far the markers of lists were looked at, by the tokenizer of their page. */
const markersSeen = new WeakMap<TokenizeContext, number>()

/** A container that is the rest of its line. */
const boundedLine: Construct = {
  // By its name a container of ours is known (`container-lines.ts`).
  name: 'mystRest',
  tokenize(effects, ok, nok) {
    return (marker) => {
      const {column, offset} = this.now()
      effects.enter('mystRest', {_container: true})
      if (column > maxColumn) return restOfLine(effects, ok)(marker)
      if (marker !== codes.asterisk && marker !== codes.dash) return nok(marker)
      if (offset < (markersSeen.get(this) ?? 0)) return nok(marker)
      // Each of these may begin a thematic break, which is sought up to the last of them.
      const markers: State = (code) => {
        if (code === marker || markdownSpace(code)) {
          effects.consume(code)
          return markers
        }
        const end = this.now().offset
        markersSeen.set(this, end)
        return end - offset > maxMarks && !isLineEnd(code) ? restOfLine(effects, ok)(code) : nok(code)
      }
      effects.consume(marker)
      return (code) => (markdownSpace(code) ? markers : nok)(code)
    }
  },
  continuation: {tokenize: (_, __, nok) => nok},
  exit() {}
}

function restOfLine(effects: Effects, ok: State): State {
  return function rest(code) {
    if (!isLineEnd(code)) {
      effects.consume(code)
      return rest
    }
    effects.exit('mystRest')
    return ok(code)
  }
}

/**
 * A line that goes on with a paragraph is lazy no more: nothing asks again, but micromark, which would go back to where
 * the paragraph begins for each such line.
 */
const lazyLine: Construct = {
  add: 'after',
  tokenize(_, __, nok) {
    return (code) => {
      if (this.interrupt) this.parser.lazy[this.now().line] = false
      return nok(code)
    }
  }
}

const on = (characters: string, construct: Construct): Record<number, Construct> =>
  Object.fromEntries([...characters].map((each) => [each.charCodeAt(0), construct]))

/** Stands before all other constructs. */
export const bounds: Extension = {
  document: on('>*+-0123456789[:~', boundedLine),
  flow: {null: lazyLine},
  text: {
    null: joinedText,
    ...on('*_~[!', boundedText),
    [codes.rightSquareBracket]: [boundedText, boundedTitle],
    [codes.lessThan]: {...boundedText, add: 'after'}
  }
}

const rests = new WeakSet<Nodes>()

/** Whether a text has what a bound left as it was written; told once. */
export function takeRest(node: Nodes): boolean {
  return rests.delete(node)
}

/** Say of a text that it has what a bound left as it was written. */
export function noteRest(text: Text): void {
  rests.add(text)
}

/** What the rest of a line becomes behind the columns in which containers begin. */
export function restOf(value: string, position: Position): Paragraph {
  const text: Text = {type: 'text', value, position: {start: {...position.start}, end: {...position.end}}}
  noteRest(text)
  return {type: 'paragraph', children: [text], position}
}

/** The mdast part of {@link bounds}. */
export const boundsFromMarkdown: FromMarkdownExtension = {
  enter: {
    mystRest(token) {
      if (token._container) this.enter({type: 'paragraph', children: []}, token)
      this.config.enter.data?.call(this, token)
      const text = this.stack.at(-1)
      if (text?.type === 'text') noteRest(text)
    }
  },
  exit: {
    mystRest(token) {
      this.config.exit.data?.call(this, token)
      if (token._container) this.exit(token)
    }
  }
}
