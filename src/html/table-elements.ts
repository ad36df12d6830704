/** Tables as docutils draws them. */
import type {Table, TableCell, TableRow} from 'mdast'
import type {Container} from '../ast/nodes.js'
import {maySpare} from '../ast/table.js'
import type {DrawNode, Drawn, ElementContext} from './context.js'
import {classNames} from './element.js'
import {safeStyle} from './style-value.js'

export const table: DrawNode<Table> = (node, context) => tableElement(node, context)

/** A table with its caption in it. What stands beside the table in the directive follows. */
export function tableContainer<D extends Drawn>(
  node: Container,
  caption: D[],
  context: ElementContext<D>
): D[] {
  const {element} = context
  const at = node.children.findIndex((child) => child.type === 'table')
  const first = node.children[at]
  const others = (from: number, to?: number): D[] =>
    context.all(node.children.slice(from, to).filter((child) => child.type !== 'caption'))
  if (first?.type !== 'table') {
    const words = caption.length > 0 ? [element('p', {className: ['caption']}, caption)] : []
    return [element('div', {className: classNames(node.class)}, [...words, ...others(0)])]
  }
  const own: Table = {...first, class: classNames(node.class, first.class).join(' ')}
  const drawn = tableElement(
    {...own, ...(node.align ? {place: node.align} : {}), ...(node.width ? {width: node.width} : {})},
    context,
    caption
  )
  return [drawn, ...others(0, at), ...others(at + 1)]
}

function tableElement<D extends Drawn>(node: Table, context: ElementContext<D>, caption: D[] = []): D {
  const {element} = context
  const {headerRows = 1, widths} = node
  // As GFM has it: short rows are filled; cells beyond the last column are not drawn, and `uneven-table` names them.
  const columnCount =
    node.align?.length ?? node.children.reduce((most, row) => Math.max(most, row.children.length), 0)
  const fills = maySpare(node.children, columnCount)
  const head = node.children.slice(0, headerRows)
  const body = node.children.slice(headerRows)
  const drawRows = (rows: readonly TableRow[], header: boolean): D[] =>
    rows.map((row, index) =>
      element(
        'tr',
        {className: classNames(index % 2 === 0 ? 'row-odd' : 'row-even', row.class)},
        Array.from({length: fills ? columnCount : Math.min(columnCount, row.children.length)}, (_, column) =>
          cellElement(node, row.children[column] ?? emptyCell, column, header, context)
        )
      )
    )
  return element(
    'table',
    {
      className: classNames(
        'docutils',
        `align-${node.place ?? 'default'}`,
        widths === 'auto' && 'colwidths-auto',
        Array.isArray(widths) && 'colwidths-given',
        node.class
      ),
      style: node.width ? safeStyle(`width: ${node.width}`) : undefined
    },
    [
      ...(caption.length > 0
        ? [element('caption', {}, [element('span', {className: ['caption-text']}, caption)])]
        : []),
      ...(Array.isArray(widths) ? [columns(widths, context)] : []),
      ...(head.length > 0 ? [element('thead', {}, drawRows(head, true))] : []),
      ...(body.length > 0 ? [element('tbody', {}, drawRows(body, false))] : [])
    ]
  )
}

const emptyCell: TableCell = {type: 'tableCell', children: []}

function columns<D extends Drawn>(widths: readonly number[], {element}: ElementContext<D>): D {
  const whole = widths.reduce((sum, width) => sum + width, 0) || 1
  return element(
    'colgroup',
    {},
    widths.map((width) =>
      element('col', {style: safeStyle(`width: ${Math.round((width / whole) * 1000) / 10}%`)})
    )
  )
}

function cellElement<D extends Drawn>(
  {align, stubColumns = 0}: Table,
  cell: TableCell,
  column: number,
  header: boolean,
  {all, element}: ElementContext<D>
): D {
  const stub = !header && column < stubColumns
  const side = align?.[column]
  return element(
    header || stub ? 'th' : 'td',
    {
      className: classNames(header && 'head', stub && 'stub', side ? `text-${side}` : undefined, cell.class),
      scope: header ? 'col' : stub ? 'row' : undefined
    },
    all(cell.children)
  )
}
