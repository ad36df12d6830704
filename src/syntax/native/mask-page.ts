/**
 * The blocks of a page, line by line: those of MyST are hidden behind thematic breaks, and bodies of directives stand
 * between two of them. Which containers a line is in is for the engine to say; where it matters and cannot be told
 * from the line, the page is not for this road.
 */
import {parseAttributeLine} from '../attributes/grammar.js'
import {parseBlockBreak} from '../block-break/grammar.js'
import {maxColumn} from '../bounds.js'
import {opensDescription} from '../definition-list/grammar.js'
import {closesFence, parseDirectiveHeader, parseFenceHeader} from '../directive/header.js'
import {isHeaderBreak} from '../header-break/grammar.js'
import type {SyntaxOptions} from '../spec.js'
import {parseSubstitutionLine} from '../substitution/grammar.js'
import {parseTarget} from '../target/grammar.js'
import {NamedLines} from '../tokenize/named-lines.js'
import {Containers} from './containers.js'
import {DeepLines} from './deep-lines.js'
import {HiddenText} from './hidden-text.js'
import {keepCode, keepHtml} from './kept-blocks.js'
import * as leaves from './leaves.js'
import {isBlank, isDashes, mayGoOn, mayOpenBlock, prefixOf, quoteDepth, trimEnd} from './line-shapes.js'
import {maskDescription, maskTerm, mayDescribe} from './mask-definitions.js'
import {closeDirective, closeUnclosed, type OpenDirective, openDirective} from './mask-directive.js'
import {maskDollars, maskEnvironment} from './mask-math.js'
import {mayHoldMarks} from './mask-text.js'
import {MaskedPage} from './masked-page.js'
import {Paragraph} from './paragraph.js'
import {indentOf, type PageLines} from './source-lines.js'
import {placed, unsure} from './unsure.js'

/** Hide what the engine would misread. */
export function maskPage(page: PageLines, options: SyntaxOptions): MaskedPage {
  return new PageMasker(page, options).mask()
}

export class PageMasker {
  readonly page: PageLines
  readonly options: SyntaxOptions
  readonly masked: MaskedPage
  readonly containers = new Containers()
  readonly text: Paragraph
  /** The directives whose bodies are being read. */
  readonly open: OpenDirective[] = []
  /** The line on which the description of the last term begins. */
  described: number | undefined
  /** To find where math may end, which may be in a part that was taken out. */
  readonly named: NamedLines
  /** Whether the page has list items with pluses; not known before it is asked. */
  hasPluses: boolean | undefined
  /** The line above is in a run of lines in which HTML may have begun. */
  mayBeHtml = false
  readonly #deepLines = new DeepLines(this)
  /** How many quotes may stand in each other where the next line begins. */
  #quotes = 0
  /** The last line with something on it. */
  #last = ''

  constructor(page: PageLines, options: SyntaxOptions) {
    this.page = page
    this.named = new NamedLines(page.whole ?? page.lines)
    this.options = options
    this.masked = new MaskedPage(page, new HiddenText(page))
    this.text = new Paragraph(page, this.masked, options)
  }

  mask(): MaskedPage {
    const {lines} = this.page
    let line = 0
    try {
      line = this.#frontMatter()
      while (line < lines.length) line = this.#block(line)
      this.text.cut()
      closeUnclosed(this, 0, lines.length)
      this.masked.endRun()
    } catch (error) {
      throw placed(error, this.page.starts[line])
    }
    return this.masked
  }

