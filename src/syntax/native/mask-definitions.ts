/** Definition lists: a term becomes a heading, a description the item of a list. */
import {maxColumn} from '../bounds.js'
import {descriptionAfter, mayFollowTerm} from '../definition-list/grammar.js'
import {isBreak, isHeading, mayBeRule, mayGoOn, mayOpenBlock, trimEnd, whiteBefore} from './line-shapes.js'
import type {PageMasker} from './mask-page.js'
import {pointAt} from './source-lines.js'
import {unsure} from './unsure.js'

/** Whether a description may follow on the next line or the one after it. */
export function mayDescribe({page: {lines}, options}: PageMasker, index: number): boolean {
  return (
    options.definitionList === true && (mayFollowTerm(lines[index + 1]) || mayFollowTerm(lines[index + 2]))
  )
}

function describedBehind(
  {page: {lines}}: PageMasker,
  index: number,
  text: string,
  before: number
): number | undefined {
  return descriptionAfter(text, {before, quotes: 0}, [lines[index + 1], lines[index + 2]])
}

/** Mask a line of text that a description follows; `0` where it is another. */
export function maskTerm(masker: PageMasker, index: number, line: string, prefix: string): number {
  const {containers, text} = masker
  if (!mayDescribe(masker, index)) return 0
  if (isHeading(line.slice(prefix.length))) {
    if (text.above === 'text' && mayGoOn(prefix, line)) unsure('a term that may be an item')
    return 0
  }
  if (containers.isLazy) {
    // Either ends the text that this would go on with.
    if (mayBeRule(masker.page.lines[index - 1]?.trimStart() ?? ''))
      unsure('a term below what may be a heading')
    if (masker.mayBeHtml) unsure('a term below what may be raw HTML')
    return 0
  }
  const column = prefix.length
  const term = trimEnd(line.slice(column))
  if (/[>\t]/.test(prefix)) unsure('a term in a quote')
  if (/^ +$/.test(prefix) && !containers.isItemColumn(column)) unsure('a term further in')
  checkTerm(masker, index, term)
  if (text.above === 'text' && /[^ ]/.test(prefix) && mayGoOn(prefix, line)) {
    const spaces = whiteBefore(line)
    // Up to three of the spaces before it are its own.
    for (let before = spaces; before >= Math.max(0, spaces - 3); before--)
      if (describedBehind(masker, index, trimEnd(line.slice(spaces)), before) !== undefined)
        unsure('a term that may be an item')
  }
  const behind = describedBehind(masker, index, term, column)
  if (behind === undefined) return 0
  if (whiteBefore(masker.page.lines[index + behind] ?? '') >= maxColumn) unsure('a description too deep')
  addTerm(masker, {index, behind, term, from: column, column, prefix})
  return index + 1
}

function checkTerm(masker: PageMasker, index: number, term: string): void {
  // micromark looks at lines as they stand in the page.
  if (masker.open.some(({moved}) => moved > 0)) unsure('a term in a directive further in')
  if (term.trim() !== term || term === '') unsure('a term of white space')
  if (masker.isTerm(index + 1) || masker.isTerm(index + 2)) unsure('a term above a term')
}

interface FoundTerm {
  index: number
  /** How many lines further its description begins. */
  behind: number
  term: string
  /** Where it begins in the page. */
  from: number
  /** Where it begins for what may describe it. */
  column: number
  /** What stands before it for the engine. */
  prefix: string
}

function addTerm(masker: PageMasker, {index, behind, term, from, column, prefix}: FoundTerm): void {
  if (/^<|^(?:=+|-+)$|\|/.test(term) || isBreak(term)) unsure('a term that may be another block')
  masker.text.addAlone('term', index, from, term, prefix)
  masker.described = index + behind
  masker.containers.openTerm(column)
}

/** Mask a description behind a term or another description; `0` where the line is text. */
export function maskDescription(masker: PageMasker, index: number, prefix: string, rest: string): number {
  const {page, masked, containers, text} = masker
  const column = prefix.length
  if (masker.described !== index && !containers.isDescribed(column)) return 0
  if (/[^ ]/.test(prefix)) unsure('a description behind a marker')
  // Items that stand for descriptions have a marker of their own.
  masker.hasPluses ??= page.lines.some((line) => /^[ \t>]*\+(?:[ \t]|$)/.test(line))
  if (masker.hasPluses) unsure('descriptions and lists with pluses')
  const lead = /^.[ \t]+/.exec(rest)?.[0] ?? ''
  const content = rest.slice(lead.length)
  if (lead.length > 5 || lead.includes('\t') || mayOpenBlock(content) || /^\[[ xX]\]/.test(content))
    unsure('a block behind a colon')
  const term = trimEnd(content)
  const behind = describedBehind(masker, index, term, column + 2)
  if (behind !== undefined) checkTerm(masker, index, term)
  text.cut()
  containers.openDescription(column)
  masked.descriptions.set(masked.next, pointAt(page, index, column))
  if (behind !== undefined) {
    const from = column + lead.length
    addTerm(masker, {index, behind, term, from, column: column + 2, prefix: `${prefix}+ `})
    return index + 1
  }
  text.add(`${prefix}+ ${content}`, index, column + 2, lead.length - 2)
  return index + 1
}
