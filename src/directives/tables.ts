/** Tables: with a caption, made of lists, or of comma-separated values. */
import type {ListItem, Table, TableCell, TableRow} from 'mdast'
import {csvTable} from './csv-table.js'
import {type Directive, type DirectiveCall, defineDirective} from './define.js'
import {builtTable, builtTableOptions, cellOf, tableContainer, tableOptions} from './table-nodes.js'

const table = defineDirective({
  name: 'table',
  argument: 'inline',
  options: tableOptions,
  numbered: true,
  build(call) {
    const {children, options, node, report} = call
    const own = children.find((child): child is Table => child.type === 'table')
    if (own) Object.assign(own, options.widths ? {widths: options.widths} : {})
    else
      report({
        ruleId: 'no-table',
        reason: `${node.name} has no table in its body: write a Markdown table with | and a line of dashes`,
        position: node.data?.bodyPosition ?? node.data?.namePosition
      })
    return tableContainer(call, children)
  }
})

const listTable = defineDirective({
  name: 'list-table',
  argument: 'inline',
  options: builtTableOptions,
  numbered: true,
  build(call) {
    const {children, node, report} = call
    const at = children.findIndex((child) => child.type === 'list')
    const list = children[at]
    if (list?.type !== 'list') {
      report({
        ruleId: 'no-table',
        reason: `${node.name} has no list of lists in its body: write "* - first cell" and "  - next cell"`,
        position: node.data?.bodyPosition ?? node.data?.namePosition
      })
      return tableContainer(call, children)
    }
    const others = children.filter((child) => child !== list && child.type !== 'mystComment')
    for (const other of others)
      report({
        ruleId: 'uneven-table',
        reason: `${node.name} takes one list alone; what stands beside it is shown after the table`,
        position: other.position
      })
    const rows = list.children.map((item) => rowOf(item, call))
    return tableContainer(call, [
      builtTable(call, rows, call.options['header-rows'] ?? 0),
      ...children.filter((child) => child !== list)
    ])
  }
})

/** `{table}`, `{list-table}` and `{csv-table}`. */
export const tables: readonly Directive[] = [table, listTable, csvTable]

/** The row of one item: its list's items are the cells; anything else in it is a cell of its own. */
function rowOf(item: ListItem, {node, report}: DirectiveCall<unknown>): TableRow {
  const cells = item.children.flatMap((child): TableCell[] => {
    if (child.type === 'list') return child.children.map((cell) => cellOf(cell.children, cell.position))
    if (child.type === 'mystComment') return []
    report({
      ruleId: 'uneven-table',
      reason: `${node.name}: each row is a list of cells; this is shown as one cell: write "* - " for the first cell of a row`,
      position: child.position
    })
    return [cellOf([child], child.position)]
  })
  return {type: 'tableRow', children: cells, ...(item.position ? {position: item.position} : {})}
}
