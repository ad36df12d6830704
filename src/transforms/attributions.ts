/** Who said a quotation, given as an attribute, below its text. */
import type {PhrasingContent} from 'mdast'
import {relocate} from '../ast/relocate.js'
import type {Survey} from '../ast/survey.js'
import {text} from '../ast/tree.js'

/**
 * Make the attributions of quotes paragraphs at their ends, as docutils shows them.
 *
 * @param inline reads an attribution, which is Markdown.
 * @returns whether there are any.
 */
export function showAttributions(seen: Survey, inline: (source: string) => PhrasingContent[]): boolean {
  let any = false
  for (const node of seen.nodes('blockquote')) {
    if (!node.attribution) continue
    const children = relocate([text('\u2014'), ...inline(node.attribution)], node.position)
    node.children.push({type: 'paragraph', class: 'attribution', children, position: node.position})
    delete node.attribution
    any = true
  }
  return any
}
