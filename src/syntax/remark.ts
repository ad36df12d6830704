/** MyST's syntax, and the parts of GFM that MyST has, as a plug-in of remark-parse. */
import type {Root} from 'mdast'
import {frontmatterFromMarkdown, frontmatterToMarkdown} from 'mdast-util-frontmatter'
import {gfmFootnoteFromMarkdown, gfmFootnoteToMarkdown} from 'mdast-util-gfm-footnote'
import {gfmStrikethroughFromMarkdown, gfmStrikethroughToMarkdown} from 'mdast-util-gfm-strikethrough'
import {gfmTableFromMarkdown, gfmTableToMarkdown} from 'mdast-util-gfm-table'
import {gfmTaskListItemFromMarkdown, gfmTaskListItemToMarkdown} from 'mdast-util-gfm-task-list-item'
import {frontmatter} from 'micromark-extension-frontmatter'
import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import {gfmStrikethrough} from 'micromark-extension-gfm-strikethrough'
import {gfmTaskListItem} from 'micromark-extension-gfm-task-list-item'
import type {} from 'remark-parse'
import type {} from 'remark-stringify'
import type {Plugin} from 'unified'
import {mystFromMarkdown, mystSyntax, mystToMarkdown} from './extension.js'
import type {SyntaxOptions} from './spec.js'
import {mystTable} from './table.js'

/** Which parts of GFM are on. */
export interface RemarkSyntaxOptions extends SyntaxOptions {
  strikethrough: boolean
  taskList: boolean
}

/**
 * Teach a processor MyST: its constructs, front matter, tables, footnotes, and if wanted strikethrough and task lists.
 *
 * @example
 * unified().use(remarkParse).use(remarkMystSyntax, {registry, colonFence: true, strikethrough: true, taskList: true})
 */
export const remarkMystSyntax: Plugin<[RemarkSyntaxOptions], Root> = function (options) {
  const data = this.data()
  data.micromarkExtensions ??= []
  data.fromMarkdownExtensions ??= []
  data.toMarkdownExtensions ??= []
  const {micromarkExtensions: micromark, fromMarkdownExtensions: from, toMarkdownExtensions: to} = data
  micromark.push(frontmatter(['yaml']), gfmFootnote(), mystTable(), mystSyntax(options))
  from.push(
    frontmatterFromMarkdown(['yaml']),
    gfmFootnoteFromMarkdown(),
    gfmTableFromMarkdown(),
    mystFromMarkdown
  )
  to.push(frontmatterToMarkdown(['yaml']), gfmFootnoteToMarkdown(), gfmTableToMarkdown(), mystToMarkdown)
  if (options.strikethrough) {
    micromark.push(gfmStrikethrough({singleTilde: false}))
    from.push(gfmStrikethroughFromMarkdown())
    to.push(gfmStrikethroughToMarkdown())
  }
  if (options.taskList) {
    micromark.push(gfmTaskListItem())
    from.push(gfmTaskListItemFromMarkdown())
    to.push(gfmTaskListItemToMarkdown())
  }
}
