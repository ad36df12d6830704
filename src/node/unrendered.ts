/** Pages in other formats: what can be read of them without rendering any. */
import * as z from 'zod/mini'
import {makeId, normalizeLabel, slugify, uniqueSlug} from '../names/labels.js'
import type {HeadingRecord, PageRecord, TargetRecord, TocRecord} from '../references/record.js'
import type {PageFormat} from './formats.js'

/** What a page's format is called. */
export function formatName(format: PageFormat): string {
  return format === 'restructuredtext' ? 'reStructuredText' : 'a Jupyter notebook'
}

/** What is known of a page; nothing of it is rendered. */
export function recordOf(page: string, text: string, format: PageFormat): PageRecord {
  return format === 'restructuredtext' ? readRst(page, text) : readNotebook(page, text)
}

interface Parts {
  headings: HeadingRecord[]
  /** Those of the headings. */
  ids: Set<string>
  targets: TargetRecord[]
  tocs: TocRecord[]
  title?: string | undefined
}

function record(page: string, {headings, targets, tocs, title}: Parts): PageRecord {
  const titleText = title ?? headings[0]?.text
  return {
    page,
    ...(titleText === undefined ? {} : {titleText, title: [{type: 'text', value: titleText}]}),
    headings,
    targets,
    numbers: [],
    terms: [],
    objects: [],
    tocs,
    anchors: [],
    unrendered: true
  }
}

const adornment = /^([!-/:-@[-`{-~])\1*\s*$/

/** Sections, labels and toctrees of reStructuredText: line by line. */
function readRst(page: string, text: string): PageRecord {
  const lines = text.split(/\r\n|\r|\n/)
  const parts: Parts = {headings: [], ids: new Set(), targets: [], tocs: []}
  /** Kinds of underlines in the order of their first use: their levels. */
  const levels: string[] = []
  let labels: {label: string; line: number}[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const label = /^\.\. _(?:`([^`]+)`|([^:`\s][^:]*)):\s*$/.exec(line)
    if (label) {
      labels.push({label: (label[1] ?? label[2] ?? '').trim(), line: at + 1})
      continue
    }
    const under = adornment.exec(lines[at + 1] ?? '')
    if (
      line.trim() &&
      !/^\s/.test(line) &&
      !adornment.test(line) &&
      under &&
      (lines[at + 1] ?? '').trim().length >= Math.min(line.trim().length, 4)
    ) {
      const over =
        at > 0 && adornment.test(lines[at - 1] ?? '') && lines[at - 1]?.trim() === lines[at + 1]?.trim()
      const style = `${over}${under[1]}`
      if (!levels.includes(style)) levels.push(style)
      addHeading(parts, page, line.trim(), levels.indexOf(style) + 1, at + 1, makeId)
      addTargets(parts, page, labels, line.trim())
      labels = []
      at++
    } else if (/^\.\. toctree::/.test(line)) parts.tocs.push(readToctree(lines, at, parts.headings.length))
    else if (line.trim() && !adornment.test(line)) {
      addTargets(parts, page, labels, undefined)
      labels = []
    }
  }
  addTargets(parts, page, labels, undefined)
  return record(page, parts)
}

/** Options and entries are what is indented below the directive. */
function readToctree(lines: readonly string[], start: number, after: number): TocRecord {
  const options = new Map<string, string>()
  const entries: TocRecord['entries'] = []
  for (let at = start + 1; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line.trim() && !/^\s/.test(line)) break
    const option = /^\s+:([\w-]+):(.*)$/.exec(line)
    if (option && entries.length === 0) options.set(option[1] ?? '', (option[2] ?? '').trim())
    else if (line.trim()) {
      const entry = line.trim()
      const [, words = '', target = entry] = /^(.*)<([^<>]+)>$/.exec(entry) ?? []
      const title = words.trim()
      entries.push({target, ...(title ? {title} : {})})
    }
  }
  const caption = options.get('caption')
  const numbered = options.get('numbered')
  return {
    entries,
    ...(caption ? {caption} : {}),
    hidden: options.has('hidden'),
    glob: options.has('glob'),
    reversed: options.has('reversed'),
    titlesOnly: options.has('titlesonly'),
    ...(numbered === undefined ? {} : {numbered: Number(numbered) || 0}),
    after,
    blocks: 0
  }
}

const notebook = z.object({
  metadata: z.optional(z.object({title: z.optional(z.string())})),
  cells: z.array(z.object({cell_type: z.string(), source: z.union([z.string(), z.array(z.string())])}))
})

/** Headings and labels of a notebook's Markdown cells. */
function readNotebook(page: string, text: string): PageRecord {
  const parts: Parts = {headings: [], ids: new Set(), targets: [], tocs: []}
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return record(page, parts)
  }
  const result = notebook.safeParse(value)
  if (!result.success) return record(page, parts)
  let fence: string | undefined
  for (const {cell_type, source} of result.data.cells) {
    if (cell_type !== 'markdown') continue
    let labels: {label: string; line: number}[] = []
    const lines = (typeof source === 'string' ? source : source.join('')).split(/\r\n|\r|\n/)
    for (const line of lines) {
      const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1]
      if (fence === undefined ? mark : mark?.startsWith(fence)) fence = fence === undefined ? mark : undefined
      if (fence !== undefined) continue
      const label = /^\(([^()]+)\)=\s*$/.exec(line)?.[1]
      if (label !== undefined) labels.push({label, line: 1})
      const [, marks = '', words] = /^(#{1,6})\s+(\S.*)$/.exec(line.replace(/(?<!\s)\s+#*$/, '')) ?? []
      if (!words) continue
      addHeading(parts, page, plain(words), marks.length, undefined, (title) => slugify(title, 'github'))
      addTargets(parts, page, labels, plain(words))
      labels = []
    }
    addTargets(parts, page, labels, undefined)
  }
  const {title} = result.data.metadata ?? {}
  return record(page, {...parts, title})
}

/** Without marks of emphasis, code and links. */
function plain(words: string): string {
  return words
    .replace(/\[([^[\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]/g, '')
    .trim()
}

function addHeading(
  {headings, ids}: Parts,
  page: string,
  title: string,
  depth: number,
  line: number | undefined,
  idOf: (title: string) => string
): void {
  const id = uniqueSlug(idOf(title) || `section-${headings.length + 1}`, ids)
  ids.add(id)
  headings.push({
    page,
    id,
    anchors: [id],
    depth: Math.min(depth, 6),
    title: [{type: 'text', value: title}],
    text: title,
    ...(line === undefined ? {} : {position: placed(line)})
  })
}

function addTargets(
  {targets, headings}: Parts,
  page: string,
  labels: readonly {label: string; line: number}[],
  title: string | undefined
): void {
  const heading = title === undefined ? undefined : headings.at(-1)
  for (const {label, line} of labels)
    targets.push({
      page,
      label,
      identifier: normalizeLabel(label),
      id: heading?.id ?? makeId(label),
      kind: heading ? 'heading' : 'target',
      ...(title === undefined ? {} : {title: [{type: 'text', value: title}]}),
      position: placed(line)
    })
}

function placed(line: number) {
  return {start: {line, column: 1}, end: {line, column: 1}}
}
