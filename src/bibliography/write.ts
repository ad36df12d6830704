/** Citations in words: the reference styles of sphinxcontrib-bibtex, in the brackets of the flavour. */
import type {PhrasingContent} from 'mdast'
import type {Cite, CiteGroup} from '../ast/nodes.js'
import {joinNames, shortNames} from './labels.js'
import {lastName, personsOf, plain, type Work} from './work.js'

/** How citations are written: by label, by author and year, or raised. */
export type ReferenceStyle = 'label' | 'author_year' | 'super'

/** A work that is cited, and where it is listed. */
export interface CitedWork {
  work: Work
  label: string
  /** Nothing where it is listed nowhere. */
  url: string | undefined
  /** Whether that is outside of the project. */
  remote?: boolean
  /** The work in plain words. */
  title: string
}

export interface WriteOptions {
  style: ReferenceStyle
  /** Around works: `[` and `]`, or `(` and `)`. */
  brackets: readonly [string, string]
  find(key: string): CitedWork | undefined
  /** The mark of a footnote. */
  mark(key: string): PhrasingContent
  /** The id of a citation, for the way back. */
  id(key: string): string[]
}

/** Write a citation; works that nothing lists keep their words. */
export function writeCitation(
  {kind, role, children}: CiteGroup,
  {style, brackets, find, mark, id}: WriteOptions
): PhrasingContent[] {
  const foot = role?.startsWith('foot') ?? false
  const form =
    role === undefined || !role.includes(':') ? (kind === 'narrative' ? 't' : 'p') : role.replace(/^\w+:/, '')
  if (form === 'empty') return []
  const all = form.endsWith('s') && !form.startsWith('alp') ? true : form === 'alps'
  const raised = style === 'super'
  const [open, close] = raised ? ['', ''] : brackets
  const parts = children.map(one)
  const together = /^(?:ps?|labelpar|yearpar|authorpars?)$/.test(form) && !foot
  const between =
    foot && form.startsWith('p') ? '' : style === 'author_year' && /^(?:ps?|alps?)$/.test(form) ? '; ' : ', '
  const words = parts.flatMap((part, index) => [...(index > 0 ? text(between) : []), ...part])
  if (!together) return words
  const inner = [...text(open), ...words, ...text(close)]
  return raised ? [{type: 'superscript', children: inner}] : inner

  function one(node: PhrasingContent): PhrasingContent[] {
    if (node.type !== 'cite') return [node]
    const cited = find(node.label)
    if (!cited) return [node]
    const {work} = cited
    const names = (every: boolean): string => {
      const said = every ? joinNames(personsOf(work).map(lastName)) || shortNames(work) : shortNames(work)
      return form.startsWith('c') ? said.slice(0, 1).toUpperCase() + said.slice(1) : said
    }
    if (foot) return form.includes('t') ? [...text(names(all)), mark(node.label)] : [mark(node.label)]
    const target = (shown: string): PhrasingContent[] => link(node, cited, shown)
    if (/^label/.test(form)) return target(cited.label)
    if (/^year/.test(form)) return target(work.year)
    if (/author/.test(form)) return target(names(all))
    if (form === 'title') return target(plain(work.title))
    const narrow = node.partial === 'year'
    if (/^c?ts?$/.test(form)) {
      const shown = style === 'author_year' ? work.year || cited.label : cited.label
      const inner = [...text(open), ...around(node, target(shown)), ...text(close)]
      return [
        ...text(`${names(all)}${raised ? '' : ' '}`),
        ...(raised ? [{type: 'superscript' as const, children: inner}] : inner)
      ]
    }
    if (narrow) return around(node, target(work.year || cited.label))
    const shown = style === 'author_year' ? [names(all), work.year].filter(Boolean).join(', ') : cited.label
    return around(node, target(shown))
  }

  function link(node: Cite, {url, title, remote = false}: CitedWork, shown: string): PhrasingContent[] {
    const {prefix: _, suffix: __, ...rest} = node
    const ids = id(node.label)
    const done: Cite = {
      ...rest,
      resolved: url !== undefined,
      ...(url === undefined ? {} : {url, title, remote}),
      ...(ids.length > 0 ? {ids} : {}),
      children: text(shown || node.label)
    }
    return [done]
  }
}

function around({prefix, suffix}: Cite, words: PhrasingContent[]): PhrasingContent[] {
  return [...text(prefix && `${prefix} `), ...words, ...text(suffix && `, ${suffix}`)]
}

function text(value: string | undefined): PhrasingContent[] {
  return value ? [{type: 'text', value}] : []
}
