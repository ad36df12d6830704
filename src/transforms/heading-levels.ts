/** Headings that leave out a level. */
import type {Heading, Root} from 'mdast'
import type {Report} from '../ast/report.js'

/**
 * Report the page's own headings that are more than one level below the one before, and a first one below the first
 * level where nothing else names the page. Parts of other pages keep the levels that they have there.
 */
export function checkHeadingLevels(tree: Root, titled: boolean, report: Report): void {
  const headings = tree.children.filter((node): node is Heading => node.type === 'heading')
  let last: number | undefined = titled ? 1 : undefined
  for (const {depth, position} of headings) {
    const own = position?.file === undefined
    if (own && last === undefined && depth > 1)
      report({
        ruleId: 'heading-level',
        reason: `the page's first heading is of level ${depth}, so the page has no title: begin with a heading of one #, or write \`title\` in the front matter`,
        position,
        severity: 'info'
      })
    else if (own && last !== undefined && depth > last + 1)
      report({
        ruleId: 'heading-level',
        reason: `a heading of level ${depth} follows one of level ${last}: use ${'#'.repeat(last + 1)} here, or write the heading between`,
        position,
        severity: 'info'
      })
    last = depth
  }
}
