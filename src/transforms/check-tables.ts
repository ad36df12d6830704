/** Cells that no column has room for. */
import type {Report} from '../ast/report.js'
import type {Survey} from '../ast/survey.js'
import {plainText} from '../ast/tree.js'

/** Report the cells of Markdown's tables beyond the last column, which GFM leaves out. */
export function checkTables(seen: Survey, report: Report): void {
  for (const node of seen.nodes('table')) {
    const columns = node.align?.length
    if (!columns) continue
    for (const {children} of node.children) {
      const excess = children.slice(columns)
      const [first, last] = [excess[0]?.position, excess.at(-1)?.position]
      if (excess.every((cell) => cell.children.length === 0)) continue
      report({
        ruleId: 'uneven-table',
        reason: `"${excess.map((cell) => plainText(cell.children)).join(' | ')}" is not shown, as this row has ${children.length} cells and the head of the table ${columns}; give the head more, or write \\| for a bar that is text`,
        position: first && last && {...first, end: last.end}
      })
    }
  }
}