  #frontMatter(): number {
    const {lines} = this.page
    if (!isDashes(lines[0] ?? '')) return 0
    const end = lines.findIndex((line, index) => index > 0 && isDashes(line))
    if (end === -1) return 0
    return this.leaf(leaves.frontMatter(this.page, end), 0, end, '')
  }

  /** Mask what begins on a line; the line behind it is returned. */
  #block(index: number): number {
    const line = this.page.lines[index] ?? ''
    if (this.isTerm(index)) {
      this.text.addAlone('paragraph', index, 0, trimEnd(line), '')
      return index + 1
    }
    const prefix = prefixOf(line)
    if (prefix !== '') this.#check(prefix, line)
    const deep = this.#deepLines.mask(index, line, prefix)
    if (deep) return deep
    if (prefix.length === line.length) return this.#blank(index, line, prefix)
    this.#last = line
    this.#checkColumns(line)
    this.containers.see(line, prefix, this.text.above === 'text')
    this.containers.mayBeHtml ||= this.mayBeHtml && /[-+*.)]/.test(prefix)
    const rest = line.slice(prefix.length)
    const special = this.#special(index, prefix, rest)
    if (special) return special
    this.containers.checkText(rest)
    const term = maskTerm(this, index, line, prefix)
    if (term) return term
    this.text.addLine(index, line, prefix)
    return index + 1
  }

  /** Whether a line is a term of a glossary. */
  isTerm(index: number): boolean {
    return this.open.at(-1)?.terms?.has(index) === true
  }

  /** A block in a definition of a glossary ends with it. */
  checkGlossary(first: number, last: number): void {
    const {lines, cuts} = this.page
    const glossaries = this.open.flatMap(({terms}) => terms ?? [])
    for (let index = first + 1; index <= last && glossaries.length > 0; index++) {
      const isTerm = glossaries.some((terms) => terms.has(index))
      if (isTerm || (!cuts.get(index) && !isBlank(lines[index] ?? '')))
        unsure('a block over terms of a glossary')
    }
  }

  #checkColumns(line: string): void {
    if (this.open.length === 0) return
    const spaces = indentOf(line)
    for (const {column} of this.open)
      if (column > spaces) unsure('a directive whose container may have ended')
  }

  #check(prefix: string, line: string): void {
    // micromark still asks the comment whether it goes on, so that an item must be one that may interrupt.
    if (this.text.above === 'comment' && /[^ ]/.test(prefix) && mayGoOn(prefix, line))
      unsure('an item below a comment')
    this.#checkQuotes(prefix)
    if (prefix.includes('>') && prefix.includes('\t')) unsure('a tab in a quote')
  }

  /** micromark ends a quote on the line after it, if the one around it goes on: all of them must end as one. */
  #checkQuotes(prefix: string): void {
    const depth = quoteDepth(prefix)
    this.#quotes = Math.max(this.#quotes, depth)
    if (this.#quotes > 1 && ((depth > 0 && depth < this.#quotes) || /[^> ]/.test(prefix)))
      unsure('a quote in a quote')
  }

  #blank(index: number, line: string, prefix: string): number {
    if (/[^ \t]/.test(prefix)) {
      if (mayDescribe(this, index)) unsure('a term that may be a marker')
      this.#checkColumns(line)
      // Content further down begins a column behind the marker.
      this.containers.see(trimEnd(line), `${trimEnd(prefix)} `, this.text.above === 'text')
      if (this.mayBeHtml && /^[ >]* {2}$/.test(line)) unsure('spaces below raw HTML')
      this.text.mayEnd()
    } else {
      this.#quotes = 0
      this.containers.seeBlank()
      this.text.cut()
      if (line !== '') this.#checkSpaces(index, line)
      this.mayBeHtml = false
    }
    // Spaces are no part of what stands above them.
    this.masked.add(line.length < 4 && indentOf(line) === line.length ? '' : line, index)
    return index + 1
  }

  #checkSpaces(index: number, line: string): void {
    if (line.length > 3 && /^(?: {4}| *\t)[ \t]*</.test(this.page.lines[index - 1] ?? ''))
      unsure('spaces below raw HTML')
    if (/\t|^ {4}/.test(line) && this.#last.startsWith('[^')) unsure('spaces below a footnote')
    if (this.mayBeHtml && /\t| {4}/.test(line)) unsure('spaces below raw HTML')
  }

  /** What a line begins with its first character; `0` where it is text. */
  #special(index: number, prefix: string, rest: string): number {
    const {options, page} = this
    const single = (build: leaves.BuildLeaf): number => this.leaf(build, index, index, prefix)
    switch (rest[0]) {
      case ':':
      case '`':
      case '~':
        return this.#fence(index, prefix, rest)
      case '%': {
        const end = this.#commentEnd(index, prefix)
        this.leaf(leaves.comment(page, index, end, prefix.length), index, end, prefix)
        this.text.above = 'comment'
        return end + 1
      }
      case '(':
        return parseTarget(rest) ? single(leaves.target(rest)) : 0
      case '+':
        return parseBlockBreak(rest) === undefined ? 0 : single(leaves.blockBreak(rest))
      case '^':
        return this.open.length > 0 && isHeaderBreak(rest) ? single(leaves.headerBreak(rest)) : 0
      case '{':
        if (options.substitution && parseSubstitutionLine(rest) !== undefined)
          return single(leaves.substitution(rest))
        if (!options.blockAttributes || !parseAttributeLine(rest)) return 0
        if (this.text.above === 'text' && !/[-+*.)]/.test(prefix)) unsure('attributes below text')
        return single(leaves.attributes(rest))
      case '$':
        return options.dollarMath ? maskDollars(this, index, prefix, rest) : 0
      case '\\':
        return options.amsmath ? maskEnvironment(this, index, prefix, rest) : 0
      case '<':
        this.mayBeHtml = true
        return keepHtml(this, index, prefix, rest)
      case '[':
        this.#checkBracket(index, prefix, rest)
        return 0
      default:
        return 0
    }
  }

  #fence(index: number, prefix: string, rest: string): number {
    const {options, page} = this
    if (opensDescription(rest)) return options.definitionList ? maskDescription(this, index, prefix, rest) : 0
    if (!/^([:`~])\1\1/.test(rest)) return 0
    if (this.closes(index)) return closeDirective(this, index)
    if (/^:+[ \t]*$/.test(rest) && /\}\s*$/.test(page.lines[index - 1] ?? ''))
      unsure('colons below attributes')
    const header = parseDirectiveHeader(rest) ?? parseFenceHeader(rest, options.fences ?? [])
    const opened = header && openDirective(this, index, prefix, header)
    if (opened) return opened
    if (rest.startsWith(':') && this.containers.isBelowDescribed) unsure('a description that may go on')
    // A fence of backticks has none behind it.
    return rest.startsWith(':') || /^`+[^`]+`/.test(rest) ? 0 : keepCode(this, index, prefix, rest)
  }

  #checkBracket(index: number, prefix: string, rest: string): void {
    if (/^\[\^[^\]]*[ \t&\\]/.test(rest)) unsure('a label of a footnote that may be read in two ways')
    if (/^\[[^\]]*\]:/.test(rest) && /^[ >]*[|:-][-:| \t]*$/.test(this.page.lines[index + 1] ?? ''))
      unsure('a definition or the head of a table')
    const [note, content = ''] = /^\[\^[^\]]+\]:[ \t]*(.*)/s.exec(rest) ?? []
    if (note !== undefined) {
      if (prefix) unsure('a footnote in a container')
      if (rest.length - content.length >= maxColumn) unsure('a footnote whose text is too deep')
      if (mayDescribe(this, index)) unsure('a term in a footnote')
      if (mayOpenBlock(content)) unsure('a block right behind a footnote')
      this.text.cut()
      this.containers.openNote()
    } else if (/^\[[^\]]*\]:/.test(rest) && mayHoldMarks(rest)) unsure('marks in a definition')
  }

  #commentEnd(index: number, prefix: string): number {
    const {lines} = this.page
    if (/[^ ]/.test(prefix)) {
      if (/^[ \t>]*%/.test(lines[index + 1] ?? '')) unsure('a comment of lines in a container')
      return index
    }
    for (let end = index; ; end++) {
      const next = lines[end + 1] ?? ''
      if (!/^[ \t]*%/.test(next)) return end
      if (next.search('%') !== prefix.length) unsure('a comment whose lines begin in different columns')
    }
  }

  /**
   * Add a block without children.
   *
   * @param prefix what stands before its first line.
   * @param container where the content of its container begins, if that matters.
   */
  leaf(build: leaves.BuildLeaf, first: number, last: number, prefix: string, container?: number): number {
    if (prefix.includes('\t')) unsure('a tab before a block')
    this.text.cut()
    const position = leaves.rangeOf(this.page, first, last, prefix.length)
    const twin = last > first
    this.masked.addBreak(prefix, first, {kind: 'leaf', build, position, twin, container})
    if (twin) this.masked.addBreak(' '.repeat(prefix.length), last, {kind: 'twin'})
    return last + 1
  }

  /** HTML that goes on up to a blank line must not take the line that comes. */
  endHtml(index: number): void {
    if (this.mayBeHtml) this.masked.add('', index)
    this.mayBeHtml = false
  }

  /** The outermost directive that a line closes, by its place among those open; -1 for none. */
  closing(index: number): number {
    const line = this.page.lines[index] ?? ''
    if (this.open.length === 0 || !/^[ \t]*[:`~]{3}/.test(line)) return -1
    const cut = this.page.cuts.get(index) ?? 0
    return this.open.findIndex(({parts: {header}, column, cut: outer}) => {
      // A line in a body that was moved stands further in for what is outside of it.
      const text = ' '.repeat(cut - Math.min(cut, outer)) + line
      return closesFence(text.slice(Math.min(column, indentOf(text))), header.marker, header.size)
    })
  }

  /** Whether a line closes a directive. */
  closes(index: number): boolean {
    return this.closing(index) !== -1
  }
}
