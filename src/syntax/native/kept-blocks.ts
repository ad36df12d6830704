/** Blocks in which nothing is masked, as no MyST is in them: code between fences, and raw HTML. */
import {closesFence} from '../directive/header.js'
import {contentOf} from '../tokenize/quoted.js'
import {htmlEnd, isBlank, isBreak, isFence, quoteDepth, whiteBefore} from './line-shapes.js'
import type {PageMasker} from './mask-page.js'
import {unsure} from './unsure.js'

/** The engine takes white space of any kind off what stands behind a language. */
const whiteBehindLanguage = /^(?:`+(?!`)|~+(?!~))[ \t]*[^ \t]+[ \t]+(?:[^\S \t\ufeff]|\x85)/

/** A plain fence: its lines are the engine's. */
export function keepCode(masker: PageMasker, index: number, prefix: string, rest: string): number {
  const {page, masked} = masker
  const marker = rest.charAt(0)
  const size = /^(.)\1*/.exec(rest)?.[0].length ?? 0
  const quotes = prefix.replace(/[^>]/g, '')
  if (prefix.includes('\t')) unsure('a tab before a fence')
  if (whiteBehindLanguage.test(rest)) unsure('white space behind a language')
  masker.text.cut()
  const first = masked.next
  masked.add(page.lines[index] ?? '', index)
  for (let at = index + 1; ; at++) {
    const line = page.lines[at]
    if (masker.open.length > 0 && (line === undefined || masker.closes(at))) {
      if (prefix) unsure('code that ends with a directive')
      masker.checkGlossary(index, at - 1)
      closeCode(masker, first, at, marker.repeat(size))
      return at
    }
    if (line === undefined) {
      if (quotes) unsure('code in a quote that nothing closes')
      if (prefix && /^[ \t]+$/.test(page.lines[at - 1] ?? ''))
        unsure('code in a container that ends in spaces')
      masked.keptBlocks.set(first, {type: 'code', last: undefined})
      return at
    }
    const spaces = whiteBefore(line)
    const inside = quotes && (/^[ \t>]*/.exec(line)?.[0] ?? '')
    if (quotes) {
      if (inside.includes('\t') || !/^ {0,3}> ?$/.test(prefix)) unsure('code in an item of a quote')
      const depth = quoteDepth(inside)
      if (depth < quotes.length) unsure('code in a quote that may have ended')
      // The further marks are code.
      if (depth > quotes.length) {
        masked.add(line, at)
        continue
      }
    } else if (!isBlank(line) && spaces < prefix.length) {
      if (!isNextItem(line, prefix) || isBlank(page.lines[at - 1] ?? '') || page.cuts.get(at))
        unsure('code whose container may have ended')
      masker.checkGlossary(index, at - 1)
      masked.keptBlocks.set(first, {type: 'code', last: masked.next - 1, endsAtItem: true})
      masked.endsCodeAtItems = true
      return at
    }
    masked.add(line, at)
    const text = quotes ? line.slice(inside.length) : line.slice(Math.min(prefix.length, spaces))
    if (isFence(marker) && closesFence(text, marker, size)) {
      if (prefix.length > 0 && /^\s/.test(text)) unsure('a closing fence further in')
      masker.checkGlossary(index, at)
      masked.keptBlocks.set(first, {type: 'code', last: masked.next - 1})
      return at + 1
    }
  }
}

/** End code at a line that closes a directive around it, or behind the last: the engine gets a fence there. */
function closeCode({page, masked}: PageMasker, first: number, at: number, fence: string): void {
  const last = page.lines.length - 1
  if (at <= last) {
    if (page.cuts.get(at)) unsure('code that ends further in')
    masked.add(fence, at)
    masked.keptBlocks.set(first, {type: 'code', last: masked.next - 1, endColumn: 1})
    return
  }
  const text = page.lines[last] ?? ''
  // What stands behind the last line ending is no line.
  if (text === '') masked.lines[masked.lines.length - 1] = fence
  else masked.add(fence, last)
  masked.keptBlocks.set(first, {type: 'code', last: masked.next - 1, endColumn: text.length + 1})
}

/** Whether a line begins the next item of a list in whose last item a fence stands right behind the marker. */
function isNextItem(line: string, prefix: string): boolean {
  const marker = /^ *[-+*](?= +[^ ])/.exec(line)?.[0].length ?? 0
  // Which ends the list.
  if (isBreak(line.trimStart())) return false
  return marker > 0 && /[-+*.)] {1,4}$/.test(prefix) && /[-+*]/.test(prefix.charAt(marker - 1))
}

/** Raw HTML that a blank line does not end: its lines are the engine's; `0` for HTML of another kind. */
export function keepHtml(masker: PageMasker, index: number, prefix: string, rest: string): number {
  const {page, masked} = masker
  const end = htmlEnd(rest)
  if (!end) return 0
  const first = masked.next
  const quotes = quoteDepth(prefix)
  masker.text.cut()
  for (let at = index; ; at++) {
    const line = page.lines[at]
    if (line === undefined) unsure('raw HTML that nothing closes')
    if (at > index && masker.closes(at)) unsure('a closing fence in raw HTML')
    masked.add(line, at)
    const content = contentOf(line, quotes) ?? unsure('raw HTML in a quote that may have ended')
    if (end.test(at === index ? rest.slice(2) : content.text)) {
      masker.checkGlossary(index, at)
      masked.keptBlocks.set(first, {type: 'html', last: masked.next - 1})
      return at + 1
    }
  }
}
