/** What the directives of tables share: options, cells, rows, the container. */
import type {ListItem, PhrasingContent, RootContent, Table, TableCell, TableRow} from 'mdast'
import * as z from 'zod/mini'
import type {Caption, Container, FlowContent} from '../ast/nodes.js'
import {maySpare} from '../ast/table.js'
import type {DirectiveCall} from './define.js'
import {alignment, integer, length, reading} from './options.js'

/** Whole numbers, or `auto` or `grid`. */
const widths = reading((value): number[] | 'auto' | undefined => {
  const word = value.trim().toLowerCase()
  if (word === 'auto' || word === 'grid') return 'auto'
  const parts = word.split(/[\s,]+/).filter(Boolean)
  return parts.length > 0 && parts.length <= 1000 && parts.every((part) => /^[1-9]\d{0,5}$/.test(part))
    ? parts.map(Number)
    : undefined
}, '"auto" or a list of numbers such as 1 2 1')

/** What all tables take. */
export const tableOptions = {
  align: z.optional(alignment),
  width: z.optional(length),
  widths: z.optional(widths)
}

/** What tables take that are not written as tables. */
export const builtTableOptions = {
  ...tableOptions,
  'header-rows': z.optional(integer(0, 10_000)),
  'stub-columns': z.optional(integer(0, 10_000))
}

export interface TableValues {
  align?: 'left' | 'center' | 'right' | undefined
  width?: string | undefined
  widths?: number[] | 'auto' | undefined
  'header-rows'?: number | undefined
  'stub-columns'?: number | undefined
}

/** A cell of blocks; a paragraph alone is its text. */
export function cellOf(blocks: readonly RootContent[], position: ListItem['position']): TableCell {
  const [first] = blocks
  const content = blocks.length === 1 && first?.type === 'paragraph' && !first.class ? first.children : blocks
  // mdast's cells hold running text; those of MyST hold blocks, too.
  return Object.assign(emptyCell(position), {children: [...content]})
}

function emptyCell(position?: ListItem['position']): TableCell {
  const children: PhrasingContent[] = []
  return {type: 'tableCell', children, ...(position ? {position} : {})}
}

/** A table of rows, all of one length. */
export function builtTable(
  {options, node, report}: DirectiveCall<TableValues>,
  rows: readonly TableRow[],
  headerRows: number
): Table {
  const columns = rows.reduce((most, row) => Math.max(most, row.children.length), 0)
  const fills = maySpare(rows, columns)
  for (const row of rows) {
    if (row.children.length === columns) continue
    report({
      ruleId: 'uneven-table',
      reason: `${node.name}: this row has ${row.children.length} of ${columns} cells; the others are empty`,
      position: row.position
    })
    while (fills && row.children.length < columns) row.children.push(emptyCell())
  }
  if (Array.isArray(options.widths) && options.widths.length !== columns)
    report({
      ruleId: 'uneven-table',
      reason: `${node.name} has ${columns} columns, but "widths" has ${options.widths.length} numbers`,
      position: node.data?.options.find(({key}) => key === 'widths')?.valuePosition
    })
  return {
    type: 'table',
    align: Array.from({length: columns}, () => null),
    headerRows,
    ...(options['stub-columns'] ? {stubColumns: options['stub-columns']} : {}),
    ...(options.widths ? {widths: options.widths} : {}),
    children: [...rows],
    ...(node.position ? {position: node.position} : {})
  }
}

/** The container with its caption. */
export function tableContainer(
  {title, options, attributes, node}: DirectiveCall<TableValues>,
  children: readonly FlowContent[]
): Container {
  const position = node.data?.argumentPosition
  const caption: Caption[] =
    title.length > 0 ? [{type: 'caption', children: title, ...(position ? {position} : {})}] : []
  return {
    type: 'container',
    kind: 'table',
    ...attributes,
    ...(options.align ? {align: options.align} : {}),
    ...(options.width ? {width: options.width} : {}),
    children: [...caption, ...children]
  }
}
