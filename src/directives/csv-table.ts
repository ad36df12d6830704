/** Tables of comma-separated values, in the page or in a file. */
import type {TableRow} from 'mdast'
import type {Point} from 'unist'
import * as z from 'zod/mini'
import type {PageHost, PlacedText} from '../ast/host.js'
import type {FlowContent} from '../ast/nodes.js'
import {joinLines} from '../ast/place.js'
import {text as textNode} from '../ast/tree.js'
import {type CsvCell, type CsvDialect, offsetInCell, parseCsv} from './csv.js'
import {type DirectiveCall, defineDirective} from './define.js'
import {flag, reading, text} from './options.js'
import {builtTable, builtTableOptions, cellOf, type TableValues, tableContainer} from './table-nodes.js'

/** One character, by itself or as `tab`, `space`, `U+2502`, `0x3b`. */
const character = reading((value) => {
  const word = value.trim().toLowerCase()
  if (word === 'tab' || value === '\t') return '\t'
  if (word === 'space') return ' '
  const code = /^(?:0x|x|\\x|u\+?|\\u)([0-9a-f]{1,5})$/.exec(word)?.[1]
  if (code) return String.fromCodePoint(Number.parseInt(code, 16))
  return [...word].length === 1 ? value.trim() : undefined
}, 'one character, "tab" or "space"')

interface CsvValues extends TableValues {
  header?: string | undefined
  file?: string | undefined
  delim?: string | undefined
  quote?: string | undefined
  escape?: string | undefined
  keepspace?: boolean | undefined
}

export const csvTable = defineDirective({
  name: 'csv-table',
  argument: 'inline',
  body: 'raw',
  options: {
    ...builtTableOptions,
    header: z.optional(text),
    file: z.optional(text),
    url: z.optional(text),
    delim: z.optional(character),
    quote: z.optional(character),
    escape: z.optional(character),
    keepspace: z.optional(flag),
    encoding: z.optional(text)
  },
  numbered: true,
  build(call) {
    const {options, node, report, optionPosition} = call
    if (options.url !== undefined)
      report({
        ruleId: 'unsupported-option',
        reason: `${node.name} does not read from the network; save the table beside the page and name it in "file"`,
        position: optionPosition('url')
      })
    const source = sourceOf(call)
    if (!source) return node
    const head = headOf(call)
    const headRows = head ? rowsOf(call, head) : []
    const rows = [...headRows, ...rowsOf(call, source)]
    if (rows.length === 0) {
      report({
        ruleId: 'no-table',
        reason: `${node.name} has no rows: write a row a line, its cells parted by commas`,
        position: node.data?.bodyPosition ?? node.data?.namePosition
      })
      return tableContainer(call, [])
    }
    return tableContainer(call, [builtTable(call, rows, headRows.length + (options['header-rows'] ?? 0))])
  }
})

/** Where the rows come from. */
function sourceOf({options, node, host, optionPosition}: DirectiveCall<CsvValues>): PlacedText | undefined {
  if (options.file !== undefined) {
    const file = host.readFile(options.file, optionPosition('file') ?? node.position)
    if (!file) return
    const lines: Point[] = [{line: 1, column: 1, offset: 0}]
    for (const match of file.text.matchAll(/\r\n|\n|\r/g)) {
      const offset = match.index + match[0].length
      lines.push({line: lines.length + 1, column: 1, offset})
    }
    return {text: file.text, point: (offset) => pointIn(lines, offset), file: file.path, from: node.position}
  }
  const {text: joined, point} = joinLines(node.data?.bodyLines ?? [])
  return {text: joined, point}
}

function pointIn(lines: readonly Point[], offset: number): Point {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle]?.offset ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const line = lines[low] ?? {line: 1, column: 1, offset: 0}
  return {line: line.line, column: line.column + offset - (line.offset ?? 0), offset}
}

/** The `header` option; its characters stand in a row where it is on one line. */
function headOf({options, optionPosition}: DirectiveCall<CsvValues>): PlacedText | undefined {
  const {header} = options
  if (header === undefined) return
  const start = optionPosition('header')?.start ?? {line: 1, column: 1, offset: 0}
  const oneLine = !header.includes('\n')
  return {
    text: header,
    point: (offset) =>
      oneLine
        ? {line: start.line, column: start.column + offset, offset: (start.offset ?? 0) + offset}
        : start
  }
}

function rowsOf(call: DirectiveCall<CsvValues>, source: PlacedText): TableRow[] {
  const {options, node, report} = call
  const dialect: CsvDialect = {
    delimiter: options.delim ?? ',',
    quote: options.quote ?? '"',
    ...(options.escape ? {escape: options.escape} : {}),
    keepSpace: options.keepspace ?? false
  }
  const {rows, faults} = parseCsv(source.text, dialect)
  const {file, from} = source
  const place = (start: number, end: number) => ({
    start: source.point(start),
    end: source.point(end),
    ...(file === undefined ? {} : {file, ...(from ? {from} : {})})
  })
  for (const {reason, start, end} of faults)
    report({ruleId: 'invalid-csv', reason: `${node.name}: ${reason}`, position: place(start, end)})
  return rows.map((row): TableRow => {
    const last = row.at(-1)
    const end = last ? offsetInCell(last, last.value.length) : 0
    return {
      type: 'tableRow',
      children: row.map((cell) => {
        const stop = offsetInCell(cell, cell.value.length)
        return cellOf(contentOf(cell, source, call.host, place), place(cell.start, stop))
      }),
      position: place(row[0]?.start ?? 0, end)
    }
  })
}

/** Text without anything that Markdown could mean is text, without asking the parser. */
const plain = /^[\p{L}\p{N} ,.;%€$'/()-]*$/u
const block = /^(?:[-\d]|https?:)/

function contentOf(
  cell: CsvCell,
  source: PlacedText,
  host: PageHost,
  place: (start: number, end: number) => {start: Point; end: Point}
): FlowContent[] {
  const {value} = cell
  if (!value.trim()) return []
  if (plain.test(value) && (!block.test(value) || /^-?[\d.,]+%?$/.test(value)) && !value.includes('$')) {
    const position = place(cell.start, offsetInCell(cell, value.length))
    return [{type: 'paragraph', children: [textNode(value.trim(), position)], position}]
  }
  return host.parse({
    ...source,
    text: value,
    point: (offset) => source.point(offsetInCell(cell, offset))
  })
}
