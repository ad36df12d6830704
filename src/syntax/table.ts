/** GFM's tables, where directives hold documents of their own. */
import type {Extension as FromMarkdownExtension} from 'mdast-util-from-markdown'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {gfmTable} from 'micromark-extension-gfm-table'
import type {Code, Construct, Event, Extension, State, TokenizeContext, Tokenizer} from 'micromark-util-types'
import {fromCell} from './cell-source.js'
import * as codes from './tokenize/codes.js'
import {sourceLine} from './tokenize/source-lines.js'
import {types} from './tokenize/token-types.js'

/**
 * The construct of GFM with two changes. It makes its tables of the rows of a whole document at once, and would make
 * those in the bodies of directives, which are made already, a second time. And a bar right behind a backslash is part
 * of its cell, whatever stands before the backslash, as MyST-Parser and mystmd have it: `$\\|x\\|$` is a norm.
 */
export function mystTable(): Extension {
  const extension = gfmTable()
  const [construct] = [extension.flow?.null ?? []].flat()
  if (!construct?.resolveAll) return extension
  const {resolveAll} = construct
  const outside: Construct = {
    ...construct,
    tokenize: withEscapedBars(construct.tokenize),
    resolveAll(events, context) {
      const {shell, bodies} = withoutBodies(events)
      if (bodies.size === 0) return resolveAll(events, context)
      // Its edits go to the context's events. Whoever runs this tokenizer for a part of its own holds the same list.
      context.events = shell
      const all = withBodies(resolveAll(shell, context), bodies)
      events.length = 0
      for (const event of all) events.push(event)
      context.events = events
      return events
    }
  }
  return {...extension, flow: {...extension.flow, null: outside}}
}

/** The events without what stands between a body's enter and exit; outer bodies alone, with all in them. */
function withoutBodies(events: Event[]): {shell: Event[]; bodies: Map<Event, Event[]>} {
  const shell: Event[] = []
  const bodies = new Map<Event, Event[]>()
  let open: Event | undefined
  for (const event of events) {
    if (open && event[1] === open[1]) open = undefined
    if (open) bodies.get(open)?.push(event)
    else {
      shell.push(event)
      if (event[0] === 'enter' && event[1].type === 'mystDirectiveBody') {
        open = event
        bodies.set(event, [])
      }
    }
  }
  return {shell, bodies}
}

function withBodies(shell: Event[], bodies: ReadonlyMap<Event, Event[]>): Event[] {
  const out: Event[] = []
  for (const event of shell) {
    out.push(event)
    for (const inner of bodies.get(event) ?? []) out.push(inner)
  }
  return out
}

/** The states of GFM see a letter where a bar stands behind a backslash; what is consumed is the bar. */
function withEscapedBars(tokenize: Tokenizer): Tokenizer {
  return function (effects, ok, nok) {
    // Nearly no line is of a table, and this is asked of every line.
    const mayBegin = isDelimiterRow(sourceLine(this.parser, this.now().line + 1))
    if (!mayBegin && !isInTable(this)) return nok
    let at: Code = null
    let isDone = false
    const leave =
      (state: State): State =>
      (code) => {
        isDone = true
        return state(code)
      }
    let state = tokenize.call(this, {...effects, consume: () => effects.consume(at)}, leave(ok), leave(nok))
    return step

    function step(code: Code): State | undefined {
      const isEscaped = at === codes.backslash && code === codes.verticalBar
      at = code
      const next = state(isEscaped ? letter : code)
      if (isDone || !next) return next
      state = next
      return step
    }
  }
}

const letter = 97

/** A quick look: what the row below the head ends with, if the page is known. */
function isDelimiterRow(line = '|-'): boolean {
  return line.includes('-') && /[-:|]$/.test(line.trimEnd())
}

function isInTable({events}: TokenizeContext): boolean {
  const last = events.findLast(([, {type}]) => type !== types.lineEnding && type !== types.linePrefix)
  return last?.[1].type === 'tableHead' || last?.[1].type === 'tableRow'
}

/** GFM's part for mdast, but for code: there, too, a backslash before a bar goes, and no other. */
export function mystTableFromMarkdown(): FromMarkdownExtension[] {
  return [
    gfmTableFromMarkdown(),
    {
      exit: {
        codeText(token) {
          const value = this.resume()
          const node = this.stack.at(-1)
          if (node?.type === 'inlineCode') node.value = this.data.inTable ? fromCell(value) : value
          this.exit(token)
        }
      }
    }
  ]
}
