/** How deep directives stand in each other while a page is tokenized. */
import type {ParseContext} from 'micromark-util-types'

/**
 * Directives deeper in each other than this are text. A line is tokenized once a level, and where no fence is closed
 * every line is in all levels above it: 5,000 openers take half a second for each ten levels.
 */
export const maxDirectiveDepth = 50

const depths = new WeakMap<ParseContext, number>()

/** Whether what is tokenized now is the body of a directive. */
export function insideDirective(parser: ParseContext): boolean {
  return (depths.get(parser) ?? 0) > 0
}

/** How many directives what is tokenized now stands in. */
export function directiveDepth(parser: ParseContext): number {
  return depths.get(parser) ?? 0
}

/** Run a tokenizer one directive deeper. */
export function deeper(parser: ParseContext, run: () => void): void {
  const depth = directiveDepth(parser)
  depths.set(parser, depth + 1)
  run()
  depths.set(parser, depth)
}
