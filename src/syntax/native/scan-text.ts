/** Find in running text what is to be hidden, and what opens that nothing closes. */
import {mayStandInAttributes, parseAttributes} from '../attributes/grammar.js'
import {isInlineMath} from '../math/grammar.js'
import {parseRoleHeader} from '../role/header.js'
import type {SyntaxOptions} from '../spec.js'
import {EndlessTitles} from './far-titles.js'
import type {InlineMark} from './masked-page.js'
import {BacktickRuns} from './runs.js'
import {unsure} from './unsure.js'

/** What is done with what is to be hidden, in the order of the text. */
export interface TextHider {
  /** At a formula, a substitution or an attribute list, for which code stands. */
  hideMark(start: number, end: number, mark: InlineMark): void
  /** At a bracket that closes nothing, as a title without end follows. */
  hideBracket(at: number): void
}

/**
 * Find what is to be hidden in a text.
 *
 * @returns whether something opens that nothing closes.
 */
export function scanText(text: string, options: SyntaxOptions, hider: TextHider): boolean {
  const runs = new BacktickRuns(text)
  const endlessTitles = new EndlessTitles(text)
  const lastBrace = text.lastIndexOf('}')
  const lastParenthesis = text.lastIndexOf(')')
  const lastComment = text.lastIndexOf('-->')
  let endlessPairs = false
  let opens = false
  let isTickOpen = false
  let at = 0
  const hideSurely: Hide = (start, end, mark) => {
    // What it is hidden in would close it.
    if (isTickOpen) unsure('a backtick that nothing closes')
    checkEnds(text.slice(start, end), runs)
    hider.hideMark(start, end, mark)
  }
  const goOn = (next: number | undefined): void => {
    if (next === undefined) opens = true
    at = next ?? at + 1
  }
  for (;;) {
    special.lastIndex = at
    const found = special.exec(text)
    if (!found) return opens
    at = found.index
    switch (text[at]) {
      case '\\':
        at += 2
        break
      case '`': {
        const size = runAt(text, at)
        const close = runs.next(size, at + size)
        if (close === undefined) {
          opens = true
          isTickOpen ||= size === 1
        } else checkEnds(text.slice(at, close), runs)
        at = (close ?? at) + size
        break
      }
      case '<':
        goOn(afterTag(text, at, lastComment))
        break
      case ']':
        if (endlessTitles.followOn(at)) {
          // Each cell is a text of its own.
          if (runs.mayBeRows) unsure('a very long title')
          hider.hideBracket(at)
          at++
        } else goOn(text.startsWith('](', at) ? afterLabel(text, at, lastParenthesis) : at + 1)
        break
      case '$': {
        const math = options.dollarMath ? scanMath(text, at, options.dollarMath, endlessPairs) : undefined
        if (math === 'endless') endlessPairs = true
        if (math && math !== 'endless') {
          hideSurely(at, math.end, {kind: 'math', source: math.source, double: math.double})
          at = math.end
        } else goOn(undefined)
        break
      }
      default: {
        const next = atBrace(text, at, runs, options, hideSurely)
        goOn(next === at + 1 && at > lastBrace && mayGoOnAt(text, at, options) ? undefined : next)
      }
    }
  }
}

const special = /[\\`<$\]{]/g

/** A cell ends at a bar and with its line, in backticks too, and what closes what is another matter then. */
function checkEnds(source: string, runs: BacktickRuns): void {
  if (/[^\\]\||\n/.test(source) && runs.mayBeRows) unsure('a mark that a row may end')
  if (source.includes('\n') && runs.mayBeDefinitions) unsure('a mark that a definition may end')
}

function runAt(text: string, at: number): number {
  let size = 0
  while (text[at + size] === '`') size++
  return size
}

const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?'
/** As CommonMark has it, and with the signs that hide addresses. */
const autolink = new RegExp(
  `<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}[:\\ue000][^\\s<>]*|[!#-'*+\\--9=?A-Z^-~]+[@\\ue001]${label}(?:\\.${label})*)>`,
  'y'
)
const tag = /<(?:\/?[A-Za-z][^<>]*|[!?](?!--)[^<>]*)>/y

