/**
 * The page's lines, for constructs that can only be known by what stands further down.
 *
 * A tokenizer of flow gets one line after the other, and what it looks ahead at is lost to lists and quotes. The
 * tokenizer of the whole page has all its text at once, so it is asked there, before the first line.
 */
import {markdownLineEnding} from 'micromark-util-character'
import type {Chunk, Construct, ParseContext} from 'micromark-util-types'
import * as codes from './codes.js'
import {NamedLines, type NameLine} from './named-lines.js'
import {types} from './token-types.js'

interface Page {
  lines: string[]
  named: NamedLines
}

const pages = new WeakMap<ParseContext, Page>()

/**
 * Stands before every line of a document, takes nothing, and keeps the text of the page. And the first line of a
 * document is never lazy, though it may be where the document before it ended in a container: that of a term.
 */
export const sourceLinesConstruct: Construct = {
  name: 'mystSourceLines',
  partial: true,
  tokenize(_, __, nok) {
    return (code) => {
      if (!pages.has(this.parser)) {
        // From the start: a quote's marker may have been passed. The page's tokenizer has all its text.
        const start = {...this.now(), _index: 0, _bufferIndex: -1}
        const end = {...start, _index: Number.POSITIVE_INFINITY}
        const lines = linesOf(this.sliceStream({start, end}))
        pages.set(this.parser, {lines, named: new NamedLines(lines)})
      }
      if (!this.events.some(([, token]) => token.type === types.chunkFlow))
        this.parser.lazy[this.now().line] = false
      return nok(code)
    }
  }
}

function linesOf(chunks: readonly Chunk[]): string[] {
  const lines: string[] = []
  let line = ''
  for (const chunk of chunks) {
    if (typeof chunk === 'string') line += chunk
    else if (markdownLineEnding(chunk)) {
      lines.push(line)
      line = ''
    } else if (chunk === codes.horizontalTab) line += '\t'
    else if (chunk !== null && chunk > 0) line += String.fromCharCode(chunk)
  }
  return [...lines, line]
}

/** A line as written, with what its containers have before it. */
export function sourceLine(parser: ParseContext, line: number): string | undefined {
  const page = pages.get(parser)
  return page?.lines[line - 1]
}

/**
 * The first line from `from` on that has a name.
 *
 * @param nameOf one and the same function for all calls.
 */
export function nextLine(
  parser: ParseContext,
  from: number,
  name: string,
  nameOf: NameLine
): number | undefined {
  const found = pages.get(parser)?.named.next(from - 1, name, nameOf)
  return found === undefined ? undefined : found + 1
}
