/** From a citation's parts to its nodes; every engine builds them here. */
import type {Point, Position} from 'unist'
import type {Cite, CiteGroup} from '../../ast/nodes.js'
import {text} from '../../ast/tree.js'
import {normalizeLabel} from '../../names/labels.js'
import type {CitedWork, Words} from './grammar.js'

/** What a tokenizer knows of a citation when it has passed it. */
export interface CitationParts {
  source: string
  works: CitedWork[]
  /** Whether it stands in brackets. */
  group: boolean
  /** The place of a character of `source`. */
  point(offset: number): Point
}

/**
 * Build the node: a `cite`, or a `citeGroup` for what stands in brackets.
 *
 * @example
 * buildCitation(parts) // {type: 'cite', kind: 'narrative', label: 'smith', identifier: 'smith', …}
 */
export function buildCitation({source, works, group, point}: CitationParts): Cite | CiteGroup {
  const place = (start: number, end: number): Position => ({start: point(start), end: point(end)})
  const kind = group ? 'parenthetical' : 'narrative'
  const cites = works.map((work): Cite => {
    const {key, keyStart, keyEnd, yearOnly, start, end, prefix, suffix} = work
    const from = prefix?.start ?? start
    const to = Math.max(suffix?.end ?? end, end)
    const range = place(from, to)
    const written = source.slice(from, to).replace(/(?<![ \t])[ \t]+(?=\n)|(?<=\n)[ \t]+/g, '')
    return {
      type: 'cite',
      kind,
      label: key,
      identifier: normalizeLabel(key),
      ...(yearOnly ? {partial: 'year'} : {}),
      ...(prefix ? {prefix: prefix.text} : {}),
      ...(suffix ? {suffix: suffix.text} : {}),
      children: [text(written, range)],
      data: {
        keyPosition: place(keyStart, keyEnd),
        ...placeOfWords('prefixPosition', prefix),
        ...placeOfWords('suffixPosition', suffix)
      },
      position: range
    }
  })
  const [first] = cites
  return group || !first ? {type: 'citeGroup', kind, children: cites} : first

  function placeOfWords(key: 'prefixPosition' | 'suffixPosition', words: Words | undefined): object {
    return words ? {[key]: place(words.start, words.end)} : {}
  }
}
