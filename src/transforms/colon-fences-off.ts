/** Directives of colons in a page for which they are off. */
import type {Root} from 'mdast'
import type {Report} from '../ast/report.js'

/** With colon fences off, what looks like one is text, and nobody would know why. */
export function reportColonFences(tree: Root, report: Report): void {
  const visit = (node: Root | Root['children'][number]): void => {
    if (node.type === 'paragraph') {
      const first = node.children[0]
      const head = first?.type === 'text' ? /^:{3,}\{[^\s{}]+\}/.exec(first.value)?.[0] : undefined
      const start = first?.position?.start
      if (head && start) {
        const end = {
          line: start.line,
          column: start.column + head.length,
          offset: (start.offset ?? 0) + head.length
        }
        report({
          ruleId: 'colon-fence-off',
          reason: `"${head}" is shown as text, as the extension colon_fence is off: add "colon_fence" to \`extensions\`, or write the directive with backticks`,
          position: {start, end}
        })
      }
    } else if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
}
