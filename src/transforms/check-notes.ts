/** Footnotes and link definitions that are missing or never used. */
import type {Definition, FootnoteDefinition, Text} from 'mdast'
import type {Report} from '../ast/report.js'
import {didYouMean} from '../ast/report.js'
import type {Survey} from '../ast/survey.js'
import {maxMisses, suggester} from '../names/suggest.js'
import {type Locate, placesOf} from './text-places.js'

export interface CheckNotesOptions {
  source: string
  locate: Locate
  report: Report
}

const footnoteMark = /\[\^([^\s[\]^]+)\]/g
const fullReference = /(?<![\w\])}!`$])!?\[([^[\]\n]+)\]\[([^[\]\n^]+)\]/g

/** Report them; a mark without a note stays as its text. */
export function checkNotes(seen: Survey, {source, locate, report}: CheckNotesOptions): void {
  if (!source.includes('[')) return
  const notes = new Map<string, FootnoteDefinition>()
  const links = new Map<string, Definition>()
  const used = new Set<string>()
  const nearNote = suggester(() => labels(notes), maxMisses)
  const nearLink = suggester(() => labels(links), maxMisses)
  for (const node of seen.nodes('footnoteDefinition')) addFirst(notes, node)
  for (const node of seen.nodes('definition')) addFirst(links, node)
  for (const node of seen.nodes('footnoteReference')) used.add(node.identifier.toUpperCase())
  for (const node of seen.nodes('text')) if (/\[\^|\]\[/.test(node.value)) checkText(node)
  for (const [key, {label, identifier, position}] of notes) {
    if (used.has(key) || !position) continue
    const name = label ?? identifier
    const {start} = position
    report({
      ruleId: 'unused-footnote',
      reason: `no text refers to this footnote; write [^${name}] where it belongs`,
      position: {start, end: locate((start.offset ?? 0) + name.length + 3)},
      severity: 'info'
    })
  }

  function checkText(node: Text): void {
    const missing = [...node.value.matchAll(footnoteMark)].filter(
      ([, label = '']) => !notes.has(label.toUpperCase())
    )
    const references = [...node.value.matchAll(fullReference)].filter(
      ([, text = '', label = '']) => /[A-Za-z]/.test(text) && /[A-Za-z]/.test(label)
    )
    if (missing.length === 0 && references.length === 0) return
    const places = placesOf(node, source, locate)
    for (const {0: whole, 1: label = '', index} of missing) {
      if (!places.literal(index) || !places.literal(index + 1)) continue
      report({
        ruleId: 'undefined-footnote',
        reason: `there is no footnote "${label}" on this page${didYouMean(nearNote(label)) || `; write [^${label}]: and its text`}`,
        position: places.place(index, index + whole.length)
      })
    }
    for (const {0: whole, 2: label = '', index} of references) {
      const end = index + whole.length
      if (!places.literal(index) || !places.literal(end - label.length - 2)) continue
      report({
        ruleId: 'undefined-definition',
        reason: `there is no definition [${label}]: on this page, so this is no link${didYouMean(nearLink(label)) || `; write [${label}]: and its address`}`,
        position: places.place(end - label.length - 2, end)
      })
    }
  }
}

type Labelled = ReadonlyMap<string, {label?: string | null | undefined; identifier: string}>

function labels(known: Labelled): string[] {
  return [...known.values()].map(({label, identifier}) => label ?? identifier)
}

function addFirst<T extends {identifier: string}>(known: Map<string, T>, node: T): void {
  const key = node.identifier.toUpperCase()
  if (!known.has(key)) known.set(key, node)
}
