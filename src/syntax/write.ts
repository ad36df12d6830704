/** From a tree back to MyST Markdown. */
import type {Root} from 'mdast'
import {frontmatterToMarkdown} from 'mdast-util-frontmatter'
import {gfmFootnoteToMarkdown} from 'mdast-util-gfm-footnote'
import {gfmStrikethroughToMarkdown} from 'mdast-util-gfm-strikethrough'
import {gfmTableToMarkdown} from 'mdast-util-gfm-table'
import {gfmTaskListItemToMarkdown} from 'mdast-util-gfm-task-list-item'
import {type Options, toMarkdown as write} from 'mdast-util-to-markdown'
import {asWritten} from '../ast/origin.js'
import {mystToMarkdown} from './extension.js'
import {plainToMarkdown, prepare} from './write-plain.js'

/**
 * How plain Markdown is written. No setting may be one that MyST would read otherwise: three dashes at the start of a
 * body would be its options.
 */
const style: Options = {bullet: '-', rule: '*', fences: true}

/**
 * Write a tree as MyST Markdown: parsed again, it gives the same tree.
 *
 * What a directive or role became in {@link parse} is written as the directive or role that it was, with its content
 * as it is now; fences are as long as their bodies need, options keep their order, and text that MyST would read as
 * something else is escaped.
 *
 * @example
 * toMarkdown(parse(':::{note}\nHello\n:::')) // ':::{note}\nHello\n:::\n'
 */
export function toMarkdown(tree: Root): string {
  return write(prepare(asWritten(tree)), {
    ...style,
    extensions: [
      frontmatterToMarkdown(['yaml']),
      gfmFootnoteToMarkdown(),
      gfmTableToMarkdown(),
      gfmStrikethroughToMarkdown(),
      gfmTaskListItemToMarkdown(),
      mystToMarkdown,
      plainToMarkdown
    ]
  })
}
