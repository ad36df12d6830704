/** `_toc.yml`, as sphinx-external-toc reads it for Sphinx and Jupyter Book, and the lists of older books. */
import {
  type ConfigSource,
  isRecord,
  listOf,
  type Path,
  type Tell,
  tellUnknownKeys,
  type Values
} from './source.js'
import type {TocBlock, TocNode, TocPlan} from './toc.js'

export const tocFileName = '_toc.yml'

const blockLists = ['subtrees', 'parts'] as const
const entryLists = ['entries', 'chapters', 'sections', 'items'] as const
const optionKeys = ['caption', 'hidden', 'maxdepth', 'numbered', 'reversed', 'titlesonly']
const entryKeys = ['file', 'glob', 'url', 'title', 'options', ...blockLists, ...entryLists]
const topKeys = ['format', 'root', 'title', 'defaults', 'meta', 'options', ...blockLists, ...entryLists]

/** What the book or the `conf.py` says of its table of contents. */
export interface TocOptions {
  onlyListed: boolean
  numbersGoOn: boolean
}

/** Read a table of contents; what is wrong is said at its line. */
export function planToc(source: ConfigSource, {onlyListed, numbersGoOn}: TocOptions, tell: Tell): TocPlan {
  const {file, value} = source
  const plan = (root: TocNode | undefined, blocks: TocBlock[]): TocPlan => ({
    file,
    root,
    blocks,
    onlyListed,
    numbersGoOn
  })
  const wrong = (reason: string, path: Path): void =>
    tell(file, {ruleId: 'invalid-config-value', reason, position: source.place(path)})
  if ('' in value) return oldList(listOf(value['']))
  tellUnknownKeys(source, [], value, topKeys, tell)
  const book = typeof value.format === 'string' && value.format.startsWith('jb-')
  const defaults: Values = {
    ...(book ? {titlesonly: true} : {}),
    ...(isRecord(value.defaults) ? value.defaults : {})
  }
  if (typeof value.root !== 'string')
    wrong('the table of contents names no root page: write `root: index`', ['root'])
  return plan(
    typeof value.root === 'string' ? node('file', value.root, value, ['root'], []) : undefined,
    blocksOf(value, [], defaults)
  )

  function node(
    kind: TocNode['kind'],
    target: string,
    {title}: Values,
    at: Path,
    below: TocBlock[]
  ): TocNode {
    // The title at the top is the site's.
    const named = typeof title === 'string' && at[0] !== 'root' ? {title} : {}
    return {kind, target, ...named, position: source.place(at), below}
  }

  /** The toctrees below a page: several with their own options, or the one that its entries are. */
  function blocksOf(owner: Values, path: Path, inherited: Values): TocBlock[] {
    const out: TocBlock[] = []
    for (const key of blockLists)
      for (const [index, each] of listOf(owner[key]).entries()) {
        const at = [...path, key, index]
        if (!isRecord(each)) {
          wrong('a part of the table of contents is a mapping with a list of entries', at)
          continue
        }
        tellUnknownKeys(source, at, each, [...optionKeys, ...entryLists, 'options'], tell)
        const own = {...inherited, ...(isRecord(each.options) ? each.options : {}), ...each}
        out.push(block(own, entriesOf(each, at, inherited)))
      }
    const direct = entriesOf(owner, path, inherited)
    const own = {...inherited, ...(isRecord(owner.options) ? owner.options : {})}
    if (direct.length > 0) out.push(block(own, direct))
    return out
  }

  function entriesOf(owner: Values, path: Path, inherited: Values): TocNode[] {
    return entryLists.flatMap((key) =>
      listOf(owner[key]).flatMap((each, index) => entryOf(each, [...path, key, index], inherited))
    )
  }

  function entryOf(entry: unknown, path: Path, inherited: Values): TocNode[] {
    if (!isRecord(entry)) {
      wrong('an entry of the table of contents is a mapping: write `- file: page`', path)
      return []
    }
    tellUnknownKeys(source, path, entry, entryKeys, tell)
    const below = blocksOf(entry, path, inherited)
    for (const kind of ['file', 'glob', 'url'] as const) {
      const target = entry[kind]
      if (typeof target === 'string') return [node(kind, target.trim(), entry, [...path, kind], below)]
    }
    wrong('an entry of the table of contents has none of "file", "glob" and "url"', path)
    return []
  }

  /** A list: its first entry is the root page, and `part` or `header` begins a group. */
  function oldList(list: readonly unknown[]): TocPlan {
    const [first, ...rest] = list
    const blocks: TocBlock[] = []
    const numbered = isRecord(first) ? numberedOf(first.numbered) : undefined
    const path = (index: number): Path => ['', index]
    const root = isRecord(first) ? oldEntry(first, path(0)) : []
    for (const [at, entry] of rest.entries()) {
      if (!isRecord(entry)) continue
      const caption = entry.part ?? entry.header
      const chapters = listOf(entry.chapters).flatMap((each, index) =>
        isRecord(each) ? oldEntry(each, [...path(at + 1), 'chapters', index]) : []
      )
      if (typeof caption === 'string' || chapters.length > 0)
        blocks.push({
          ...(typeof caption === 'string' ? {caption} : {}),
          numbered: numberedOf(entry.numbered) ?? numbered,
          titlesOnly: true,
          entries: chapters
        })
      if (caption !== undefined || chapters.length > 0) continue
      const last = blocks.at(-1)
      const nodes = oldEntry(entry, path(at + 1))
      if (last) last.entries.push(...nodes)
      else blocks.push({numbered, titlesOnly: true, entries: nodes})
    }
    return plan(root[0], blocks)
  }

  function oldEntry(entry: Values, path: Path): TocNode[] {
    const below = listOf(entry.sections).flatMap((each, index) =>
      isRecord(each) ? oldEntry(each, [...path, 'sections', index]) : []
    )
    const blocks = below.length > 0 ? [{titlesOnly: true, entries: below}] : []
    if (typeof entry.file === 'string') return [node('file', entry.file, entry, [...path, 'file'], blocks)]
    if (typeof entry.url === 'string') return [node('url', entry.url, entry, [...path, 'url'], blocks)]
    wrong('an entry of the table of contents has none of "file" and "url"', path)
    return []
  }
}

function block(options: Values, entries: TocNode[]): TocBlock {
  const {caption, maxdepth, titlesonly, hidden, reversed} = options
  return {
    entries,
    ...(typeof caption === 'string' ? {caption} : {}),
    ...(typeof maxdepth === 'number' && maxdepth > 0 ? {depth: maxdepth} : {}),
    titlesOnly: titlesonly === true,
    hidden: hidden === true,
    reversed: reversed === true,
    numbered: numberedOf(options.numbered)
  }
}

function numberedOf(value: unknown): number | undefined {
  return value === true ? 0 : typeof value === 'number' ? value : undefined
}