/** Addresses between angles and HTML are taken as they are; `undefined` where nothing is closed. */
function afterTag(text: string, at: number, lastComment: number): number | undefined {
  autolink.lastIndex = at
  const address = autolink.exec(text)?.[0]
  if (address) return at + address.length
  const html = text.startsWith('<!--', at) ? commentAt(text, at, lastComment) : tagAt(text, at)
  if (html === undefined) return
  if (/[`$]|\{\{|[\])>}]\{/.test(html)) unsure('raw HTML with marks in it')
  return at + html.length
}

function tagAt(text: string, at: number): string | undefined {
  tag.lastIndex = at
  return tag.exec(text)?.[0]
}

function commentAt(text: string, at: number, last: number): string | undefined {
  return at < last ? text.slice(at, text.indexOf('-->', at) + 3) : undefined
}

/** Longer ones are nobody's, and to look at them again and again would cost the square. */
const longest = 2000

/** An address behind a label is no text; `undefined` where nothing is closed. */
function afterLabel(text: string, at: number, lastParenthesis: number): number | undefined {
  if (at > lastParenthesis) return
  const close = text.indexOf(')', at)
  if (close - at > longest) unsure('a very long address')
  const resource = text.slice(at + 2, close)
  if (/[`$]|\{\{/.test(resource)) unsure('marks in an address')
  return at + 1
}

interface FoundMath {
  source: string
  double: boolean
  end: number
}

/** The micromark tokenizer of formulas, on a string. */
function scanMath(
  text: string,
  at: number,
  options: Exclude<SyntaxOptions['dollarMath'], false | undefined>,
  endlessPairs: boolean
): FoundMath | 'endless' | undefined {
  const double = text[at + 1] === '$'
  if (double && (!options.doubleInline || endlessPairs)) return
  const valueStart = at + (double ? 2 : 1)
  let end = valueStart
  if (end >= text.length || text[end] === '$') return
  for (;;) {
    const character = text[end]
    if (character === undefined) return double ? 'endless' : undefined
    if (character === '$' && (!double || text[end + 1] === '$')) break
    end += character === '\\' && (text[end + 1] === '$' || text[end + 1] === '\\') ? 2 : 1
  }
  const after = end + (double ? 2 : 1)
  const source = text.slice(valueStart, end)
  const beside = (index: number): string => (text[index] === '\n' ? '' : (text[index] ?? ''))
  const parts = {value: source, double, before: beside(at - 1), after: beside(after)}
  return isInlineMath(parts, options) ? {source, double, end: after} : undefined
}

type Hide = TextHider['hideMark']

/** What ends what may have attributes. */
const carriers = /[\])`>}]/

/** At a brace: attributes behind something inline, a substitution, a role. */
function atBrace(text: string, at: number, runs: BacktickRuns, options: SyntaxOptions, hide: Hide): number {
  const before = text[at - 1] ?? ''
  if (options.inlineAttributes && carriers.test(before)) {
    const end = attributesEnd(text, at)
    if (end !== undefined) {
      if (before === ']') unsure('attributes behind a bracket')
      hide(at, end, {kind: 'attributes', source: text.slice(at, end)})
      return end
    }
  }
  if (options.substitution) {
    inlineSubstitution.lastIndex = at
    const source = inlineSubstitution.exec(text)?.[0]
    if (source && filled.test(source.slice(2, -2))) {
      hide(at, at + source.length, {kind: 'substitution', source})
      return at + source.length
    }
  }
  const ahead = text.slice(at, at + longest)
  const lineEnd = ahead.indexOf('\n')
  const header = parseRoleHeader(lineEnd === -1 ? ahead : ahead.slice(0, lineEnd))
  if (!header) return at + 1
  const close = runs.next(header.size, at + header.valueStart)
  if (close === undefined) return at + 1
  checkEnds(text.slice(at, close), runs)
  return close + header.size
}

/** Whether a brace may open something whose end is on another line: a role has its name on one. */
function mayGoOnAt(text: string, at: number, options: SyntaxOptions): boolean {
  if (options.substitution && text[at + 1] === '{') return true
  return Boolean(options.inlineAttributes) && carriers.test(text.charAt(at - 1))
}

const inlineSubstitution = /\{\{[^{}]*\}\}/y
/** As the tokenizer of substitutions has it. */
const filled = /[^\0- ]/

function attributesEnd(text: string, at: number): number | undefined {
  if (text[at + 1] !== '}' && !mayStandInAttributes(text.charAt(at + 1))) return
  const written = parseAttributes(text.slice(at, at + longest), 1)?.end
  const end = written === undefined ? undefined : at + written
  if (end !== undefined && text.slice(at, end).includes('\n')) unsure('attributes over lines')
  return end
}
