/** From a tree back to MyST Markdown. */
import type {ImageReference, LinkReference, Literal, Root} from 'mdast'
import {frontmatterToMarkdown} from 'mdast-util-frontmatter'
import {gfmFootnoteToMarkdown} from 'mdast-util-gfm-footnote'
import {gfmStrikethroughToMarkdown} from 'mdast-util-gfm-strikethrough'
import {gfmTableToMarkdown} from 'mdast-util-gfm-table'
import {gfmTaskListItemToMarkdown} from 'mdast-util-gfm-task-list-item'
import {defaultHandlers, type Handle, type Options, toMarkdown as write} from 'mdast-util-to-markdown'
import {asWritten} from '../ast/origin.js'
import {plainText, visitNodes} from '../ast/tree.js'
import {mystToMarkdown} from './extension.js'

/**
 * How plain Markdown is written. No setting may be one that MyST would read otherwise: three dashes at the start of a
 * body would be its options.
 */
const style: Options = {bullet: '-', rule: '*', fences: true}

/**
 * `[label]` as it was, while its text still says the same: escaped anew, it would no longer equal its label, and so
 * need a second one.
 */
const linkReference: Handle = (node: LinkReference, parent, state, info) =>
  hasOwnLabel(node, plainText(node.children))
    ? `[${node.label}]${node.referenceType === 'collapsed' ? '[]' : ''}`
    : defaultHandlers.linkReference(node, parent, state, info)

const imageReference: Handle = (node: ImageReference, parent, state, info) =>
  hasOwnLabel(node, node.alt ?? '')
    ? `![${node.label}]${node.referenceType === 'collapsed' ? '[]' : ''}`
    : defaultHandlers.imageReference(node, parent, state, info)

function hasOwnLabel({label, referenceType}: LinkReference | ImageReference, text: string): boolean {
  const letters = (value: string): string => value.replace(/[^\p{L}\p{N}]/gu, '')
  return (
    Boolean(label) &&
    !/[[\]\\]/.test(label ?? '') &&
    referenceType !== 'full' &&
    letters(label ?? '') === letters(text)
  )
}

const handlers: Record<string, Handle> = {
  continuedHtml: (node: ContinuedHtml) => `    ${node.value}`,
  linkReference: Object.assign(linkReference, {peek: () => '['}),
  imageReference: Object.assign(imageReference, {peek: () => '!'})
}

/** A tag at the start of a further line of a paragraph; see {@link prepare}. */
interface ContinuedHtml extends Literal {
  type: 'continuedHtml'
}

declare module 'mdast' {
  interface RootContentMap {
    continuedHtml: ContinuedHtml
  }
}

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
      {handlers}
    ]
  })
}

/**
 * A tag that begins a line of a paragraph would begin a block of HTML, unless it stands four columns in, where it can
 * interrupt nothing. (mdast-util-to-markdown would join the lines.) The tree is a copy of the caller's.
 */
function prepare(tree: Root): Root {
  visitNodes(tree, (node) => {
    // Columns that a block of HTML stands in would put it into a list above it.
    if (node.type === 'html') node.value = node.value.trimStart().replace(/\n+$/, '')
    if (node.type !== 'paragraph') return undefined
    node.children.forEach((child, index) => {
      const before = node.children[index - 1]
      if (
        child.type === 'html' &&
        (before?.type === 'break' || (before?.type === 'text' && before.value.endsWith('\n')))
      )
        Object.assign(child, {type: 'continuedHtml'})
    })
    return undefined
  })
  return tree
}
