/** MyST's syntax as a plug-in of remark-parse and remark-stringify: read, and written back. */
import type {Root} from 'mdast'
import {frontmatterToMarkdown} from 'mdast-util-frontmatter'
import {gfmFootnoteToMarkdown} from 'mdast-util-gfm-footnote'
import {gfmStrikethroughToMarkdown} from 'mdast-util-gfm-strikethrough'
import {gfmTableToMarkdown} from 'mdast-util-gfm-table'
import {gfmTaskListItemToMarkdown} from 'mdast-util-gfm-task-list-item'
import type {} from 'remark-stringify'
import type {Plugin} from 'unified'
import {mystToMarkdown} from './extension.js'
import {addParser, type ParserOptions} from './parser.js'

export type RemarkSyntaxOptions = ParserOptions

/**
 * Teach a processor MyST: its constructs, front matter, tables, footnotes, and if wanted strikethrough and task lists.
 *
 * @example
 * unified().use(remarkParse).use(remarkMystSyntax, {registry, colonFence: true, strikethrough: true, taskList: true})
 */
export const remarkMystSyntax: Plugin<[RemarkSyntaxOptions], Root> = function (options) {
  const data = this.data()
  addParser(data, options)
  const to = [frontmatterToMarkdown(['yaml']), gfmFootnoteToMarkdown(), gfmTableToMarkdown(), mystToMarkdown]
  if (options.strikethrough) to.push(gfmStrikethroughToMarkdown())
  if (options.taskList) to.push(gfmTaskListItemToMarkdown())
  data.toMarkdownExtensions = [...(data.toMarkdownExtensions ?? []), ...to]
}
