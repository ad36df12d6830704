/** Code in cells, written back: every bar gets its backslash, as `mystTable` takes it from every bar. */
import type {InlineCode, Parents} from 'mdast'
import {defaultHandlers, type Options, type State} from 'mdast-util-to-markdown'
import {inCell} from './cell-source.js'

function inlineCode(node: InlineCode, parent: Parents | undefined, state: State): string {
  return inCell(defaultHandlers.inlineCode(node, parent, state), state.stack)
}
inlineCode.peek = () => '`'

/** Takes the place of the handler of mdast-util-gfm-table, which counts the backslashes before a bar. */
export const cellCodeToMarkdown: Options = {handlers: {inlineCode}}
